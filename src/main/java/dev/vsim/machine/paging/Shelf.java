package dev.vsim.machine.paging;

import dev.vsim.machine.world.Budget;
import java.util.Arrays;

/**
 * A word for each of 2^20 numbers, 0 unless set: what a {@link PageMap} consists of.
 *
 * <p>Where few are set they lie in blocks of 512. A block is an array of its own that holds only
 * those groups of eight words (one cache line) in which something was set, so that pages strewn
 * over a terabyte cost little more than pages side by side. Its first word says which groups it
 * has; the next is its mark.
 *
 * <p>Once half the groups are there from the first on, and many, they become one array: a look-up
 * is then one load that may miss the processor's caches in place of two.
 */
final class Shelf {
  /** The numbers of one shelf, as a power of two. */
  static final int BITS = 20;

  /** The numbers of one block, as a power of two. */
  static final int BLOCK_BITS = 9;

  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int BLOCK_MASK = BLOCK - 1;
  private static final int LEAST_BLOCKS = 8;
  private static final int GROUP_BITS = 3;
  private static final int GROUP = 1 << GROUP_BITS;
  private static final int GROUPS = 0;
  private static final int MARK = 1;
  private static final int HEADER = 2;
  private static final int FULL = HEADER + BLOCK;
  private static final long ARRAY_HEADER = 16;
  private static final long[] NONE = {};

  /** With fewer words the blocks' first ones stay in the caches anyway. */
  private static final int LEAST_PLAIN = 1 << 15;

  private final Budget budget;

  /** All words below its length. */
  private long[] plain = NONE;

  /** The marks of the blocks that it is made of, a bit each. */
  private long[] plainMarks = NONE;

  private long[][] blocks = new long[LEAST_BLOCKS][];

  /** The groups in the blocks. */
  private int groups;

  private long charged;

  Shelf(Budget budget) {
    this.budget = budget;
    charge(2 * ARRAY_HEADER + (long) blocks.length * Integer.BYTES);
  }

  long get(int index) {
    if (index < plain.length) {
      return plain[index];
    }
    long[] block = block(index);
    if (block == null) {
      return 0;
    }
    int at = place(block, index);
    return at < 0 ? 0 : block[at];
  }

  void set(int index, long word) {
    if (index < plain.length) {
      plain[index] = word;
      return;
    }
    long[] block = block(index);
    int at = block == null ? -1 : place(block, index);
    if (at >= 0) {
      block[at] = word;
    } else if (word != 0) {
      insert(index, block, word);
    }
  }

  /** Whether the block of a number is there and marked. */
  boolean marked(int index) {
    int number = index >>> BLOCK_BITS;
    if (index < plain.length) {
      return (plainMarks[number >>> 6] >>> number & 1) != 0;
    }
    long[] block = block(index);
    return block != null && block[MARK] != 0;
  }

  /** Marks the block of a number, which is there. */
  void mark(int index) {
    if (index < plain.length) {
      markPlain(index >>> BLOCK_BITS);
    } else {
      block(index)[MARK] = 1;
    }
  }

  private void markPlain(int number) {
    plainMarks[number >>> 6] |= 1L << number;
  }

  /** The least number from this one on whose word is not 0, or −1. */
  int next(int from) {
    int index = from;
    while (index < plain.length) {
      if (plain[index] != 0) {
        return index;
      }
      index++;
    }
    while (index >>> BLOCK_BITS < blocks.length) {
      long[] block = block(index);
      int at = block == null ? -1 : place(block, index);
      if (at >= 0 && block[at] != 0) {
        return index;
      }
      index =
          block == null ? (index | BLOCK_MASK) + 1 : at < 0 ? (index | GROUP - 1) + 1 : index + 1;
    }
    return -1;
  }

  /** Gives back what it has charged; it is used no more. */
  void release() {
    budget.release(charged);
  }

  private static int place(long[] block, int index) {
    long groups = block[GROUPS];
    int inBlock = index & BLOCK_MASK;
    long group = 1L << (inBlock >>> GROUP_BITS);
    if ((groups & group) == 0) {
      return -1;
    }
    return HEADER + (Long.bitCount(groups & (group - 1)) << GROUP_BITS) + (index & (GROUP - 1));
  }

  private long[] block(int index) {
    int number = index >>> BLOCK_BITS;
    return number < blocks.length ? blocks[number] : null;
  }

  private void insert(int index, long[] block, long word) {
    long[] grown = block == null ? newBlock() : block;
    int used = HEADER + (Long.bitCount(grown[GROUPS]) << GROUP_BITS);
    if (used == grown.length) {
      int length = Math.min(FULL, HEADER + 2 * (used - HEADER));
      charge((long) (length - used) * Long.BYTES);
      grown = Arrays.copyOf(grown, length);
    }
    openGroup(grown, index, used);
    grown[place(grown, index)] = word;
    put(index >>> BLOCK_BITS, grown);
    groups++;
    if (2 * (groups << GROUP_BITS) >= reach() - plain.length && reach() >= LEAST_PLAIN) {
      flatten();
    }
  }

  private static void openGroup(long[] block, int index, int used) {
    long group = 1L << ((index & BLOCK_MASK) >>> GROUP_BITS);
    int at = HEADER + (Long.bitCount(block[GROUPS] & (group - 1)) << GROUP_BITS);
    System.arraycopy(block, at, block, at + GROUP, used - at);
    Arrays.fill(block, at, at + GROUP, 0);
    block[GROUPS] |= group;
  }

  private long[] newBlock() {
    charge(ARRAY_HEADER + (HEADER + GROUP) * (long) Long.BYTES);
    return new long[HEADER + GROUP];
  }

  private void put(int number, long[] block) {
    if (number >= blocks.length) {
      int length = Integer.highestOneBit(number) << 1;
      charge((long) (length - blocks.length) * Integer.BYTES);
      blocks = Arrays.copyOf(blocks, length);
    }
    blocks[number] = block;
  }

  /** Every number that has a place in the blocks is below this one. */
  private int reach() {
    return blocks.length << BLOCK_BITS;
  }

  /** Makes one array of everything. */
  private void flatten() {
    int reach = reach();
    charge((long) (reach - plain.length) * Long.BYTES);
    int from = plain.length >>> BLOCK_BITS;
    plain = Arrays.copyOf(plain, reach);
    plainMarks = Arrays.copyOf(plainMarks, blocks.length + Long.SIZE - 1 >>> 6);
    for (int number = from; number < blocks.length; number++) {
      if (blocks[number] != null) {
        unfold(number, blocks[number]);
        blocks[number] = null;
      }
    }
    groups = 0;
  }

  private void unfold(int number, long[] block) {
    if (block[MARK] != 0) {
      markPlain(number);
    }
    int at = HEADER;
    for (long left = block[GROUPS]; left != 0; left &= left - 1) {
      int group = Long.numberOfTrailingZeros(left);
      System.arraycopy(block, at, plain, (number << BLOCK_BITS) + (group << GROUP_BITS), GROUP);
      at += GROUP;
    }
    long bytes = ARRAY_HEADER + (long) block.length * Long.BYTES;
    budget.release(bytes);
    charged -= bytes;
  }

  private void charge(long bytes) {
    budget.charge(bytes);
    charged += bytes;
  }
}
