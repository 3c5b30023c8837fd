package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.List;
import java.util.TreeSet;

/** The free ones among frames or slots, lowest first. Those that were never in use cost nothing. */
final class FreeNumbers {
  private static final int NONE = -1;

  private final int total;
  private final NumberSet returned;

  /** From here on nothing was ever taken, but what was taken by its number. */
  private int unused;

  /** One returned number that need not go into the set while it is the only one. */
  private int lone = NONE;

  /** From here on every number was taken ahead. */
  private int ceiling;

  private final TreeSet<Integer> takenAhead = new TreeSet<>();

  FreeNumbers(int total, Budget budget) {
    this.total = total;
    this.ceiling = total;
    this.returned = new NumberSet(budget);
  }

  int total() {
    return total;
  }

  int free() {
    return total - unused + returned.size() + (lone == NONE ? 0 : 1) - takenAhead.size();
  }

  boolean isEmpty() {
    return unused == total && lone == NONE && returned.isEmpty();
  }

  boolean isFree(int number) {
    return number < unused
        ? number == lone || returned.contains(number)
        : !takenAhead.contains(number);
  }

  /** The lowest free number, which is taken; there is one. */
  int takeLowest() {
    if (lone != NONE) {
      int lowest = lone;
      lone = NONE;
      return lowest;
    } else if (!returned.isEmpty()) {
      int lowest = returned.first();
      returned.remove(lowest);
      return lowest;
    }
    int lowest = unused++;
    skipTaken();
    return lowest;
  }

  /** The highest free number, which is taken; there is one. */
  int takeHighest() {
    while (ceiling > unused && takenAhead.contains(ceiling - 1)) {
      ceiling--;
    }
    int highest = ceiling > unused ? ceiling - 1 : highestReturned();
    take(highest);
    return highest;
  }

  private int highestReturned() {
    int number = lone == NONE ? unused - 1 : lone;
    while (!isFree(number)) {
      number--;
    }
    return number;
  }

  /** Takes a certain number, which is free. */
  void take(int number) {
    if (number == lone) {
      lone = NONE;
    } else if (number < unused) {
      returned.remove(number);
    } else {
      takenAhead.add(number);
      skipTaken();
    }
  }

  /**
   * The first of so many free numbers in a row, the lowest that is a multiple of {@code align}; −1
   * if there are none.
   */
  int findRun(int count, int align) {
    long first = 0;
    while (first + count <= total) {
      int blocker = highestTaken((int) first, count);
      if (blocker == NONE) {
        return (int) first;
      }
      first = (blocker / align + 1L) * align;
    }
    return NONE;
  }

  /** Takes the lowest free numbers in a row: the first, or −1 if there are none. */
  int takeLowest(int count, int align) {
    if (count == 1) {
      return isEmpty() ? NONE : takeLowest();
    }
    int first = findRun(count, align);
    if (first != NONE) {
      takeRun(first, count);
    }
    return first;
  }

  /** Whether so many free numbers are in a row. */
  boolean hasRun(int count, int align) {
    return count == 1 ? !isEmpty() : findRun(count, align) != NONE;
  }

  /** Takes numbers in a row, which are free. */
  void takeRun(int first, int count) {
    for (int number = first; number < first + count && number < unused; number++) {
      take(number);
    }
    int passed = unused;
    unused = Math.max(unused, first + count);
    for (int number = passed; number < first; number++) {
      if (!takenAhead.remove(number)) {
        free(number);
      }
    }
    skipTaken();
  }

  private int highestTaken(int first, int count) {
    Integer ahead = takenAhead.floor(first + count - 1);
    if (ahead != null && ahead >= first) {
      return ahead;
    }
    for (int number = Math.min(unused, first + count) - 1; number >= first; number--) {
      if (!isFree(number)) {
        return number;
      }
    }
    return NONE;
  }

  void free(int number) {
    if (number >= unused) {
      takenAhead.remove(number);
      ceiling = Math.max(ceiling, number + 1);
    } else if (lone == NONE && returned.isEmpty()) {
      lone = number;
    } else {
      returned.add(number);
      shelve();
    }
  }

  private void shelve() {
    if (lone != NONE) {
      returned.add(lone);
      lone = NONE;
    }
  }

  private void skipTaken() {
    while (takenAhead.remove(unused)) {
      unused++;
    }
  }

  /** Which are free. */
  Checkpoint checkpoint() {
    int keptUnused = unused;
    int keptLone = lone;
    List<Integer> keptAhead = List.copyOf(takenAhead);
    return Checkpoint.all(
        returned.checkpoint(),
        Checkpoint.of(
            (long) keptAhead.size() * Integer.BYTES,
            () -> {
              unused = keptUnused;
              lone = keptLone;
              takenAhead.clear();
              takenAhead.addAll(keptAhead);
              ceiling = total;
            }));
  }
}
