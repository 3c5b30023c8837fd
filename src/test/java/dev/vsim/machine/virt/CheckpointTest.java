package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.event.Op;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyChoice;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.PolicyOption;
import dev.vsim.machine.memory.PolicyOptions;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.SplitMix64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A guest that has gone back is the guest that it was: what is done to it then has the consequences
 * that it had the first time, event by event, whatever happened in between.
 */
class CheckpointTest {
  private static final int FRAMES = 12;
  private static final int PAGES = 24;
  private static final int STEPS = 150;

  /** So that ages of pages decide. */
  private static final PolicyOptions OPTIONS = new PolicyOptions(Map.of(PolicyOption.TAU, 9.0));

  private final Told told = guests();

  @TestFactory
  Stream<DynamicTest> everyPolicyDecidesAsItHas() {
    return Policies.ALL.stream()
        .filter(policy -> !policy.equals(Policies.OPT))
        .flatMap(
            policy ->
                Stream.of(PagingForm.X86_64, PagingForm.SV39, PagingForm.X86_32)
                    .map(
                        form ->
                            dynamicTest(
                                policy.word() + " " + form.word(),
                                () -> new CheckpointTest().story(policy, form))));
  }

  /** One guest, of which each process refers, forks, is ended by chance. */
  private static final class Guest {
    final Machine machine;
    final Vm vm;
    int forks;

    Guest(Machine machine, PolicyChoice policy, PagingForm form) {
      this.machine = machine;
      KernelSettings kernel =
          KernelSettings.GUEST
              .withPaging(form)
              .withMemory(FRAMES * 4096L)
              .withSwap(Hosts.slots(40))
              .withPolicy(policy);
      this.vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT.withKernel(kernel));
      machine.declareProcess("own", vm, ProcessSettings.PLAIN.withFrames(3).withPolicy(policy));
      Region region = new Region("heap", 0, PAGES * 4096L, Rights.RWX);
      machine.declareProcess("plain", vm, ProcessSettings.PLAIN.withRegions(List.of(region)));
    }

    void act(SplitMix64 dice, boolean mayFork) {
      for (int i = 0; i < STEPS; i++) {
        List<Process> all = vm.kernel().processes().stream().filter(p -> !p.ended()).toList();
        Process process =
            all.isEmpty()
                ? machine.declareProcess("new" + forks++, vm, ProcessSettings.PLAIN)
                : all.get((int) dice.below(all.size()));
        long va = dice.below(PAGES) * 4096;
        switch ((int) dice.below(24)) {
          case 0 -> unmap(process, va, dice);
          case 1 -> process.protect(va, Rights.RW);
          case 2 -> fork(process, mayFork);
          case 3, 4, 5, 6 -> process.write(va + 8, 8, dice.next());
          case 7, 8 -> process.access(va, Op.WRITE);
          case 9 -> process.map(va, dice.below(FRAMES) * 4096, Rights.RWX);
          case 10, 11, 12, 13, 14 -> process.read(va + 8, 8);
          default -> process.access(va, Op.READ);
        }
        if (dice.below(200) == 0) {
          process.end();
        }
      }
    }

    /** Now and then: whoever refers to the page afterwards is ended. */
    private static void unmap(Process process, long va, SplitMix64 dice) {
      if (dice.below(8) == 0) {
        process.unmap(va);
      }
    }

    private void fork(Process process, boolean mayFork) {
      if (mayFork && !process.ended() && forks < 4) {
        machine.fork(process, "child" + forks++);
      }
    }
  }

  private void story(PolicyKind policy, PagingForm form) {
    Machine machine = Hosts.machine(told);
    Guest guest = new Guest(machine, new PolicyChoice(policy, OPTIONS), form);
    SplitMix64 dice = new SplitMix64(policy.word().hashCode());
    guest.act(dice, true);
    final Checkpoint kept = guest.vm.checkpoint();
    guest.vm.kernel().tlb().clear();
    final String state = state(guest.vm);
    final List<String> first = run(guest, kept.bytes());
    final String afterwards = state(guest.vm);
    guest.act(dice, true);
    for (int i = 0; i < 3; i++) {
      kept.restore();
      assertEquals(state, state(guest.vm));
      assertAlike(first, run(guest, kept.bytes()));
      assertEquals(afterwards, state(guest.vm));
      guest.act(dice, true);
    }
    assertTrue(first.stream().anyMatch(l -> l.startsWith("evict")), "something had to go");
    assertTrue(first.stream().anyMatch(l -> l.startsWith("swap-in")), "something came back");
  }

  private static void assertAlike(List<String> first, List<String> again) {
    for (int i = 0; i < Math.min(first.size(), again.size()); i++) {
      assertEquals(first.get(i), again.get(i), "event " + i);
    }
    assertEquals(first.size(), again.size());
  }

  private List<String> run(Guest guest, long seed) {
    told.lines();
    guest.machine.random().reseed(seed);
    guest.act(new SplitMix64(seed), false);
    return told.lines();
  }

  /** What does not depend on where the host has put the guest's memory. */
  private static Told guests() {
    return Told.only(
        "access",
        "tlb-hit",
        "tlb-miss",
        "page-fault",
        "frame-alloc",
        "evict",
        "swap-out",
        "swap-in",
        "copy-page",
        "read",
        "write",
        "segfault",
        "out-of-memory",
        "tlb-flush",
        "pte-update");
  }

  /** All that one can see of it from outside. */
  private static String state(Vm vm) {
    StringBuilder text = new StringBuilder();
    text.append(vm.kernel().frames().free()).append(' ').append(vm.kernel().swap().used());
    text.append(' ').append(vm.kernel().region().used()).append('\n');
    for (Process process : vm.kernel().processes()) {
      text.append(process.path()).append(process.ended() ? " ended" : "");
      text.append(' ').append(process.faults()).append(' ').append(process.hits());
      text.append(' ').append(process.resident()).append(' ').append(process.swapped());
      text.append(' ').append(process.accesses()).append('\n');
      for (long page = 0; page < PAGES; page++) {
        text.append(process.page(page)).append('\n');
      }
    }
    vm.image()
        .frames()
        .forEach((frame, bytes) -> text.append(frame).append(sum(bytes.orElse(new byte[0]))));
    return text.toString();
  }

  private static String sum(byte[] bytes) {
    return ":" + java.util.Arrays.hashCode(bytes) + " ";
  }

  @Test
  void whatBeganLaterHasNeverBeen() {
    Machine machine = Hosts.machine(told);
    Vm vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT);
    Process before = machine.declareProcess("before", vm, ProcessSettings.PLAIN);
    before.write(0x1000, 8, 1);
    Checkpoint kept = vm.checkpoint();
    Process later = machine.declareProcess("later", vm, ProcessSettings.PLAIN);
    later.write(0x1000, 8, 2);
    before.end();
    kept.restore();
    assertTrue(later.ended());
    assertFalse(before.ended());
    assertEquals(List.of(vm.init(), before), vm.kernel().processes());
    before.read(0x1000, 8);
    assertEquals(1, before.lastRead());
    assertEquals(1, vm.kernel().frames().total() - vm.kernel().frames().free());
  }

  @Test
  void itsMemoryIsBackedAnewFromTheLowestFrameOn() {
    Machine machine = Hosts.machine(told);
    Vm vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT);
    Vm other = machine.declareVm("other", machine.host(), VmSettings.DEFAULT);
    other.init().access(0, Op.WRITE);
    for (int page = 3; page >= 0; page--) {
      vm.init().write(page * 4096L, 8, page);
    }
    Checkpoint kept = vm.checkpoint();
    other.init().access(0x1000, Op.WRITE);
    other.init().end();
    kept.restore();
    int[] frames = new int[4];
    for (int gpa = 0; gpa < 4; gpa++) {
      frames[gpa] = vm.ept().hostFrame(gpa);
    }
    assertEquals(List.of(1, 2, 3, 4), java.util.Arrays.stream(frames).boxed().toList());
    for (int page = 0; page < 4; page++) {
      vm.init().read(page * 4096L, 8);
      assertEquals(page, vm.init().lastRead());
    }
  }

  @Test
  void aVmThatIsOffHasNoMemoryAndOneThatIsOnBeginsAnew() {
    Machine machine = Hosts.machine(told);
    final int free = machine.host().kernel().frames().free();
    Vm vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT);
    final int tables = machine.host().kernel().region().used();
    Process app = machine.declareProcess("app", vm, ProcessSettings.PLAIN);
    app.write(0x1000, 8, 7);
    vm.init().write(0x5000, 8, 8);
    vm.powerOff();
    assertEquals(free, machine.host().kernel().frames().free());
    assertTrue(app.ended());
    vm.powerOn();
    assertEquals(tables, machine.host().kernel().region().used());
    vm.init().read(0x5000, 8);
    assertEquals(0, vm.init().lastRead());
    assertTrue(app.ended());
    assertFalse(vm.init().ended());
  }
}
