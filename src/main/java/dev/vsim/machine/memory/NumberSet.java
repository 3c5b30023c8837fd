package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * A set of small numbers that tells its least in constant time: bits under a tree of 64-fold
 * summaries.
 */
final class NumberSet {
  private static final int WORD_BITS = 6;

  private final Budget budget;

  /** Level 0 has a bit for each number, each next level one for each word below. */
  private long[][] levels = {new long[1]};

  private int size;

  NumberSet(Budget budget) {
    this.budget = budget;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int number) {
    int word = number >>> WORD_BITS;
    return word < levels[0].length && (levels[0][word] & 1L << number) != 0;
  }

  void add(int number) {
    if (contains(number)) {
      return;
    }
    reach(number >>> WORD_BITS);
    size++;
    int at = number;
    for (long[] level : levels) {
      long before = level[at >>> WORD_BITS];
      level[at >>> WORD_BITS] = before | 1L << at;
      if (before != 0) {
        return;
      }
      at >>>= WORD_BITS;
    }
  }

  void remove(int number) {
    if (!contains(number)) {
      return;
    }
    size--;
    int at = number;
    for (long[] level : levels) {
      long after = level[at >>> WORD_BITS] & ~(1L << at);
      level[at >>> WORD_BITS] = after;
      if (after != 0) {
        return;
      }
      at >>>= WORD_BITS;
    }
  }

  /** The least number; the set is not empty. */
  int first() {
    int at = 0;
    for (int i = levels.length - 1; i >= 0; i--) {
      at = at << WORD_BITS | Long.numberOfTrailingZeros(levels[i][at]);
    }
    return at;
  }

  /** Which of the 64 numbers from 64 times a word's index on are in it, the least in bit 0. */
  long word(int index) {
    return index < levels[0].length ? levels[0][index] : 0;
  }

  private void reach(int word) {
    if (word < levels[0].length) {
      return;
    }
    int words = Integer.highestOneBit(word) << 1;
    budget.charge((long) (words - levels[0].length) * Long.BYTES);
    long[][] grown = new long[1][];
    grown[0] = Arrays.copyOf(levels[0], words);
    while (grown[grown.length - 1].length > 1) {
      long[] below = grown[grown.length - 1];
      grown = Arrays.copyOf(grown, grown.length + 1);
      grown[grown.length - 1] = summary(below);
    }
    levels = grown;
  }

  private static long[] summary(long[] below) {
    long[] above = new long[(below.length + Long.SIZE - 1) / Long.SIZE];
    for (int i = 0; i < below.length; i++) {
      above[i >>> WORD_BITS] |= below[i] == 0 ? 0 : 1L << i;
    }
    return above;
  }

  /** The numbers in it. */
  Checkpoint checkpoint() {
    Kept.Longs kept = new Kept.Longs(levels[0]);
    int keptSize = size;
    return Checkpoint.of(
        kept.bytes(),
        () -> {
          kept.into(levels[0], 0);
          for (int i = 1; i < levels.length; i++) {
            levels[i] = summary(levels[i - 1]);
          }
          size = keptSize;
        });
  }
}
