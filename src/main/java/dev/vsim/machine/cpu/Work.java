package dev.vsim.machine.cpu;

/**
 * What there is to do on one thread: bursts in the order of their arrival, and behind them perhaps
 * one that never ends.
 */
final class Work {
  private Burst first;
  private Burst last;
  private Burst background;
  private int inputs;
  private boolean halted;

  /** What it is about, or null. */
  Burst current() {
    return first != null ? first : background;
  }

  /** Whether it wants a core. */
  boolean wantsCore() {
    return !halted && current() != null;
  }

  /** Why it wants none. */
  ThreadState blocked() {
    return !halted && inputs > 0 ? ThreadState.WAITING : ThreadState.IDLE;
  }

  /** Queues a burst that is not queued, or has some work left. */
  void add(Burst burst, long nanoseconds) {
    boolean queued = burst.left() > 0;
    burst.add(nanoseconds);
    if (queued) {
      return;
    }
    burst.link(null);
    if (first == null) {
      first = burst;
    } else {
      last.link(burst);
    }
    last = burst;
  }

  /** What there is to do where there is nothing else; null for nothing. */
  void background(Burst endless) {
    background = endless;
  }

  /** Takes out the current burst, which is over. */
  Burst finish() {
    Burst burst = first;
    first = burst.next();
    if (first == null) {
      last = null;
    }
    return burst;
  }

  void beginInput() {
    inputs++;
  }

  void endInput() {
    inputs--;
  }

  void halt(boolean now) {
    halted = now;
  }

  /** Forgets everything. */
  void clear() {
    while (first != null) {
      finish().drop();
    }
    background = null;
    inputs = 0;
    halted = false;
  }
}
