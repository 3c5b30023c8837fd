package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import java.util.TreeSet;

/** The free ones among frames or slots, lowest first. Those that were never in use cost nothing. */
final class FreeNumbers {
  private final int total;
  private final NumberSet returned;

  /** From here on nothing was ever taken, but what was taken by its number. */
  private int unused;

  private final TreeSet<Integer> takenAhead = new TreeSet<>();

  FreeNumbers(int total, Budget budget) {
    this.total = total;
    this.returned = new NumberSet(budget);
  }

  int total() {
    return total;
  }

  int free() {
    return total - unused + returned.size() - takenAhead.size();
  }

  boolean isEmpty() {
    return unused == total && returned.isEmpty();
  }

  boolean isFree(int number) {
    return number < unused ? returned.contains(number) : !takenAhead.contains(number);
  }

  /** The lowest free number, which is taken; there is one. */
  int takeLowest() {
    if (!returned.isEmpty()) {
      int lowest = returned.first();
      returned.remove(lowest);
      return lowest;
    }
    int lowest = unused++;
    skipTaken();
    return lowest;
  }

  /** Takes a certain number, which is free. */
  void take(int number) {
    if (number < unused) {
      returned.remove(number);
    } else {
      takenAhead.add(number);
      skipTaken();
    }
  }

  void free(int number) {
    if (number < unused) {
      returned.add(number);
    } else {
      takenAhead.remove(number);
    }
  }

  private void skipTaken() {
    while (takenAhead.remove(unused)) {
      unused++;
    }
  }
}
