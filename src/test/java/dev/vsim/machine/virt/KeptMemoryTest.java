package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a guest's memory held is there again when it goes back, however it is translated. */
final class KeptMemoryTest {
  private static final long M = 1 << 20;
  private static final int PAGES = 60;

  private final Machine machine = new Machine(Told.nothing(), 1L << 30, 0);

  /** How a guest's memory may be translated. */
  private Map<String, Vm> guests() {
    EptSettings ept = EptSettings.DEFAULT;
    Map<String, Vm> guests = new LinkedHashMap<>();
    guests.put("large pages", vm("large", ept.withLargest(2)));
    guests.put("shadow tables", vm("shadow", ept.withOn(false)));
    guests.put("no bits", vm("bits", ept.withAccessedDirty(false)));
    guests.put("nested", machine.declareVm("inner", vm("outer", ept), settings(16 * M, ept)));
    return guests;
  }

  private Vm vm(String name, EptSettings ept) {
    return machine.declareVm(name, machine.host(), settings(32 * M, ept));
  }

  private static VmSettings settings(long memory, EptSettings ept) {
    return VmSettings.DEFAULT
        .withKernel(KernelSettings.GUEST.withMemory(memory))
        .withHardware(Hardware.DEFAULT.withEpt(ept));
  }

  @TestFactory
  Stream<DynamicTest> contentsComeBack() {
    return guests().entrySet().stream()
        .map(g -> dynamicTest(g.getKey(), () -> story(g.getValue())));
  }

  private static void story(Vm vm) {
    SplitMix64 dice = new SplitMix64(9);
    Map<Long, Long> model = new LinkedHashMap<>();
    write(vm.init(), dice, model);
    int region = vm.physicalHost().region().used();
    Checkpoint kept = vm.checkpoint();
    Map<Long, Long> then = new LinkedHashMap<>(model);
    List<Integer> frames = frames(vm);
    write(vm.init(), dice, model);
    kept.restore();
    assertEquals(frames, frames(vm), "the guest's own frames");
    holds(vm.init(), then);
    assertTrue(vm.physicalHost().region().used() <= region + 4, "tables of before are freed");
    write(vm.init(), dice, then);
    holds(vm.init(), then);
  }

  private static List<Integer> frames(Vm vm) {
    List<Integer> frames = new ArrayList<>();
    for (long page = 0; page < PAGES; page++) {
      frames.add(vm.init().page(page).frame().orElse(-1));
    }
    return frames;
  }

  private static void write(Process process, SplitMix64 dice, Map<Long, Long> model) {
    for (int i = 0; i < 300; i++) {
      long va = dice.below(PAGES << 12) & -8;
      long value = dice.next();
      assertTrue(process.write(va, 8, value).done());
      model.put(va, value);
    }
  }

  private static void holds(Process process, Map<Long, Long> model) {
    model.forEach(
        (va, value) -> {
          assertTrue(process.read(va, 8).done());
          assertEquals(value, process.lastRead());
        });
  }
}
