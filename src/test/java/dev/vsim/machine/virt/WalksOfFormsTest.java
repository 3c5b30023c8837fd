package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guests of every form: (g + 1)(h + 1) − 1 references a walk, and their pages' contents. */
final class WalksOfFormsTest {
  private static final long M = 1 << 20;
  private static final int EPT_LEVELS = 4;

  private static Vm vm(PagingForm form) {
    Machine machine = new Machine(Told.nothing(), 1L << 30, 0);
    KernelSettings kernel = KernelSettings.GUEST.withPaging(form).withMemory(32 * M);
    return machine.declareVm("vm", machine.host(), VmSettings.DEFAULT.withKernel(kernel));
  }

  private static Process process(Vm vm, long size) {
    int level = vm.kernel().settings().paging().levelOf(size).orElseThrow();
    Region heap = new Region("heap", 16 * M, 16 * M, Rights.RW, level);
    return vm.kernel().start("vm.p", ProcessSettings.PLAIN.withRegions(List.of(heap)));
  }

  /** References of a walk when both dimensions are complete. */
  private static long fullWalk(Process process) {
    process.access(16 * M, Op.WRITE);
    process.protect(16 * M, Rights.R);
    long before = process.walkReferences();
    assertTrue(process.access(16 * M, Op.READ).done());
    return process.walkReferences() - before;
  }

  @Test
  void aWalkReadsWhatTheFormulaSays() {
    for (PagingForm form :
        List.of(
            PagingForm.LINEAR,
            PagingForm.X86_32,
            PagingForm.SV39,
            PagingForm.X86_64,
            PagingForm.geometry(List.of(4, 4, 4, 4, 4, 12)))) {
      long expected = (form.levels() + 1L) * (EPT_LEVELS + 1) - 1;
      assertEquals(expected, fullWalk(vm(form).init()), form.word());
    }
  }

  @Test
  void aLargePageSavesALevelOfTheGuests() {
    assertEquals(19, fullWalk(process(vm(PagingForm.X86_64), 2 * M)));
    assertEquals(14, fullWalk(process(vm(PagingForm.SV39), 2 * M)));
    assertEquals(9, fullWalk(process(vm(PagingForm.X86_32), 4 * M)));
  }

  @Test
  void contentsSurviveWhateverTheGuestsPagesAre() {
    for (long size : List.of(4096L, 2 * M)) {
      Vm vm = vm(PagingForm.X86_64);
      Process process = process(vm, size);
      Process other = vm.init();
      SplitMix64 dice = new SplitMix64(5);
      Map<Long, Long> model = new HashMap<>();
      for (int i = 0; i < 3000; i++) {
        long va = 16 * M + dice.below(16 * M / 8) * 8;
        if (dice.below(3) == 0) {
          long value = dice.next();
          assertTrue(process.write(va, 8, value).done());
          model.put(va, value);
        } else {
          assertTrue(process.read(va, 8).done());
          assertEquals(model.getOrDefault(va, 0L), process.lastRead());
        }
        assertTrue(other.access(dice.below(64 * M), Op.READ).done());
      }
    }
  }
}
