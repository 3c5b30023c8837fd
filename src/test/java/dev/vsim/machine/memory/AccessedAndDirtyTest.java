package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.paging.EntryFormat;
import org.junit.jupiter.api.Test;

/** Rule R6: when A, D and R are set, and what clears them. */
final class AccessedAndDirtyTest {
  private static final EntryFormat X86 = EntryFormat.X86_64;

  private final Told told = Told.only("tlb-miss", "tlb-hit", "walk", "tlb-flush", "evict");
  private final Machine machine = Hosts.machine(told);

  private Process process(int frames, PolicyChoice policy) {
    return Hosts.host(machine, frames, policy).init();
  }

  @Test
  void aWriteThroughACleanEntryWalksAgainToSetD() {
    Process process = process(4, PolicyChoice.of(Policies.LRU));
    process.accessPage(0, Op.READ);
    told.lines();
    long before = machine.clock().now();
    assertEquals(AccessResult.HIT, process.accessPage(0, Op.WRITE));
    assertEquals(
        """
        tlb-hit host.init page 0x0
        walk host.init level 4 index 0 entry 0x5027
        walk host.init level 3 index 0 entry 0x6027
        walk host.init level 2 index 0 entry 0x7027
        walk host.init level 1 index 0 entry 0x27
        """,
        told.text());
    assertEquals(before + 1 + 80 + 100, machine.clock().now());
    assertEquals(1, process.kernel().tlb().misses());
    assertEquals(0x67, process.page(0).entry());
    process.accessPage(0, Op.WRITE);
    assertEquals("tlb-hit host.init page 0x0\n", told.text());
  }

  @Test
  void theClockClearsRAndDropsTheTranslation() {
    Process process = process(3, PolicyChoice.of(Policies.CLOCK));
    for (int page = 0; page < 3; page++) {
      process.accessPage(page, Op.READ);
      assertTrue(process.page(page).referenced());
    }
    told.lines();
    process.accessPage(3, Op.READ);
    assertEquals(
        """
        tlb-flush host.init page 0x0 targets 0
        tlb-flush host.init page 0x1 targets 0
        tlb-flush host.init page 0x2 targets 0
        evict host.init page 0x0 frame 0x0 dirty false
        tlb-flush host.init page 0x0 targets 0
        """,
        told.text().replaceAll("(walk|tlb-miss).*\n", ""));
    assertFalse(process.page(1).referenced());
    assertFalse(X86.accessed(process.page(1).entry()));
    process.accessPage(1, Op.READ);
    assertEquals("tlb-miss host.init page 0x1", told.lines().get(0), "so that R is exact");
    assertTrue(process.page(1).referenced());
    process.accessPage(4, Op.READ);
    assertTrue(process.page(1).present(), "spared once");
    assertFalse(process.page(2).present());
  }

  @Test
  void withoutSetOnLoadOnlyTheNextUseSetsR() {
    Process process = process(4, new PolicyChoice(Policies.CLOCK, new PolicyOptions(false)));
    process.accessPage(0, Op.WRITE);
    assertFalse(process.page(0).referenced());
    assertTrue(process.page(0).accessed(), "the processor does not know of it");
    assertTrue(process.page(0).dirty());
    process.accessPage(0, Op.WRITE);
    assertTrue(process.page(0).referenced());
  }
}
