package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** {@code map}, {@code unmap}, {@code protect}, {@code pages}. */
final class MappingsTest {
  private static final PolicyChoice LRU = PolicyChoice.of(Policies.LRU);

  private final Told told = Told.everything();
  private final Machine machine = Hosts.machine(told);
  private final Host host = Hosts.host(machine, 16, LRU);
  private final Process init = host.init();

  @Test
  void mapPutsAPageIntoAFrame() {
    assertEquals(MapResult.DONE, init.map(0x1000, 0x5000, Rights.RW));
    assertEquals("pte-update host.init page 0x1 entry 0x8000000000005207\n", told.text());
    assertEquals(AccessResult.HIT, init.access(0x1234, Op.WRITE));
    assertTrue(told.lines().contains("translate host.init va 0x1234 pa 0x5234"));
    assertEquals(AccessResult.ENDED, init.access(0x1000, Op.EXECUTE));
    assertEquals(1, init.faults(Cause.PROTECTION));
  }

  @Test
  void whatCannotBeMappedIsSaid() {
    init.map(0x1000, 0x5000, Rights.RW);
    assertEquals(MapResult.UNALIGNED, init.map(0x1001, 0x6000, Rights.R));
    assertEquals(MapResult.UNALIGNED, init.map(0x1000, 0x6001, Rights.R));
    assertEquals(MapResult.NO_SUCH_PAGE, init.map(1L << 47, 0x6000, Rights.R));
    assertEquals(MapResult.NO_SUCH_FRAME, init.map(0x2000, 16 * 0x1000, Rights.R));
    assertEquals(MapResult.NO_SUCH_FRAME, init.map(0x2000, -0x1000, Rights.R));
    assertEquals(MapResult.FRAME_IN_USE, init.map(0x2000, 0x5000, Rights.R));
    assertEquals(MapResult.NO_SUCH_PAGE, init.unmap(1L << 47));
    assertEquals(MapResult.NO_SUCH_PAGE, init.protect(1L << 47, Rights.R));
    assertEquals(MapResult.DONE, init.map(0x1000, 0x5000, Rights.R), "its own frame");
    assertEquals(MapResult.DONE, init.map(0x1000, 0x6000, Rights.R), "another frame");
    assertEquals(MapResult.DONE, init.map(0x2000, 0x5000, Rights.R), "which leaves the first");
    assertEquals(2, init.resident());
  }

  @Test
  void mapMakesAPageValidWhereverItIs() {
    Region region = new Region("heap", 0x10000, 0x1000, Rights.RW);
    Process app =
        machine.declareProcess("app", host, ProcessSettings.PLAIN.withRegions(List.of(region)));
    assertFalse(app.page(1).valid());
    assertEquals(MapResult.NOT_VALID, app.protect(0x1000, Rights.R));
    assertEquals(MapResult.DONE, app.map(0x1000, 0x3000, Rights.RX));
    assertTrue(app.page(1).valid());
    for (int page = 1; page <= 16; page++) {
      init.accessPage(page, Op.READ);
    }
    assertEquals(OptionalInt.empty(), app.page(1).frame(), "evicted");
    assertTrue(app.page(1).valid());
    assertEquals(AccessResult.FAULTED, app.access(0x1000, Op.EXECUTE));
    assertEquals(AccessResult.ENDED, app.access(0x1000, Op.WRITE), "its rights were kept");
  }

  @Test
  void unmapMakesAPageInvalidUntilItIsMapped() {
    init.write(0x1000, 8, 5);
    told.lines();
    assertEquals(MapResult.DONE, init.unmap(0x1000));
    assertEquals(
        """
        tlb-flush host.init page 0x1 targets 0
        pte-update host.init page 0x1 entry 0x80
        """,
        told.text());
    assertFalse(init.page(1).valid());
    assertEquals(0, init.resident());
    assertEquals(MapResult.DONE, init.map(0x1000, 0, Rights.RW));
    init.read(0x1000, 8);
    assertEquals(0, init.lastRead(), "its contents are gone");
    init.unmap(0x1000);
    assertEquals(AccessResult.ENDED, init.access(0x1000, Op.READ));
    assertEquals(1, init.faults(Cause.INVALID));
  }

  @Test
  void protectHoldsWhetherThePageIsThereOrNot() {
    assertEquals(MapResult.DONE, init.protect(0x1000, Rights.RW));
    assertEquals(AccessResult.FAULTED, init.access(0x1000, Op.WRITE));
    told.lines();
    assertEquals(MapResult.DONE, init.protect(0x1000, Rights.R));
    assertEquals(
        """
        tlb-flush host.init page 0x1 targets 0
        pte-update host.init page 0x1 entry 0x8000000000000265
        """,
        told.text(),
        "A and D stay");
    assertEquals(AccessResult.HIT, init.access(0x1000, Op.READ));
    assertTrue(told.lines().contains("tlb-miss host.init page 0x1"));
    assertEquals(AccessResult.ENDED, init.access(0x1000, Op.WRITE));
    assertTrue(told.lines().contains("page-fault host.init va 0x1000 cause protection error 0x7"));
  }

  @Test
  void aLocalSetMakesRoomForWhatIsMapped() {
    Process local = machine.declareProcess("local", host, ProcessSettings.PLAIN.withFrames(1));
    local.access(0, Op.READ);
    told.lines();
    assertEquals(MapResult.DONE, local.map(0x1000, 0x7000, Rights.RW));
    assertEquals("evict local page 0x0 frame 0x0 dirty false", told.lines().get(0));
    assertEquals(1, local.resident());
  }

  @Test
  void labelsGoToTheNextValidPages() {
    assertEquals(2, init.labelNextPages(List.of("A", "B")));
    init.unmap(0x2000);
    assertEquals(1, init.labelNextPages(List.of("C")));
    assertEquals(OptionalLong.of(0), init.labelled("A"));
    assertEquals(OptionalLong.of(3), init.labelled("C"), "page 2 is not valid");
    assertEquals(OptionalLong.empty(), init.labelled("D"));
    assertEquals(Optional.of("B"), init.pageLabel(1));

    List<Region> regions =
        List.of(
            new Region("high", 0x10000, 0x2000, Rights.RW),
            new Region("low", 0x5000, 0x1000, Rights.R));
    Process app = machine.declareProcess("app", host, ProcessSettings.PLAIN.withRegions(regions));
    assertEquals(3, app.labelNextPages(List.of("A", "B", "C", "D")), "there are three pages");
    assertEquals(OptionalLong.of(0x10), app.labelled("A"));
    assertEquals(OptionalLong.of(0x11), app.labelled("B"));
    assertEquals(OptionalLong.of(5), app.labelled("C"));
  }

  @Test
  void statesFollowTheEntries() {
    assertEquals(
        new PageState(
            1, true, false, false, false, false, 0, OptionalInt.empty(), OptionalInt.empty()),
        init.page(1));
    init.map(0x1000, 0x5000, Rights.RWX);
    PageState mapped = init.page(1);
    assertTrue(mapped.present() && !mapped.accessed() && !mapped.referenced() && !mapped.dirty());
    init.access(0x1000, Op.READ);
    assertTrue(init.page(1).accessed() && init.page(1).referenced() && !init.page(1).dirty());
    init.access(0x1000, Op.WRITE);
    assertTrue(init.page(1).dirty());
    assertEquals(OptionalInt.of(5), init.page(1).frame());
    assertEquals(1, init.nextUsed(0));
    assertEquals(-1, init.nextUsed(2));
  }

  /** Random changes and accesses against a map from pages to what they should be. */
  @Test
  void equalsAMapOfRights() {
    SplitMix64 random = new SplitMix64(11);
    Map<Long, Optional<Rights>> naive = new HashMap<>();
    Process app = init;
    for (int i = 0; i < 20_000; i++) {
      long page = random.below(24);
      Rights rights = Rights.values()[(int) random.below(4)];
      Optional<Rights> has = naive.getOrDefault(page, Optional.of(Rights.RWX));
      switch ((int) random.below(10)) {
        case 0 -> {
          MapResult result = app.map(page << 12, random.below(16) << 12, rights);
          if (result == MapResult.DONE) {
            naive.put(page, Optional.of(rights));
          } else {
            assertEquals(MapResult.FRAME_IN_USE, result);
          }
        }
        case 1 -> {
          app.unmap(page << 12);
          naive.put(page, Optional.empty());
        }
        case 2 -> {
          boolean done = app.protect(page << 12, rights) == MapResult.DONE;
          assertEquals(has.isPresent(), done);
          naive.put(page, has.map(r -> rights));
        }
        default -> {
          Op op = Op.values()[(int) random.below(3)];
          if (has.isPresent() && has.get().allows(op)) {
            assertTrue(app.accessPage(page, op).done());
          }
          assertEquals(has.isPresent(), app.page(page).valid());
        }
      }
      told.lines();
      assertEquals(app.resident(), 16 - host.kernel().frames().free());
    }
    naive.forEach((page, rights) -> assertEquals(rights.isPresent(), app.page(page).valid()));
  }
}
