package dev.vsim.machine.operate;

/**
 * How much a guest is held back that writes faster than its pages can be sent: QEMU's
 * auto-converge, from 20% of its time in steps of 10% to 99%, a step for each round in which it has
 * dirtied more than half of what was sent.
 */
final class Throttle {
  private static final int FIRST = 20;
  private static final int STEP = 10;
  private static final int MOST = 99;
  private static final int WHOLE = 100;

  private final boolean on;
  private int percent;

  Throttle(boolean on) {
    this.on = on;
  }

  /** What share of its time the guest is held back, in per cent. */
  int percent() {
    return percent;
  }

  /** What is left of a rate. */
  long left(long rate) {
    int part = WHOLE - percent;
    return rate / WHOLE * part + rate % WHOLE * part / WHOLE;
  }

  /** A round has sent so many pages, of which so many have been written to again. */
  void endRound(long sent, long dirtied) {
    if (on && dirtied > sent / 2) {
      percent = percent == 0 ? FIRST : Math.min(percent + STEP, MOST);
    }
  }
}
