package dev.vsim.machine.paging;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A word for each of 2^40 numbers, 0 unless set: the flat radix that look-ups go through, whatever
 * levels are shown. Numbers fall into {@linkplain Shelf shelves}, whose blocks may be marked.
 */
final class PageMap {
  /** The numbers of one block, as a power of two. */
  static final int BLOCK_BITS = Shelf.BLOCK_BITS;

  private static final int SHELF_MASK = (1 << Shelf.BITS) - 1;
  private static final long KEPT_BYTES = 16 + 3 * Long.BYTES + 8;

  private final Budget budget;

  /** Hashed by their numbers; open addressing, at most half full. */
  private int[] shelfNumbers = new int[1];

  private Shelf[] shelves = new Shelf[1];
  private int shelfCount;

  PageMap(Budget budget) {
    this.budget = budget;
  }

  long get(long number) {
    Shelf shelf = shelf((int) (number >>> Shelf.BITS));
    return shelf == null ? 0 : shelf.get(index(number));
  }

  void set(long number, long word) {
    Shelf shelf = shelf((int) (number >>> Shelf.BITS));
    if (shelf != null) {
      shelf.set(index(number), word);
    } else if (word != 0) {
      add((int) (number >>> Shelf.BITS)).set(index(number), word);
    }
  }

  /** Whether the block of a number is there and marked. */
  boolean marked(long number) {
    Shelf shelf = shelf((int) (number >>> Shelf.BITS));
    return shelf != null && shelf.marked(index(number));
  }

  /** Marks the block of a number, which is there. */
  void mark(long number) {
    shelf((int) (number >>> Shelf.BITS)).mark(index(number));
  }

  /** The least number from this one on whose word is not 0, or −1. */
  long next(long from) {
    int shelfNumber = (int) (from >>> Shelf.BITS);
    int index = index(from);
    while (shelfNumber >= 0) {
      Shelf shelf = shelf(shelfNumber);
      int found = shelf == null ? -1 : shelf.next(index);
      if (found >= 0) {
        return (long) shelfNumber << Shelf.BITS | found;
      }
      shelfNumber = nextShelf(shelfNumber);
      index = 0;
    }
    return -1;
  }

  /** Forgets everything. */
  void clear() {
    for (Shelf shelf : shelves) {
      if (shelf != null) {
        shelf.release();
      }
    }
    shelfNumbers = new int[1];
    shelves = new Shelf[1];
    shelfCount = 0;
  }

  private static int index(long number) {
    return (int) number & SHELF_MASK;
  }

  /** Most shelves are where they belong, so this branches as expected whichever is asked for. */
  private Shelf shelf(int number) {
    int at = number & shelves.length - 1;
    return shelfNumbers[at] == number ? shelves[at] : shelves[find(number)];
  }

  /** Where the shelf is or would be. */
  private int find(int number) {
    int mask = shelves.length - 1;
    int at = number & mask;
    while (shelves[at] != null && shelfNumbers[at] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private Shelf add(int number) {
    shelfCount++;
    if (2 * shelfCount > shelves.length) {
      rehash();
    }
    Shelf shelf = new Shelf(budget);
    put(number, shelf);
    return shelf;
  }

  private void put(int number, Shelf shelf) {
    int at = find(number);
    shelfNumbers[at] = number;
    shelves[at] = shelf;
  }

  private void rehash() {
    int[] oldNumbers = shelfNumbers;
    Shelf[] old = shelves;
    shelfNumbers = new int[2 * old.length];
    shelves = new Shelf[2 * old.length];
    for (int i = 0; i < old.length; i++) {
      if (old[i] != null) {
        put(oldNumbers[i], old[i]);
      }
    }
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
