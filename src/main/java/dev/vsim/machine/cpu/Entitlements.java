package dev.vsim.machine.cpu;

import java.util.Arrays;

/**
 * What threads have had for their shares, and in the window of time that is running; in arrays by
 * thread number.
 */
final class Entitlements {
  private static final long WINDOW = CpuSettings.WINDOW;

  private final Roster roster;
  private long[] had = {};
  private long[] since = {};
  private long[] windows = {};
  private long[] inWindow = {};

  Entitlements(Roster roster) {
    this.roster = roster;
  }

  static long windowEnd(long now) {
    return (now / WINDOW + 1) * WINDOW;
  }

  void enter(HostThread thread) {
    int id = thread.id();
    if (id >= had.length) {
      int capacity = Math.max(16, id * 2);
      had = Arrays.copyOf(had, capacity);
      since = Arrays.copyOf(since, capacity);
      windows = Arrays.copyOf(windows, capacity);
      inWindow = Arrays.copyOf(inWindow, capacity);
    }
  }

  /** A thread is ready from now. */
  void await(int id, long now) {
    since[id] = now;
    turn(id, now);
  }

  /** What counts from now on is the window of now. */
  void turn(int id, long now) {
    enterWindow(id, now / WINDOW);
  }

  /** A thread has run up to now; windows end between two calls, never inside. */
  void ran(int id, long nanoseconds, long now) {
    enterWindow(id, (now - 1) / WINDOW);
    had[id] += nanoseconds;
    inWindow[id] += nanoseconds;
  }

  private void enterWindow(int id, long window) {
    if (windows[id] != window) {
      windows[id] = window;
      inWindow[id] = 0;
    }
  }

  /** Raises what a thread has had for its shares to what another has, rounded up. */
  void raise(int id, int other) {
    long shares = shares(id);
    long of = shares(other);
    long whole = had[other] / of;
    long part = (had[other] % of * shares + of - 1) / of;
    boolean fits = Math.multiplyHigh(whole, shares) == 0 && whole * shares >= 0;
    had[id] = Math.max(had[id], fits ? whole * shares + part : Long.MAX_VALUE >>> 1);
  }

  /**
   * Whether one has had less for its shares than another; among equals whether it has waited
   * longer, or was declared before.
   */
  boolean hasHadLess(int one, int other) {
    int order = compare(one, other);
    if (order != 0) {
      return order < 0;
    }
    return since[one] != since[other] ? since[one] < since[other] : one < other;
  }

  /** Whether one has had less for its shares than another, who has waited longer. */
  boolean hasHadLessThan(int one, int other) {
    return compare(one, other) < 0;
  }

  /** Compares the fractions of time had by shares, exactly. */
  private int compare(int one, int other) {
    long a = had[one];
    long b = had[other];
    long left = shares(other);
    long right = shares(one);
    int high = Long.compare(Math.multiplyHigh(a, left), Math.multiplyHigh(b, right));
    return high != 0 ? high : Long.compareUnsigned(a * left, b * right);
  }

  /** How much of its reservation it has still to get in this window. */
  long owed(int id) {
    return Math.max(0, settings(id).reservation() - inWindow[id]);
  }

  boolean isOwedMore(int one, int other) {
    long a = owed(one);
    long b = owed(other);
    return a != b ? a > b : hasHadLess(one, other);
  }

  /** How much longer it may run in this window. */
  long untilLimit(int id) {
    long limit = settings(id).limit();
    return limit == WINDOW ? Core.NEVER : Math.max(0, limit - inWindow[id]);
  }

  boolean isOverLimit(int id) {
    return untilLimit(id) == 0;
  }

  private int shares(int id) {
    return settings(id).shares();
  }

  private CpuSettings settings(int id) {
    return roster.thread(id).gang().settings();
  }
}
