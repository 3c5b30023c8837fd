package dev.vsim.machine.cpu;

import java.util.Arrays;

/**
 * Ready threads, first come, first served; a core finds the first that may run on it. Links lie in
 * arrays by thread number: nothing is allocated for one that queues.
 */
final class ReadyQueue {
  /** No thread. */
  static final int NONE = -1;

  private final Roster roster;
  private int[] firsts = {};
  private int[] lasts = {};
  private int[] nexts = {};
  private int[] previous = {};
  private long[] tickets = {};
  private long ticket;
  private int size;

  ReadyQueue(Roster roster) {
    this.roster = roster;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Queues a thread. */
  void add(HostThread thread) {
    reach();
    int id = thread.id();
    int line = roster.line(id);
    tickets[id] = ticket++;
    nexts[id] = NONE;
    previous[id] = lasts[line];
    if (lasts[line] == NONE) {
      firsts[line] = id;
    } else {
      nexts[lasts[line]] = id;
    }
    lasts[line] = id;
    size++;
  }

  /** Takes out a thread that is queued. */
  void remove(HostThread thread) {
    int id = thread.id();
    int line = roster.line(id);
    if (previous[id] == NONE) {
      firsts[line] = nexts[id];
    } else {
      nexts[previous[id]] = nexts[id];
    }
    if (nexts[id] == NONE) {
      lasts[line] = previous[id];
    } else {
      previous[nexts[id]] = previous[id];
    }
    size--;
  }

  /** The first that may run on a core, or {@link #NONE}. */
  int first(Core core) {
    int best = NONE;
    for (int line : roster.linesFor(core)) {
      int id = line < firsts.length ? firsts[line] : NONE;
      if (id != NONE && (best == NONE || tickets[id] < tickets[best])) {
        best = id;
      }
    }
    return best;
  }

  /** Takes out the first that may run on a core; null for none. */
  HostThread take(Core core) {
    int id = first(core);
    if (id == NONE) {
      return null;
    }
    HostThread thread = roster.thread(id);
    remove(thread);
    return thread;
  }

  private void reach() {
    if (firsts.length < roster.lines()) {
      int before = firsts.length;
      firsts = Arrays.copyOf(firsts, roster.lines());
      lasts = Arrays.copyOf(lasts, roster.lines());
      Arrays.fill(firsts, before, firsts.length, NONE);
      Arrays.fill(lasts, before, lasts.length, NONE);
    }
    if (nexts.length < roster.size()) {
      int capacity = Math.max(16, roster.size() * 2);
      nexts = Arrays.copyOf(nexts, capacity);
      previous = Arrays.copyOf(previous, capacity);
      tickets = Arrays.copyOf(tickets, capacity);
    }
  }
}
