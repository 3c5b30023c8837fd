package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.MapResult;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.time.Cost;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NestedWalkTest {
  private static final PolicyChoice LRU = PolicyChoice.of(Policies.LRU);

  /** As in rules.md 5.1, but the tables lie from 1G on, so the second walk ends a level earlier. */
  private static final long FIRST_TOUCH = 4343 - 20;

  private final Told told = Told.visible();
  private final Machine machine = Hosts.machine(told);

  private Vm vm(String name, int frames) {
    VmSettings settings = VmSettings.DEFAULT.withKernel(Hosts.kernel(frames, LRU));
    return machine.declareVm(name, machine.host(), settings);
  }

  @Test
  void theHypervisorAddsTheRightThatWasMissing() {
    Vm vm = vm("vm", 64);
    vm.init().map(0x1000, 0x5000, Rights.RWX);
    vm.map(0x5000, 0x15000, Rights.R);
    vm.init().access(0x1000, Op.READ);
    vm.init().access(0x2000, Op.READ);
    told.lines();
    assertEquals(AccessResult.HIT, vm.init().access(0x1000, Op.WRITE));
    assertEquals(
        """
        access vm.init op write va 0x1000
        tlb-hit vm.init page 0x1
        ept-violation vm.vcpu0 gpa 0x5000 qualification 0x18a gva 0x1000
        vm-exit vm.vcpu0 reason ept-violation number 48
        ept-map vm gpa 0x5000 hpa 0x15000 rights rw
        vm-entry vm.vcpu0
        translate vm.init gva 0x1000 gpa 0x5000 hpa 0x15000
        """,
        told.text());
    vm.init().access(0x2000, Op.READ);
    assertTrue(
        told.lines().contains("tlb-miss vm.init page 0x2"), "a changed entry empties the TLB");
    assertEquals(Rights.RW, EntryFormat.EPT.rights(vm.ept().entry(5)));
    assertEquals(2, vm.exits(ExitReason.EPT_VIOLATION));
  }

  @Test
  void aNewEntryLeavesTheTlbAlone() {
    Vm vm = vm("vm", 64);
    vm.init().access(0x1000, Op.READ);
    vm.init().access(0x2000, Op.READ);
    told.lines();
    vm.init().access(0x1000, Op.READ);
    assertEquals("tlb-hit vm.init page 0x1", told.lines().get(1));
  }

  @Test
  void aFrameThatWasBackedBeforeCausesNoViolation() {
    Vm vm = vm("vm", 1);
    vm.init().access(0x1000, Op.WRITE);
    told.lines();
    vm.init().access(0x2000, Op.READ);
    assertEquals(
        """
        access vm.init op read va 0x2000
        tlb-miss vm.init page 0x2
        page-fault vm.init va 0x2000 cause first-touch error 0x4
        evict vm.init page 0x1 frame 0x0 dirty true
        swap-out vm.init page 0x1 slot 0
        frame-alloc vm.init page 0x2 frame 0x0
        translate vm.init gva 0x2000 gpa 0x0 hpa 0x0
        """,
        told.text());
    assertEquals(1, vm.exits());
  }

  @Test
  void walksOf24ReferencesAreTheRule() {
    Vm vm = vm("vm", 64);
    Process init = vm.init();
    init.access(0, Op.READ);
    vm.kernel().tlb().clear();
    long before = init.walkReferences();
    long time = machine.clock().now();
    init.access(0, Op.READ);
    assertEquals(24, init.walkReferences() - before);
    assertEquals(1 + 24 * 20 + 100, machine.clock().now() - time);
  }

  @Test
  void aWriteThroughACleanEntryWalksAgainAndIsNoMiss() {
    Vm vm = vm("vm", 64);
    Process init = vm.init();
    init.access(0, Op.READ);
    EntryFormat ept = EntryFormat.EPT;
    assertTrue(ept.accessed(vm.ept().entry(0)) && !ept.dirty(vm.ept().entry(0)));
    long misses = vm.kernel().tlb().misses();
    long time = machine.clock().now();
    assertEquals(AccessResult.HIT, init.access(0, Op.WRITE));
    assertEquals(1 + 24 * 20 + 100, machine.clock().now() - time);
    assertEquals(misses, vm.kernel().tlb().misses());
    assertTrue(ept.dirty(vm.ept().entry(0)));
    assertTrue(init.page(0).dirty());
    time = machine.clock().now();
    init.access(0, Op.WRITE);
    assertEquals(101, machine.clock().now() - time);
  }

  /** Reading a guest's table counts as writing it, with A and D in the EPT (SDM 3C 28.3.5). */
  @Test
  void guestTablesAreDirtyInTheEpt() {
    Vm vm = vm("vm", 64);
    vm.init().access(0, Op.READ);
    for (int table = 64; table < 68; table++) {
      assertTrue(EntryFormat.EPT.dirty(vm.ept().entry(table)), "table in frame " + table);
    }
    assertFalse(EntryFormat.EPT.dirty(vm.ept().entry(0)));
  }

  @Test
  void kernelFramesAreCountedApart() {
    machine.host();
    int before = machine.host().kernel().region().used();
    Vm vm = vm("vm", 64);
    assertEquals(1, vm.kernel().region().used(), "the root of vm.init");
    assertEquals(
        before + 4 + 1, machine.host().kernel().region().used(), "the EPT, and what backs it");
    vm.init().access(0, Op.READ);
    assertEquals(4, vm.kernel().region().used());
    assertEquals(64, vm.kernel().frames().total());
    assertEquals(63, vm.kernel().frames().free());
  }

  @Test
  void whatCannotBeMappedIsSaid() {
    Vm vm = vm("vm", 64);
    Vm other = vm("other", 64);
    assertEquals(MapResult.UNALIGNED, vm.map(0x5001, 0x15000, Rights.RWX));
    assertEquals(MapResult.NO_SUCH_PAGE, vm.map(64 << 12, 0x15000, Rights.RWX));
    assertEquals(MapResult.NO_SUCH_PAGE, vm.map(-0x1000, 0x15000, Rights.RWX));
    assertEquals(MapResult.NO_SUCH_FRAME, vm.map(0x5000, 16L << 30, Rights.RWX));
    assertEquals(MapResult.DONE, vm.map(0x5000, 0x15000, Rights.RWX));
    assertEquals(MapResult.FRAME_IN_USE, other.map(0x5000, 0x15000, Rights.RWX));
    assertEquals(MapResult.DONE, vm.map(0x5000, 0x16000, Rights.RWX), "to another frame");
    assertEquals(MapResult.DONE, other.map(0x5000, 0x15000, Rights.RWX), "which left the first");
    assertEquals(vm, machine.host().kernel().owner(0x16));
    assertEquals(5, machine.host().kernel().pageIn(0x16));
  }

  @Test
  void aHostWithoutFramesEvictsItsOwnPagesAndThenIsStuck() {
    KernelSettings small = Hosts.kernel(1, LRU).withSwap(Hosts.slots(0));
    machine.declareHost("small", HostSettings.DEFAULT.withKernel(small));
    Vm vm = vm("vm", 2);
    machine.host().init().accessPage(0, Op.READ);
    assertEquals(AccessResult.FAULTED, vm.init().write(0, 8, 1));
    assertTrue(told.lines().contains("evict small.init page 0x0 frame 0x0 dirty false"));
    assertEquals(0, machine.host().init().resident());
    Vm other = vm("other", 2);
    assertEquals(AccessResult.STUCK, other.init().accessPage(0, Op.READ));
    assertEquals(AccessResult.HIT, vm.init().read(0, 8));
  }

  @Test
  void aVmHasItsHostsCostsUnlessItSaysOtherwise() {
    KernelSettings hosts = KernelSettings.HOST.withCosts(Map.of(Cost.VM_EXIT, 0L, Cost.DRAM, 0L));
    machine.declareHost("host", HostSettings.DEFAULT.withKernel(hosts));
    KernelSettings guests = KernelSettings.GUEST.withCosts(Map.of(Cost.DRAM, 50_500L));
    Vm plain = machine.declareVm("plain", machine.host(), VmSettings.DEFAULT);
    Vm other = machine.declareVm("other", machine.host(), VmSettings.DEFAULT.withKernel(guests));
    plain.init().access(0x1000, Op.READ);
    assertEquals(FIRST_TOUCH - 1200 - 100, machine.clock().now());
    other.init().access(0x1000, Op.READ);
    assertEquals(2 * (FIRST_TOUCH - 1200 - 100) + 50, machine.clock().now());
    other.init().access(0x1000, Op.READ);
    assertEquals(
        2 * (FIRST_TOUCH - 1200 - 100) + 50 + 51 + 1, machine.clock().now(), "picoseconds add up");
  }

  @Test
  void processesOfAVmSwitchItsContext() {
    Vm vm = vm("vm", 64);
    Process chrome = machine.declareProcess("chrome", vm, ProcessSettings.PLAIN);
    assertEquals("vm.chrome", chrome.path());
    vm.init().access(0, Op.READ);
    told.lines();
    chrome.access(0, Op.READ);
    assertEquals("context-switch vm from vm.init to vm.chrome", told.lines().get(0));
    assertEquals(vm.vcpus().get(0), machine.find("vm.vcpu0").orElseThrow());
    assertEquals(chrome, machine.find("vm.chrome").orElseThrow());
    assertTrue(machine.find("vm.firefox").isEmpty());
  }
}
