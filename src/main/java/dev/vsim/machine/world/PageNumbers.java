package dev.vsim.machine.world;

import java.util.Arrays;

/** Numbers pages from 0 in the order in which they first come: a hash table in arrays. */
final class PageNumbers {
  private static final int LEAST = 32;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] pages = new long[LEAST / 2];

  /** Numbers by hash, plus one. */
  private int[] table = new int[LEAST];

  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(LEAST);
  private int size;

  int size() {
    return size;
  }

  /** The page of a number. */
  long page(int number) {
    return pages[number];
  }

  /** The number of a page. */
  int of(long page) {
    int at = find(page);
    if (table[at] == 0) {
      if (size == pages.length) {
        grow();
        at = find(page);
      }
      pages[size++] = page;
      table[at] = size;
    }
    return table[at] - 1;
  }

  private int find(long page) {
    int mask = table.length - 1;
    int at = (int) (page * MIX >>> shift);
    while (table[at] != 0 && pages[table[at] - 1] != page) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    pages = Arrays.copyOf(pages, 2 * pages.length);
    table = new int[2 * table.length];
    shift--;
    for (int number = 0; number < size; number++) {
      table[find(pages[number])] = number + 1;
    }
  }
}
