package dev.vsim.machine.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What models take is accounted for before it is taken, and again when it is let go. */
class BudgetTest {
  private final Machine machine = Hosts.machine(Told.nothing());
  private final Budget budget = machine.budget();

  private Vm vm(String name) {
    return machine.declareVm(
        name,
        machine.host(),
        VmSettings.DEFAULT
            .withKernel(KernelSettings.GUEST.withMemory(1 << 20))
            .withDisks(DiskSettings.thin(1 << 30)));
  }

  @Test
  void whatIsLeftGoesToOneOfBoth() {
    Budget small = new Budget(100, 1_000);
    small.charge(60);
    assertEquals(60, small.used());
    assertThrows(LimitReached.class, () -> small.charge(41));
    assertEquals(60, small.used());
    Budget rest = small.rest();
    rest.charge(40);
    assertThrows(LimitReached.class, () -> rest.require(1));
    small.release(60);
    small.require(100);
  }

  /** It is told before everything takes long, not when. */
  @Test
  void aComputerWithLessThanTheLimitIsShortOfMemory() {
    Budget budget = new Budget(1_000, 100);
    budget.charge(100);
    assertTrue(assertThrows(LimitReached.class, () -> budget.charge(1)).isComputers());
    assertTrue(assertThrows(LimitReached.class, () -> budget.rest().charge(1)).isComputers());
    assertFalse(assertThrows(LimitReached.class, () -> budget.charge(901)).isComputers());
  }

  /** The figures were weighed: the heap's growth over 20,000 of them. */
  @Test
  void aMachineTakesWhatItsPartsTake() {
    vm("first");
    long before = budget.used();
    vm("second");
    long taken = budget.used() - before;
    assertTrue(taken >= 12_000 && taken <= 20_000, "bytes of a VM with a disk: " + taken);
  }

  @Test
  void snapshotsAndTheirFilesAreLetGo() {
    Vm vm = vm("linux");
    machine.storage().take(vm, "first", false);
    long before = budget.used();
    for (int i = 0; i < 10; i++) {
      machine.storage().take(vm, "s" + i, false);
    }
    long taken = (budget.used() - before) / 10;
    assertTrue(taken >= 800 && taken <= 1_500, "bytes of a snapshot of one disk: " + taken);
    for (int i = 9; i >= 0; i--) {
      Optional<Snapshot> snapshot = vm.snapshots().named("s" + i);
      machine.storage().delete(vm, snapshot.orElseThrow());
    }
    long names = budget.used() - before;
    assertTrue(names <= 10 * 200, "nothing is left but names that are not given again: " + names);
  }
}
