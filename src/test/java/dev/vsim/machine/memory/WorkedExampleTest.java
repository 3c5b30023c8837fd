package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules.md 5.2: four frames, five pages, LRU on the host. */
final class WorkedExampleTest {
  private static final long LIMIT = 1L << 30;

  private Told told = Told.visible();
  private Machine machine;
  private Process init;

  private void begin(Told sink) {
    told = sink;
    machine = new Machine(told, LIMIT, 0);
    KernelSettings kernel = KernelSettings.HOST.withMemory(16 << 10);
    Host host = machine.declareHost("host", HostSettings.DEFAULT.withKernel(kernel));
    init = host.init();
    assertEquals(5, init.labelNextPages(List.of("A", "B", "C", "D", "E")));
  }

  private void readAll(int from, int to) {
    for (int page = from; page <= to; page++) {
      assertEquals(AccessResult.FAULTED, init.accessPage(page, Op.READ));
    }
  }

  @Test
  void fivePagesInFourFrames() {
    begin(Told.visible());
    readAll(0, 4);
    assertEquals(
        """
        access host.init op read va 0x0
        tlb-miss host.init page A
        page-fault host.init va 0x0 cause first-touch error 0x4
        frame-alloc host.init page A frame 0x0
        translate host.init va 0x0 pa 0x0
        access host.init op read va 0x1000
        tlb-miss host.init page B
        page-fault host.init va 0x1000 cause first-touch error 0x4
        frame-alloc host.init page B frame 0x1
        translate host.init va 0x1000 pa 0x1000
        access host.init op read va 0x2000
        tlb-miss host.init page C
        page-fault host.init va 0x2000 cause first-touch error 0x4
        frame-alloc host.init page C frame 0x2
        translate host.init va 0x2000 pa 0x2000
        access host.init op read va 0x3000
        tlb-miss host.init page D
        page-fault host.init va 0x3000 cause first-touch error 0x4
        frame-alloc host.init page D frame 0x3
        translate host.init va 0x3000 pa 0x3000
        access host.init op read va 0x4000
        tlb-miss host.init page E
        page-fault host.init va 0x4000 cause first-touch error 0x4
        evict host.init page A frame 0x0 dirty false
        frame-alloc host.init page E frame 0x0
        translate host.init va 0x4000 pa 0x0
        """,
        told.text());
    assertEquals(6250, machine.clock().now());
    assertEquals(1250, init.eat().orElseThrow());
    assertEquals(5, init.faults());
    assertEquals(0, init.hits());
    assertEquals(5, init.accesses());
    assertEquals(4, init.resident());
    assertEquals(0, init.swapped());
  }

  @Test
  void theFirstAccessTakes1202Nanoseconds() {
    begin(Told.everything());
    readAll(0, 0);
    assertEquals(
        """
        access host.init op read va 0x0
        split host.init page A offset 0x0
        tlb-miss host.init page A
        walk host.init level 4 index 0 entry 0x0
        interrupt host.init vector 14 error 0x4
        page-fault host.init va 0x0 cause first-touch error 0x4
        frame-alloc host.init page A frame 0x0
        pte-update host.init page A entry 0x7
        retry host.init va 0x0
        walk host.init level 4 index 0 entry 0x5007
        walk host.init level 3 index 0 entry 0x6007
        walk host.init level 2 index 0 entry 0x7007
        walk host.init level 1 index 0 entry 0x7
        translate host.init va 0x0 pa 0x0
        """,
        told.text());
    assertEquals(1202, machine.clock().now());
    assertEquals(5, init.walkReferences());
    assertEquals(0x27, init.page(0).entry(), "the walk that succeeded set A");
    readAll(1, 1);
    assertEquals(1202 + 1262, machine.clock().now());
  }

  @Test
  void aDirtyVictimIsWrittenToItsSlotAndReadBack() {
    begin(Told.visible());
    assertEquals(AccessResult.FAULTED, init.accessPage(0, Op.WRITE));
    assertEquals(
        """
        access host.init op write va 0x0
        tlb-miss host.init page A
        page-fault host.init va 0x0 cause first-touch error 0x6
        frame-alloc host.init page A frame 0x0
        translate host.init va 0x0 pa 0x0
        """,
        told.text());
    readAll(1, 3);
    told.lines();
    readAll(4, 4);
    assertEquals(
        """
        access host.init op read va 0x4000
        tlb-miss host.init page E
        page-fault host.init va 0x4000 cause first-touch error 0x4
        evict host.init page A frame 0x0 dirty true
        swap-out host.init page A slot 0
        frame-alloc host.init page E frame 0x0
        translate host.init va 0x4000 pa 0x0
        """,
        told.text());
    assertEquals(6250 + 100_000, machine.clock().now());
    assertEquals(1, init.swapped());

    readAll(0, 0);
    assertEquals(
        """
        access host.init op read va 0x0
        tlb-miss host.init page A
        page-fault host.init va 0x0 cause swapped error 0x4
        evict host.init page B frame 0x1 dirty false
        frame-alloc host.init page A frame 0x1
        swap-in host.init page A slot 0
        translate host.init va 0x0 pa 0x1000
        """,
        told.text());
    assertEquals(6250 + 200_000 + 1262, machine.clock().now());

    readAll(1, 1);
    assertEquals(
        """
        access host.init op read va 0x1000
        tlb-miss host.init page B
        page-fault host.init va 0x1000 cause first-touch error 0x4 again true
        evict host.init page C frame 0x2 dirty false
        frame-alloc host.init page B frame 0x2
        translate host.init va 0x1000 pa 0x2000
        """,
        told.text());
    assertEquals(6, init.faults(Cause.FIRST_TOUCH));
    assertEquals(1, init.faults(Cause.SWAPPED));
    assertEquals(1, init.kernel().swap().used(), "a page keeps its slot");
  }
}
