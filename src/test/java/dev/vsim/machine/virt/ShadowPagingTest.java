package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shadow tables: the same translations as with EPT, at another price (rules.md R21). */
final class ShadowPagingTest {
  private static final long M = 1 << 20;

  private final Machine machine = new Machine(Told.nothing(), 1L << 30, 0);

  private Vm vm(String name, boolean ept, KernelSettings kernel) {
    Hardware hardware = Hardware.DEFAULT.withEpt(EptSettings.DEFAULT.withOn(ept));
    VmSettings settings = VmSettings.DEFAULT.withKernel(kernel).withHardware(hardware);
    return machine.declareVm(name, machine.host(), settings);
  }

  private static KernelSettings kernel(long memory, PolicyKind policy) {
    return KernelSettings.GUEST.withMemory(memory).withPolicy(PolicyChoice.of(policy));
  }

  /**
   * 1 + 20 to find nothing, an exit and the hypervisor's look, three times; between them the guest.
   */
  @Test
  void whatAFirstTouchCosts() {
    Vm vm = vm("vm", false, KernelSettings.GUEST);
    long before = machine.clock().now();
    vm.init().access(0x1000, Op.READ);
    long seen = 1200 + 1000;
    assertEquals(
        1 + 20 + seen + 1000 + seen + (1 + 20) + seen + (1 + 80) + 100,
        machine.clock().now() - before);
    assertEquals(3, vm.exits());
    before = machine.clock().now();
    vm.kernel().tlb().clear();
    vm.init().access(0x1000, Op.READ);
    assertEquals(1 + 80 + 100, machine.clock().now() - before);
  }

  /** One program in two VMs: what its guest sees is the same, whatever the policy looks at. */
  @Test
  void theGuestSeesNoDifference() {
    for (PolicyKind policy : List.of(Policies.LRU, Policies.CLOCK, Policies.NRU, Policies.AGING)) {
      Vm shadowed = vm("s" + policy.word(), false, kernel(32 << 12, policy));
      Vm nested = vm("n" + policy.word(), true, kernel(32 << 12, policy));
      Process one = program(shadowed);
      Process other = program(nested);
      for (Vm vm : List.of(shadowed, nested)) {
        assertTrue(vm.kernel().frames().free() == 0, "there was something to replace");
      }
      assertEquals(one.faults(), other.faults(), policy.word());
      assertEquals(one.evictions(), other.evictions());
      assertEquals(one.swapOuts(), other.swapOuts());
      for (long page = 0; page < 64; page++) {
        assertEquals(other.page(page).frame(), one.page(page).frame());
        assertEquals(other.page(page).dirty(), one.page(page).dirty());
        assertEquals(other.page(page).entry(), one.page(page).entry(), "A and D are the guest's");
      }
      assertTrue(shadowed.exits() > 4 * nested.exits());
    }
  }

  private static Process program(Vm vm) {
    Process init = vm.init();
    Process child = vm.kernel().fork(init, vm.path() + ".child");
    SplitMix64 dice = new SplitMix64(3);
    Map<Long, Long> model = new HashMap<>();
    for (int i = 0; i < 4000; i++) {
      Process who = dice.below(4) == 0 ? child : init;
      long va = dice.below(64 << 12) & -8;
      long key = who == init ? va : -1 - va;
      if (dice.below(3) == 0) {
        long value = dice.next();
        assertTrue(who.write(va, 8, value).done());
        model.put(key, value);
      } else {
        assertTrue(who.read(va, 8).done());
        assertEquals(model.getOrDefault(key, 0L), who.lastRead());
      }
      if (i % 500 == 0) {
        init.protect(va & -4096, Rights.RWX);
      }
    }
    shadowsAgree(vm, init);
    shadowsAgree(vm, child);
    return init;
  }

  /**
   * Every entry of a shadow is the composition of the guest's and the hypervisor's, and no more.
   */
  private static void shadowsAgree(Vm vm, Process process) {
    if (vm.shadows().isEmpty()) {
      return;
    }
    PageTable shadow = vm.shadows().get().find(process).orElseThrow();
    EntryFormat entries = shadow.form().entries();
    int mapped = 0;
    for (long page = shadow.next(0); page >= 0; page = shadow.next(page + 1)) {
      long entry = shadow.entry(page);
      if (entries.present(entry)) {
        long guests = process.table().entry(page);
        assertTrue(entries.present(guests) && entries.accessed(guests));
        assertEquals(vm.ept().hostFrame(entries.frame(guests)), entries.frame(entry));
        assertTrue(!entries.allows(entry, 1) || entries.allows(guests, 1) && entries.dirty(guests));
        mapped++;
      }
    }
    assertEquals(mapped, ShadowTables.pages(shadow));
    assertTrue(mapped > 0);
  }

  @Test
  void largePagesOfTheGuestsAreShadowedInPieces() {
    Vm vm = vm("vm", false, KernelSettings.GUEST);
    Region heap = new Region("heap", 16 * M, 4 * M, Rights.RW, 2);
    Process process = vm.kernel().start("vm.p", ProcessSettings.PLAIN.withRegions(List.of(heap)));
    assertTrue(process.write(16 * M + 8, 8, 7).done());
    assertTrue(process.write(17 * M, 8, 9).done());
    assertTrue(process.read(16 * M + 8, 8).done());
    assertEquals(7, process.lastRead());
    assertEquals(1, process.faults());
    assertEquals(2, ShadowTables.pages(vm.shadows().get().find(process).orElseThrow()));
    process.protect(16 * M, Rights.R);
    assertEquals(0, ShadowTables.pages(vm.shadows().get().find(process).orElseThrow()));
    assertTrue(process.read(17 * M, 8).done());
    assertEquals(9, process.lastRead());
  }

  @Test
  void everyFormIsShadowedInItsOwn() {
    for (PagingForm form :
        List.of(PagingForm.LINEAR, PagingForm.X86_32, PagingForm.SV39, PagingForm.X86_64)) {
      Vm vm = vm(form.word(), false, KernelSettings.GUEST.withPaging(form).withMemory(32 * M));
      assertTrue(vm.init().write(0x5000, 8, 5).done());
      vm.kernel().tlb().clear();
      long before = vm.init().walkReferences();
      assertTrue(vm.init().read(0x5000, 8).done());
      assertEquals(form.levels(), vm.init().walkReferences() - before, form.word());
      assertEquals(5, vm.init().lastRead());
    }
  }

  @Test
  void whatIsBehindTheGuestMayMove() {
    Vm vm = vm("vm", false, KernelSettings.GUEST);
    vm.init().access(0x1000, Op.READ);
    long exits = vm.exits();
    vm.map(0, 0x15000, Rights.RWX);
    vm.init().access(0x1000, Op.READ);
    assertEquals(exits + 1, vm.exits(ExitReason.EXCEPTION_OR_NMI), "a hidden fault");
    PageTable shadow = vm.shadows().get().find(vm.init()).orElseThrow();
    assertEquals(0x15, shadow.form().entries().frame(shadow.entry(1)));
  }

  @Test
  void aProcessThatEndsLeavesNoShadow() {
    Vm vm = vm("vm", false, KernelSettings.GUEST);
    int before = machine.host().kernel().region().used();
    Process process = vm.kernel().start("vm.p", ProcessSettings.PLAIN);
    process.access(0x1000, Op.READ);
    assertTrue(vm.shadows().get().find(process).isPresent());
    process.end();
    assertFalse(vm.shadows().get().find(process).isPresent());
    vm.powerOff();
    vm.powerOn();
    assertEquals(before, machine.host().kernel().region().used());
  }
}
