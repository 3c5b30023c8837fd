package dev.vsim.machine.net;

import java.util.List;

/** What brings an interface's frames onto the network: a card or an adapter with its driver. */
interface Medium {
  /** Sends one frame. */
  void send(Frame frame);

  /**
   * Sends the frames of one burst of a TCP stream, which the stack hands down as one where the card
   * can cut it.
   */
  default void send(List<Frame> burst) {
    burst.forEach(this::send);
  }

  /** Whether the stack hands down whole bursts, for the card or the driver to cut. */
  default boolean takesBursts() {
    return true;
  }

  /** Whether the driver has no room for more at present. */
  default boolean isBusy() {
    return false;
  }

  /** Does something as soon as there is room. */
  default void whenFree(Runnable work) {
    work.run();
  }
}
