package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * Who has a frame or a slot beside its owner, since a fork: the numbers of their address spaces,
 * ascending. Nothing is kept while nothing is shared; then 12 bytes a sharer, and 4 a number.
 */
final class Sharers {
  private static final int NONE = -1;
  private static final int[] NOBODY = {};
  private static final int LEAST = 16;

  private final Budget budget;

  /** By frame or slot: its first node + 1. */
  private int[] heads = {};

  private int[] spaces = {};
  private int[] nexts = {};
  private int used;
  private int spare = NONE;

  Sharers(Budget budget) {
    this.budget = budget;
  }

  boolean any(int number) {
    return number < heads.length && heads[number] != 0;
  }

  int count(int number) {
    int count = 0;
    for (int node = first(number); node != NONE; node = nexts[node]) {
      count++;
    }
    return count;
  }

  /** The address spaces, ascending. */
  int[] of(int number) {
    if (!any(number)) {
      return NOBODY;
    }
    int[] all = new int[count(number)];
    int at = 0;
    for (int node = first(number); node != NONE; node = nexts[node]) {
      all[at++] = spaces[node];
    }
    return all;
  }

  void add(int number, int space) {
    reach(number);
    int before = NONE;
    int behind = first(number);
    while (behind != NONE && spaces[behind] < space) {
      before = behind;
      behind = nexts[behind];
    }
    int node = node();
    spaces[node] = space;
    nexts[node] = behind;
    link(number, before, node);
  }

  void remove(int number, int space) {
    int before = NONE;
    int node = first(number);
    while (spaces[node] != space) {
      before = node;
      node = nexts[node];
    }
    unlink(number, before, node);
  }

  /** Takes the least of them out; there is one. */
  int removeFirst(int number) {
    int node = first(number);
    unlink(number, NONE, node);
    return spaces[node];
  }

  void clear(int number) {
    while (any(number)) {
      removeFirst(number);
    }
  }

  private int first(int number) {
    return number < heads.length ? heads[number] - 1 : NONE;
  }

  private void unlink(int number, int before, int node) {
    link(number, before, nexts[node]);
    nexts[node] = spare;
    spare = node;
  }

  private void link(int number, int before, int node) {
    if (before == NONE) {
      heads[number] = node + 1;
    } else {
      nexts[before] = node;
    }
  }

  private int node() {
    if (spare != NONE) {
      int node = spare;
      spare = nexts[node];
      return node;
    }
    if (used == spaces.length) {
      int length = Math.max(LEAST, used + used / 2);
      budget.charge((long) (length - used) * 2 * Integer.BYTES);
      spaces = Arrays.copyOf(spaces, length);
      nexts = Arrays.copyOf(nexts, length);
    }
    return used++;
  }

  private void reach(int number) {
    if (number >= heads.length) {
      int length = Math.max(LEAST, number + number / 2 + 1);
      budget.charge((long) (length - heads.length) * Integer.BYTES);
      heads = Arrays.copyOf(heads, length);
    }
  }

  /** Who has what. */
  Checkpoint checkpoint() {
    Kept.Ints keptHeads = new Kept.Ints(heads);
    Kept.Ints keptSpaces = new Kept.Ints(spaces);
    Kept.Ints keptNexts = new Kept.Ints(nexts);
    int keptUsed = used;
    int keptSpare = spare;
    return Checkpoint.of(
        keptHeads.bytes() + keptSpaces.bytes() + keptNexts.bytes(),
        () -> {
          keptHeads.into(heads, 0);
          keptSpaces.into(spaces, 0);
          keptNexts.into(nexts, 0);
          used = keptUsed;
          spare = keptSpare;
        });
  }
}
