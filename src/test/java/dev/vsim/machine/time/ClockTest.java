package dev.vsim.machine.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ClockTest {
  @Test
  void picosecondsAddUpToNanoseconds() {
    Clock clock = new Clock();
    for (int i = 0; i < 25; i++) {
      clock.advance(100);
    }
    assertEquals(2, clock.now());
    assertEquals(2.5, clock.exact());
    clock.advance(499);
    assertEquals(2, clock.now());
    clock.advance(1);
    assertEquals(3, clock.now());
  }

  @Test
  void timeDoesNotEndWithItsPicoseconds() {
    Clock clock = new Clock();
    long day = 86_400L * 1_000_000_000;
    long before = clock.charged();
    for (int i = 0; i < 1000; i++) {
      clock.advance(day * 1000);
      assertEquals((i + 1) * day, clock.now());
    }
    clock.advance(7);
    before = clock.charged() - before;
    assertEquals(1000 * day * 1000 + 7, before, "modulo 2^64");
  }

  @Test
  void aTableIsTheCatalogueButForWhatIsSaid() {
    Costs costs = Costs.DEFAULT.with(Map.of(Cost.DRAM, 5L));
    assertEquals(5, costs.of(Cost.DRAM));
    assertEquals(1_200_000, costs.of(Cost.VM_EXIT));
    assertEquals(100_000, Costs.DEFAULT.of(Cost.DRAM));
    assertEquals("fault-handler", Cost.FAULT_HANDLER.word());
  }
}
