package dev.vsim.machine.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PageMapTest {
  /** More than becomes one array, and numbers beyond it in the same shelf and in others. */
  private static final long DENSE = 100_000;

  private final Budget budget = new Budget(1L << 30);
  private final PageMap map = new PageMap(budget);
  private final TreeMap<Long, Long> naive = new TreeMap<>();
  private final Set<Long> marked = new HashSet<>();

  private static long number(SplitMix64 random) {
    return switch ((int) random.below(8)) {
      case 0 -> random.below(1L << 40);
      case 1 -> random.below(1L << 19);
      default -> random.below(DENSE);
    };
  }

  private void fill(SplitMix64 random, int times) {
    for (int i = 0; i < times; i++) {
      long number = number(random);
      long word = random.below(8) == 0 ? 0 : random.next() | 1;
      map.set(number, word);
      naive.put(number, word);
      if (word != 0 && random.below(16) == 0) {
        map.mark(number);
        marked.add(number >>> PageMap.BLOCK_BITS);
      }
    }
  }

  private void equalsNaive(SplitMix64 random) {
    long at = -1;
    for (var entry : naive.entrySet()) {
      assertEquals(entry.getValue(), map.get(entry.getKey()));
      if (entry.getValue() != 0) {
        at = map.next(at + 1);
        assertEquals(entry.getKey(), at);
      }
    }
    assertEquals(-1, map.next(at + 1));
    for (int i = 0; i < 20_000; i++) {
      long number = number(random);
      assertEquals(naive.getOrDefault(number, 0L), map.get(number));
      assertEquals(marked.contains(number >>> PageMap.BLOCK_BITS), map.marked(number));
    }
  }

  @Test
  void equalsAMapWhileItGrowsDense() {
    SplitMix64 random = new SplitMix64(7);
    for (int round = 0; round < 4; round++) {
      fill(random, 60_000);
      equalsNaive(random);
    }
  }

  @Test
  void whatIsDenseCostsLittleMoreThanItsWords() {
    for (long number = 0; number < 1 << 20; number++) {
      map.set(number, number + 1);
    }
    assertTrue(budget.used() < (8L << 20) + 16_384, () -> budget.used() + " bytes");
  }

  @Test
  void whatIsStrewnCostsAFewLines() {
    for (long i = 0; i < 1000; i++) {
      map.set(i << 20, 1);
    }
    assertTrue(budget.used() < 1000 * 256, () -> budget.used() + " bytes");
  }

  @Test
  void givesAllItsMemoryBack() {
    fill(new SplitMix64(3), 200_000);
    map.clear();
    assertEquals(0, budget.used());
    assertEquals(-1, map.next(0));
  }

  @Test
  void comesBackAsItWas() {
    SplitMix64 random = new SplitMix64(5);
    fill(random, 200_000);
    Checkpoint kept = map.checkpoint();
    for (int i = 0; i < 100_000; i++) {
      map.set(number(random), random.next());
    }
    kept.restore();
    equalsNaive(random);
  }
}
