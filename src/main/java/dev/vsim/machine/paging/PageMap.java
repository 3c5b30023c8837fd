package dev.vsim.machine.paging;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A word for each of 2^40 numbers, 0 unless set: the flat radix that look-ups go through, whatever
 * levels are shown.
 *
 * <p>Numbers fall into blocks of 512. A block is an array of its own that holds only those groups
 * of eight words (one cache line) in which something was set, so that pages strewn over a terabyte
 * cost little more than pages side by side. Its first word says which groups it has; the next is a
 * mark for the block's user.
 */
final class PageMap {
  /** The numbers of one block, as a power of two. */
  static final int BLOCK_BITS = 9;

  private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;
  private static final int SHELF_BITS = 10;
  private static final int SHELF_MASK = (1 << SHELF_BITS) - 1;
  private static final int LEAST_SHELF = 8;
  private static final int GROUP_BITS = 3;
  private static final int GROUP = 1 << GROUP_BITS;
  private static final int GROUPS = 0;
  private static final int MARK = 1;
  private static final int HEADER = 2;
  private static final int FULL = HEADER + (1 << BLOCK_BITS);
  private static final long ARRAY_HEADER = 16;
  private static final long KEPT_BYTES = ARRAY_HEADER + 3 * Long.BYTES + 8;

  private final Budget budget;

  /** Shelves of up to 1,024 blocks, hashed by their number; open addressing, at most half full. */
  private int[] shelfNumbers = new int[1];

  private long[][][] shelves = new long[1][][];
  private int shelfCount;

  private long lastBlockNumber = -1;
  private long[] lastBlock;
  private long charged;

  PageMap(Budget budget) {
    this.budget = budget;
  }

  long get(long number) {
    long[] block = block(number >>> BLOCK_BITS);
    if (block == null) {
      return 0;
    }
    int at = place(block, number);
    return at < 0 ? 0 : block[at];
  }

  void set(long number, long word) {
    long[] block = block(number >>> BLOCK_BITS);
    int at = block == null ? -1 : place(block, number);
    if (at >= 0) {
      block[at] = word;
    } else if (word != 0) {
      insert(number, block, word);
    }
  }

  /** Whether the block of a number is there and marked. */
  boolean marked(long number) {
    long[] block = block(number >>> BLOCK_BITS);
    return block != null && block[MARK] != 0;
  }

  /** Marks the block of a number, which is there. */
  void mark(long number) {
    block(number >>> BLOCK_BITS)[MARK] = 1;
  }

  /** The least number from this one on whose word is not 0, or −1. */
  long next(long from) {
    long number = from;
    while (true) {
      long[] block = block(number >>> BLOCK_BITS);
      if (block == null) {
        long blockNumber = nextBlock((number >>> BLOCK_BITS) + 1);
        if (blockNumber < 0) {
          return -1;
        }
        number = blockNumber << BLOCK_BITS;
        continue;
      }
      long end = ((number >>> BLOCK_BITS) + 1) << BLOCK_BITS;
      for (; number < end; number++) {
        int at = place(block, number);
        if (at >= 0 && block[at] != 0) {
          return number;
        }
      }
    }
  }

  /** Forgets everything. */
  void clear() {
    budget.release(charged);
    charged = 0;
    shelfNumbers = new int[1];
    shelves = new long[1][][];
    shelfCount = 0;
    lastBlockNumber = -1;
    lastBlock = null;
  }

  private static int place(long[] block, long number) {
    int index = (int) number & BLOCK_MASK;
    long groups = block[GROUPS];
    long group = 1L << (index >>> GROUP_BITS);
    if ((groups & group) == 0) {
      return -1;
    }
    return HEADER + (Long.bitCount(groups & (group - 1)) << GROUP_BITS) + (index & (GROUP - 1));
  }

  private long[] block(long blockNumber) {
    if (blockNumber == lastBlockNumber) {
      return lastBlock;
    }
    long[][] shelf = shelf((int) (blockNumber >>> SHELF_BITS));
    int index = index(blockNumber);
    long[] block = shelf == null || index >= shelf.length ? null : shelf[index];
    if (block != null) {
      lastBlockNumber = blockNumber;
      lastBlock = block;
    }
    return block;
  }

  private static int index(long blockNumber) {
    return (int) blockNumber & SHELF_MASK;
  }

  private long[][] shelf(int shelfNumber) {
    return shelves[findShelf(shelfNumber)];
  }

  /** Where the shelf is or would be. */
  private int findShelf(int shelfNumber) {
    int mask = shelves.length - 1;
    int at = shelfNumber & mask;
    while (shelves[at] != null && shelfNumbers[at] != shelfNumber) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void insert(long number, long[] block, long word) {
    long blockNumber = number >>> BLOCK_BITS;
    long[] grown = block == null ? newBlock() : block;
    int used = HEADER + (Long.bitCount(grown[GROUPS]) << GROUP_BITS);
    if (used == grown.length) {
      int length = Math.min(FULL, HEADER + 2 * (used - HEADER));
      charge((long) (length - used) * Long.BYTES);
      grown = Arrays.copyOf(grown, length);
    }
    openGroup(grown, number, used);
    grown[place(grown, number)] = word;
    put(blockNumber, grown);
  }

  private static void openGroup(long[] block, long number, int used) {
    long group = 1L << ((int) (number & BLOCK_MASK) >>> GROUP_BITS);
    int at = HEADER + (Long.bitCount(block[GROUPS] & (group - 1)) << GROUP_BITS);
    System.arraycopy(block, at, block, at + GROUP, used - at);
    Arrays.fill(block, at, at + GROUP, 0);
    block[GROUPS] |= group;
  }

  private long[] newBlock() {
    charge(ARRAY_HEADER + (HEADER + GROUP) * (long) Long.BYTES);
    return new long[HEADER + GROUP];
  }

  private void put(long blockNumber, long[] block) {
    shelfFor(blockNumber)[index(blockNumber)] = block;
    lastBlockNumber = blockNumber;
    lastBlock = block;
  }

  /** The shelf of the block, which has a place for it from now on. */
  private long[][] shelfFor(long blockNumber) {
    int shelfNumber = (int) (blockNumber >>> SHELF_BITS);
    int index = index(blockNumber);
    long[][] shelf = shelf(shelfNumber);
    if (shelf != null && index < shelf.length) {
      return shelf;
    }
    int length = Math.max(LEAST_SHELF, Integer.highestOneBit(index) << 1);
    int had = shelf == null ? 0 : shelf.length;
    charge((shelf == null ? ARRAY_HEADER : 0) + (long) (length - had) * Integer.BYTES);
    long[][] grown = shelf == null ? new long[length][] : Arrays.copyOf(shelf, length);
    place(shelfNumber, grown);
    return grown;
  }

  private void place(int shelfNumber, long[][] shelf) {
    int at = findShelf(shelfNumber);
    if (shelves[at] == null) {
      shelfCount++;
      if (2 * shelfCount > shelves.length) {
        rehash();
        at = findShelf(shelfNumber);
      }
    }
    shelfNumbers[at] = shelfNumber;
    shelves[at] = shelf;
  }

  private void rehash() {
    int[] oldNumbers = shelfNumbers;
    long[][][] old = shelves;
    shelfNumbers = new int[2 * old.length];
    shelves = new long[2 * old.length][][];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        int at = findShelf(oldNumbers[i]);
        shelfNumbers[at] = oldNumbers[i];
        shelves[at] = old[i];
      }
    }
  }

  private long nextBlock(long from) {
    int shelfNumber = (int) (from >>> SHELF_BITS);
    int index = index(from);
    while (shelfNumber >= 0) {
      long[][] shelf = shelf(shelfNumber);
      for (; shelf != null && index < shelf.length; index++) {
        if (shelf[index] != null) {
          return (long) shelfNumber << SHELF_BITS | index;
        }
      }
      shelfNumber = nextShelf(shelfNumber);
      index = 0;
    }
    return -1;
  }

  private int nextShelf(int after) {
    int next = -1;
    for (int i = 0; i < shelves.length; i++) {
      if (shelves[i] != null && shelfNumbers[i] > after && (next < 0 || shelfNumbers[i] < next)) {
        next = shelfNumbers[i];
      }
    }
    return next;
  }

  private void charge(long bytes) {
    budget.charge(bytes);
    charged += bytes;
  }

  /** All words and marks. */
  Checkpoint checkpoint() {
    List<long[]> kept = new ArrayList<>();
    for (long number = next(0); number >= 0; number = next(number + 1)) {
      kept.add(new long[] {number, get(number), marked(number) ? 1 : 0});
    }
    return Checkpoint.of(
        kept.size() * KEPT_BYTES,
        () -> {
          clear();
          kept.forEach(this::putBack);
        });
  }

  private void putBack(long[] kept) {
    set(kept[0], kept[1]);
    if (kept[2] != 0) {
      mark(kept[0]);
    }
  }
}
