package dev.vsim.machine.memory;

import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * Pages that have left, remembered by name only, in the order in which they left: a hash table with
 * links, in arrays.
 */
final class Ghosts {
  private static final int NONE = -1;
  private static final int LEAST = 16;
  private static final int BYTES = Long.BYTES + 4 * Integer.BYTES;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final FrameSet frames;
  private long[] pages = new long[LEAST];
  private int[] next = new int[LEAST];
  private int[] previous = new int[LEAST];

  /** Entry numbers by hash, plus one; twice as many as entries. */
  private int[] table = new int[2 * LEAST];

  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(2 * LEAST);
  private int first = NONE;
  private int last = NONE;
  private int unused;
  private int recycled = NONE;
  private int size;

  Ghosts(FrameSet frames) {
    this.frames = frames;
  }

  int size() {
    return size;
  }

  boolean contains(long page) {
    return table[find(page)] != 0;
  }

  /**
   * Remembers a page as the one that left last. One that is remembered already keeps its place: in
   * a frame that was shared since a fork, the page of one process became that of another without
   * being loaded anew.
   */
  void add(long page) {
    if (contains(page)) {
      return;
    }
    if (recycled == NONE && unused == pages.length) {
      grow();
    }
    int entry = recycled == NONE ? unused++ : recycled;
    recycled = entry == recycled ? next[entry] : recycled;
    pages[entry] = page;
    table[find(page)] = entry + 1;
    link(entry);
    size++;
  }

  /** Forgets a page; false if it was not remembered. */
  boolean remove(long page) {
    int at = find(page);
    if (table[at] == 0) {
      return false;
    }
    int entry = table[at] - 1;
    close(at);
    unlink(entry);
    next[entry] = recycled;
    recycled = entry;
    size--;
    return true;
  }

  /** Forgets the page that left first. */
  void removeFirst() {
    remove(pages[first]);
  }

  private void link(int entry) {
    previous[entry] = last;
    next[entry] = NONE;
    if (last == NONE) {
      first = entry;
    } else {
      next[last] = entry;
    }
    last = entry;
  }

  private void unlink(int entry) {
    int before = previous[entry];
    int behind = next[entry];
    if (before == NONE) {
      first = behind;
    } else {
      next[before] = behind;
    }
    if (behind == NONE) {
      last = before;
    } else {
      previous[behind] = before;
    }
  }

  private int home(long page) {
    return (int) (page * MIX >>> shift);
  }

  /** Where a page is in the table, or would be. */
  private int find(long page) {
    int mask = table.length - 1;
    int at = home(page);
    while (table[at] != 0 && pages[table[at] - 1] != page) {
      at = at + 1 & mask;
    }
    return at;
  }

  /**
   * Empties a place, and moves up what would not be found behind a gap (Knuth, volume 3, 6.4,
   * algorithm R).
   */
  private void close(int from) {
    int mask = table.length - 1;
    int gap = from;
    int at = gap + 1 & mask;
    while (table[at] != 0) {
      int home = home(pages[table[at] - 1]);
      if ((at - home & mask) >= (at - gap & mask)) {
        table[gap] = table[at];
        gap = at;
      }
      at = at + 1 & mask;
    }
    table[gap] = 0;
  }

  private void grow() {
    int length = 2 * pages.length;
    frames.charge((long) pages.length * BYTES);
    pages = Arrays.copyOf(pages, length);
    next = Arrays.copyOf(next, length);
    previous = Arrays.copyOf(previous, length);
    table = new int[2 * length];
    shift--;
    for (int entry = first; entry != NONE; entry = next[entry]) {
      table[find(pages[entry])] = entry + 1;
    }
  }

  /** The pages that are remembered, in their order. */
  Checkpoint checkpoint() {
    long[] kept = new long[size];
    int at = 0;
    for (int entry = first; entry != NONE; entry = next[entry]) {
      kept[at++] = pages[entry];
    }
    return Checkpoint.of(
        (long) kept.length * Long.BYTES,
        () -> {
          forgetAll();
          for (long page : kept) {
            add(page);
          }
        });
  }

  private void forgetAll() {
    Arrays.fill(table, 0);
    first = NONE;
    last = NONE;
    unused = 0;
    recycled = NONE;
    size = 0;
  }
}
