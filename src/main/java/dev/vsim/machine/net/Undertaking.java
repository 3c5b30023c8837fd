package dev.vsim.machine.net;

import dev.vsim.machine.time.Operation;

/**
 * What one command has under way in the network: every frame, packet and timer that it caused holds
 * it open, answers included; when nothing does, it is over.
 */
public final class Undertaking implements Operation {
  private int held;

  /** One thing more is under way. */
  void hold() {
    held++;
  }

  /** One thing has come to its end. */
  void release() {
    held--;
  }

  @Override
  public boolean isOver() {
    return held == 0;
  }
}
