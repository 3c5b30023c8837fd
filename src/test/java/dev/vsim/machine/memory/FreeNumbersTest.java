package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.SplitMix64;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FreeNumbersTest {
  private final Budget budget = new Budget(1 << 20);

  @Test
  void equalsASortedSet() {
    int total = 10_000;
    FreeNumbers numbers = new FreeNumbers(total, budget);
    TreeSet<Integer> free = new TreeSet<>();
    for (int i = 0; i < total; i++) {
      free.add(i);
    }
    SplitMix64 random = new SplitMix64(7);
    for (int i = 0; i < 60_000; i++) {
      int number = (int) random.below(total);
      assertEquals(free.contains(number), numbers.isFree(number));
      if (random.below(2) == 0 && !free.isEmpty()) {
        assertEquals(free.pollFirst(), numbers.takeLowest());
      } else if (free.remove(number)) {
        numbers.take(number);
      } else {
        free.add(number);
        numbers.free(number);
      }
      assertEquals(free.size(), numbers.free());
      assertEquals(free.isEmpty(), numbers.isEmpty());
    }
  }

  @Test
  void canBeUsedUp() {
    FreeNumbers numbers = new FreeNumbers(3, budget);
    numbers.take(1);
    assertEquals(0, numbers.takeLowest());
    assertEquals(2, numbers.takeLowest());
    assertTrue(numbers.isEmpty());
    numbers.free(1);
    numbers.free(0);
    assertEquals(0, numbers.takeLowest());
    assertEquals(1, numbers.takeLowest());
    assertTrue(numbers.isEmpty());
  }

  @Test
  void whatWasNeverTakenCostsNothing() {
    FreeNumbers numbers = new FreeNumbers(1 << 30, budget);
    numbers.take(1 << 29);
    assertEquals(0, numbers.takeLowest());
    assertEquals(0, budget.used());
    assertEquals((1 << 30) - 2, numbers.free());
  }
}
