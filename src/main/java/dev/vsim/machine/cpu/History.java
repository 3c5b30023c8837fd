package dev.vsim.machine.cpu;

import dev.vsim.machine.world.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who ran on which core, the last stretches of it: what a timeline is drawn from. Slices of the
 * same thread that follow each other on a core are one stretch.
 */
public final class History {
  /** How many stretches are kept. */
  private static final int MOST = 1 << 13;

  private static final int BYTES = 2 * Long.BYTES + Integer.BYTES + 8;

  private final Budget budget;
  private long[] from;
  private long[] to;
  private int[] cores;
  private HostThread[] threads;
  private long added;
  private long lostUntil;
  private long[] openSince = {};
  private long[] closedAt = {};
  private HostThread[] open = {};

  /** A thread on a core, from one instant to another, in nanoseconds. */
  public record Stretch(int core, HostThread thread, long from, long to) {}

  History(Budget budget) {
    this.budget = budget;
  }

  /** A thread begins to run on a core. */
  void begins(int core, HostThread thread, long now) {
    if (core >= open.length) {
      reach(core + 1);
    }
    if (open[core] == thread && closedAt[core] == now) {
      closedAt[core] = Core.NEVER;
      return;
    }
    if (open[core] != null) {
      keep(core, closedAt[core]);
    }
    open[core] = thread;
    openSince[core] = now;
    closedAt[core] = Core.NEVER;
  }

  /** The thread on a core has it no longer. */
  void ends(int core, long now) {
    closedAt[core] = now;
  }

  /** What is kept, by the end of the stretches, those that go on last; {@code now} ends them. */
  public List<Stretch> stretches(long now) {
    List<Stretch> all = new ArrayList<>();
    for (long i = Math.max(0, added - MOST); i < added; i++) {
      int at = (int) (i % MOST);
      all.add(new Stretch(cores[at], threads[at], from[at], to[at]));
    }
    for (int core = 0; core < open.length; core++) {
      if (open[core] != null) {
        all.add(new Stretch(core, open[core], openSince[core], Math.min(now, closedAt[core])));
      }
    }
    return all;
  }

  /** From when on nothing is missing, in nanoseconds. */
  public long completeSince() {
    return lostUntil;
  }

  private void keep(int core, long end) {
    if (from == null) {
      budget.charge((long) MOST * BYTES);
      from = new long[MOST];
      to = new long[MOST];
      cores = new int[MOST];
      threads = new HostThread[MOST];
    }
    int at = (int) (added++ % MOST);
    lostUntil = Math.max(lostUntil, to[at]);
    from[at] = openSince[core];
    to[at] = end;
    cores[at] = core;
    threads[at] = open[core];
  }

  private void reach(int count) {
    open = Arrays.copyOf(open, count);
    openSince = Arrays.copyOf(openSince, count);
    closedAt = Arrays.copyOf(closedAt, count);
  }
}
