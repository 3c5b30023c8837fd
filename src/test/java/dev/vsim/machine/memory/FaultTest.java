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
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that end a process, and what a process then is. */
final class FaultTest {
  private static final List<Region> REGIONS =
      List.of(
          new Region("text", 0x400000, 0x2000, Rights.RX),
          new Region("data", 0x10000, 0x1000, Rights.RW),
          new Region("constants", 0x20000, 0x1000, Rights.R));

  private final Told told = Told.visible();
  private final Machine machine = Hosts.machine(told);
  private final Host host = machine.host();
  private final Process app =
      machine.declareProcess("app", host, ProcessSettings.PLAIN.withRegions(REGIONS));

  @Test
  void outsideOfRegionsNothingIsValid() {
    assertEquals(AccessResult.ENDED, app.access(0x1000, Op.READ));
    assertEquals(
        """
        access app op read va 0x1000
        tlb-miss app page 0x1
        page-fault app va 0x1000 cause invalid error 0x4
        segfault app va 0x1000
        """,
        told.text());
    assertEquals(1 + 20 + 1000, machine.clock().now());
    assertTrue(app.ended());
    assertEquals(AccessResult.REFUSED, app.access(0x400000, Op.READ));
    assertEquals(MapResult.ENDED, app.map(0, 0, Rights.R));
    assertEquals(List.of(), told.lines(), "the command says that it is refused");
    assertEquals(1, app.faults(Cause.INVALID));
    machine.refuse(app, "access", "ended");
    assertEquals("refused app command access reason ended\n", told.text());
    assertEquals(AccessResult.FAULTED, host.init().access(0, Op.READ), "only that process");
  }

  @Test
  void whatTheRegionForbidsIsProtectionEvenBeforeThePageIsThere() {
    assertEquals(AccessResult.ENDED, app.access(0x400000, Op.WRITE));
    assertEquals(
        """
        access app op write va 0x400000
        tlb-miss app page 0x400
        page-fault app va 0x400000 cause protection error 0x6
        segfault app va 0x400000
        """,
        told.text());
  }

  @Test
  void aPresentPageHasItsBitInTheError() {
    app.access(0x401fff, Op.EXECUTE);
    told.lines();
    assertEquals(AccessResult.ENDED, app.access(0x401000, Op.WRITE));
    assertEquals(
        """
        access app op write va 0x401000
        tlb-hit app page 0x401
        page-fault app va 0x401000 cause protection error 0x7
        segfault app va 0x401000
        """,
        told.text());
  }

  @Test
  void dataIsNotExecuted() {
    app.access(0x10000, Op.WRITE);
    told.lines();
    assertEquals(AccessResult.ENDED, app.access(0x10000, Op.EXECUTE));
    assertEquals(
        """
        access app op execute va 0x10000
        tlb-hit app page 0x10
        page-fault app va 0x10000 cause protection error 0x15
        segfault app va 0x10000
        """,
        told.text());
  }

  @Test
  void anAddressThatIsNotCanonicalIsAGeneralProtectionFault() {
    assertEquals(AccessResult.ENDED, app.access(0x8000_0000_0000L, Op.READ));
    assertEquals(
        """
        access app op read va 0x800000000000
        gp-fault app vector 13
        segfault app va 0x800000000000
        """,
        told.text());
    assertEquals(0, app.faults());
  }

  @Test
  void theUpperHalfIsTheKernels() {
    Process init = host.init();
    assertEquals(AccessResult.ENDED, init.access(0xffff_8000_0000_1000L, Op.READ));
    assertEquals(
        """
        access host.init op read va 0xffff800000001000
        tlb-miss host.init page 0xffff800000001
        page-fault host.init va 0xffff800000001000 cause invalid error 0x5
        segfault host.init va 0xffff800000001000
        """,
        told.text());
  }

  @Test
  void inAVmTheVcpuIsInterrupted() {
    Vm vm = machine.declareVm("vm", host, VmSettings.DEFAULT);
    vm.init().access(1L << 63, Op.READ);
    assertEquals("gp-fault vm.vcpu0 vector 13", told.lines().get(1));
  }

  @Test
  void withoutRegionsTheLowerHalfIsValidToItsEnds() {
    Process init = host.init();
    assertEquals(AccessResult.FAULTED, init.access(0, Op.EXECUTE));
    assertEquals(AccessResult.FAULTED, init.access(0x7fff_ffff_ffffL, Op.WRITE));
    assertFalse(init.ended());
  }

  @Test
  void anEndedProcessHasNothing() {
    Process init = host.init();
    KernelRegion region = host.kernel().region();
    int tables = region.used();
    Process other = machine.declareProcess("other", host, ProcessSettings.PLAIN);
    for (long page = 0; page < 5; page++) {
      init.accessPage(page, Op.WRITE);
      other.accessPage(page, Op.WRITE);
    }
    int free = host.kernel().frames().free();
    assertEquals(5, other.resident());
    other.end();
    assertEquals(0, other.resident());
    assertEquals(free + 5, host.kernel().frames().free());
    assertEquals(tables + 3, region.used(), "host.init has three tables more");
    assertFalse(other.page(1).valid());
    assertEquals(5, other.faults(), "what it counted stays");
    assertTrue(host.kernel().tlb().rows().stream().allMatch(r -> r.space() == init.id()));
  }
}
