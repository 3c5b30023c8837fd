package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.SplitMix64;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Runs of free numbers against a set of bits. */
final class FreeRunsTest {
  private static final int TOTAL = 300;

  private static int run(BitSet taken, int count, int align) {
    for (int first = 0; first + count <= TOTAL; first += align) {
      int next = taken.nextSetBit(first);
      if (next < 0 || next >= first + count) {
        return first;
      }
    }
    return -1;
  }

  @Test
  void runsAreTheLowest() {
    SplitMix64 dice = new SplitMix64(11);
    FreeNumbers numbers = new FreeNumbers(TOTAL, new Budget(1 << 20));
    BitSet taken = new BitSet();
    for (int step = 0; step < 20_000; step++) {
      int count = 1 << dice.below(5);
      int align = dice.below(2) == 0 ? 1 : count;
      int run = run(taken, count, align);
      assertEquals(run, numbers.findRun(count, align));
      if (run >= 0 && dice.below(3) == 0) {
        numbers.takeRun(run, count);
        taken.set(run, run + count);
      } else if (!numbers.isEmpty() && dice.below(3) == 0) {
        int lowest = taken.nextClearBit(0);
        assertEquals(lowest, numbers.takeLowest());
        taken.set(lowest);
      } else {
        change(numbers, taken, (int) dice.below(TOTAL));
      }
      assertEquals(TOTAL - taken.cardinality(), numbers.free());
    }
  }

  private static void change(FreeNumbers numbers, BitSet taken, int number) {
    assertEquals(!taken.get(number), numbers.isFree(number));
    if (taken.get(number)) {
      numbers.free(number);
    } else {
      numbers.take(number);
    }
    taken.flip(number);
  }
}
