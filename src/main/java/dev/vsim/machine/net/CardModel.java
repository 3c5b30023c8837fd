package dev.vsim.machine.net;

/** How a virtual card works, as far as its exits and its time go (rules.md R29). */
interface CardModel extends Medium, Receiver {
  /** A frame that came to the card's port waits for the guest to take it. */
  @Override
  void receive(Frame frame);
}
