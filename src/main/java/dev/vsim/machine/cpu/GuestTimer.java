package dev.vsim.machine.cpu;

/** A timer that counts the time that a thread runs, again and again (VT-x's preemption timer). */
public final class GuestTimer {
  private final long period;
  private final Runnable ring;
  private long left;

  /**
   * @param period nanoseconds on a core, at least 1
   * @param ring what is done each time
   */
  public GuestTimer(long period, Runnable ring) {
    this.period = period;
    this.ring = ring;
    this.left = period;
  }

  long left() {
    return left;
  }

  void passes(long nanoseconds) {
    left -= nanoseconds;
  }

  void ring() {
    left = period;
    ring.run();
  }
}
