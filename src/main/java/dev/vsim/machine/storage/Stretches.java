package dev.vsim.machine.storage;

import dev.vsim.machine.world.Budget;
import java.util.Map;
import java.util.TreeMap;

/** A set of whole numbers that lie in few stretches: what of a disk was touched. */
final class Stretches {
  private static final long HEAP = 100;

  private final Budget budget;

  /** From the first number of each stretch to its last; they neither meet nor touch. */
  private final TreeMap<Long, Long> ends = new TreeMap<>();

  Stretches(Budget budget) {
    this.budget = budget;
  }

  /** Forgets all of them. */
  void clear() {
    budget.release(ends.size() * HEAP);
    ends.clear();
  }

  /** Adds the numbers of a stretch, both ends in; says how many were not in the set before. */
  long add(long first, long last) {
    long from = first;
    long to = last;
    long had = 0;
    Map.Entry<Long, Long> near = ends.floorEntry(last + 1);
    while (near != null && near.getValue() >= first - 1) {
      had += Math.max(0, Math.min(last, near.getValue()) - Math.max(first, near.getKey()) + 1);
      from = Math.min(from, near.getKey());
      to = Math.max(to, near.getValue());
      ends.remove(near.getKey());
      budget.release(HEAP);
      near = ends.floorEntry(last + 1);
    }
    budget.charge(HEAP);
    ends.put(from, to);
    return last - first + 1 - had;
  }
}
