package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.ExitReason;
import dev.vsim.event.Op;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A VM in a VM (rules.md R24). */
final class NestedVmTest {
  private static final long M = 1 << 20;

  private final Told told = Told.visible();
  private final Machine machine = new Machine(told, 1L << 30, 0);
  private final Vm outer = machine.declareVm("outer", machine.host(), settings(64 * M));
  private final Vm inner = machine.declareVm("inner", outer, settings(16 * M));

  private static VmSettings settings(long memory) {
    return VmSettings.DEFAULT.withKernel(KernelSettings.GUEST.withMemory(memory));
  }

  @Test
  void aFirstTouchIsReflectedToTheOuterHypervisor() {
    long before = machine.clock().now();
    inner.init().access(0x1000, Op.READ);
    assertEquals(
        """
        access inner.init op read va 0x1000
        tlb-miss inner.init page 0x1
        page-fault inner.init va 0x1000 cause first-touch error 0x4
        frame-alloc inner.init page 0x1 frame 0x0
        ept-violation inner.vcpu0 gpa 0x0 qualification 0x181 gva 0x1000
        vm-exit inner.vcpu0 reason ept-violation number 48 level 0
        vm-entry outer.vcpu0
        ept-map inner gpa 0x0 hpa 0x0 level 1
        vm-exit outer.vcpu0 reason vmresume number 24 level 0
        ept-map outer gpa 0x0 hpa 0x0 level 0
        ept-map inner gpa 0x0 hpa 0x0 level 0
        vm-entry inner.vcpu0
        translate inner.init gva 0x1000 gpa 0x0 hpa 0x0
        """,
        told.text());
    long walks = 5 + (5 * 4 + 3) + 24;
    long handlers = 3 * 1000;
    assertEquals(3 + walks * 20 + handlers + 2 * 1200 + 100, machine.clock().now() - before);
    assertEquals(1, inner.exits());
    assertEquals(1, outer.exits(ExitReason.VMRESUME));
    inner.kernel().tlb().clear();
    long references = inner.init().walkReferences();
    inner.init().access(0x1000, Op.READ);
    assertEquals(24, inner.init().walkReferences() - references, "two dimensions, not three");
  }

  @Test
  void whatTheOuterHypervisorHasIsNotReflected() {
    inner.map(0, 3 * M, Rights.RWX);
    inner.init().map(0x1000, 0, Rights.RWX);
    told.lines();
    inner.init().access(0x1000, Op.READ);
    List<String> lines = told.lines();
    assertTrue(lines.contains("ept-map outer gpa 0x300000 hpa 0x0 level 0"), lines::toString);
    assertTrue(lines.contains("ept-map inner gpa 0x0 hpa 0x0 level 0"));
    assertEquals(0, outer.exits());
  }

  @Test
  void everyOtherExitIsReflected() {
    inner.map(0, 3 * M, Rights.R);
    outer.map(3 * M, 5 * M, Rights.RWX);
    inner.init().map(0x1000, 0, Rights.RWX);
    inner.init().access(0x1000, Op.READ);
    told.lines();
    inner.init().access(0x1000, Op.WRITE);
    List<String> lines = told.lines();
    assertTrue(
        lines.contains("ept-violation inner.vcpu0 gpa 0x0 qualification 0x18a gva 0x1000"),
        lines::toString);
    assertTrue(lines.contains("ept-map inner gpa 0x0 hpa 0x300000 rights rw level 1"));
    assertTrue(lines.contains("ept-map inner gpa 0x0 hpa 0x500000 rights rw level 0"));
  }

  /** Contents stay, whatever moves beneath; translations are the composition of three tables. */
  @Test
  void contentsSurviveWhatTheHostAndTheOuterHypervisorDo() {
    SplitMix64 dice = new SplitMix64(11);
    Map<Long, Long> model = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      Process who = dice.below(2) == 0 ? inner.init() : outer.init();
      long va = dice.below(40 << 12) & -8;
      long key = who == inner.init() ? va : -1 - va;
      if (dice.below(3) == 0) {
        long value = dice.next();
        assertTrue(who.write(va, 8, value).done());
        model.put(key, value);
      } else {
        assertTrue(who.read(va, 8).done());
        assertEquals(model.getOrDefault(key, 0L), who.lastRead());
      }
      if (who == inner.init()) {
        composed(va);
      }
      if (i % 97 == 0) {
        changeRights(dice);
      }
    }
    noFrameTwice();
  }

  private void changeRights(SplitMix64 dice) {
    Vm vm = dice.below(2) == 0 ? inner : outer;
    int frame = (int) dice.below(8);
    if (vm.ept().backs(frame)) {
      vm.map((long) frame << 12, (long) vm.ept().hostFrame(frame) << 12, Rights.R);
    }
  }

  private void composed(long va) {
    int frame = inner.init().page(va >>> 12).frame().orElseThrow();
    int between = inner.ept().hostFrame(frame);
    long hpa = (long) outer.ept().hostFrame(between) << 12 | va & 0xfff;
    List<String> lines =
        told.lines().stream().filter(line -> line.startsWith("translate inner")).toList();
    String last = lines.get(lines.size() - 1);
    assertTrue(last.endsWith(" hpa 0x" + Long.toHexString(hpa)), last);
  }

  /** The outer VM's memory is the inner's, too; but no page of its processes is. */
  private void noFrameTwice() {
    Set<Integer> inners = new HashSet<>();
    inner.ept().pages().forEach(page -> inners.add(page.hostFirst()));
    for (long page = 0; page < 40; page++) {
      outer.init().page(page).frame().ifPresent(f -> assertTrue(!inners.contains(f)));
    }
  }

  @Test
  void theOuterVmTakesTheInnerWithIt() {
    machine.declareProcess("later", outer, ProcessSettings.PLAIN);
    inner.init().write(0x1000, 8, 7);
    outer.powerOff();
    assertEquals(PowerState.OFF, inner.state());
    assertEquals("off", inner.hindrance().orElseThrow());
    assertEquals(machine.host().kernel().frames().total(), machine.host().kernel().frames().free());
    outer.powerOn();
    inner.powerOn();
    assertTrue(inner.init().read(0x1000, 8).done());
    assertEquals(0, inner.init().lastRead());
    assertNotEquals(0, inner.exits());
  }
}
