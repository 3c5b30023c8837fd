package dev.vsim.machine.world;

/**
 * Numbers pages from 0 in the order in which they first come. Neighbours share a group of numbers,
 * so that a page that was far is one far load, not two as in a hash table of pages.
 */
final class PageNumbers {
  private static final int GROUP_BITS = 8;
  private static final int GROUP = 1 << GROUP_BITS;
  private static final int LEAST = 32;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** A hash table of groups: their names, and by place in the group the pages' numbers plus one. */
  private long[] names = new long[LEAST];

  private int[][] groups = new int[LEAST][];
  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(LEAST);
  private int used;
  private int size;

  int size() {
    return size;
  }

  /** How many groups there are; each takes 1 KiB. */
  int groups() {
    return used;
  }

  /** The page of a number, looked for: only who tells of one asks. */
  long page(int number) {
    for (int at = 0; at < groups.length; at++) {
      for (int i = 0; groups[at] != null && i < GROUP; i++) {
        if (groups[at][i] == number + 1) {
          return names[at] << GROUP_BITS | i;
        }
      }
    }
    throw new IllegalArgumentException("no page has the number " + number);
  }

  /** The number of a page. */
  int of(long page) {
    int[] group = group(page >>> GROUP_BITS);
    int at = (int) page & (GROUP - 1);
    if (group[at] == 0) {
      group[at] = ++size;
    }
    return group[at] - 1;
  }

  /** The number of a page, −1 if it has none. */
  int find(long page) {
    int[] group = groups[place(page >>> GROUP_BITS)];
    return group == null ? -1 : group[(int) page & (GROUP - 1)] - 1;
  }

  private int[] group(long name) {
    int at = place(name);
    if (groups[at] == null) {
      if (2 * ++used > groups.length) {
        grow();
        at = place(name);
      }
      names[at] = name;
      groups[at] = new int[GROUP];
    }
    return groups[at];
  }

  private int place(long name) {
    int mask = groups.length - 1;
    int at = (int) (name * MIX >>> shift);
    while (groups[at] != null && names[at] != name) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldNames = names;
    int[][] old = groups;
    names = new long[2 * old.length];
    groups = new int[2 * old.length][];
    shift--;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int at = place(oldNames[i]);
        names[at] = oldNames[i];
        groups[at] = old[i];
      }
    }
  }
}
