package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Forks, large pages, tables in ordinary frames, forms of paging, a swap area that is too small,
 * and a rule that knows the future, all at once: what is read is what was written, and the books
 * agree.
 */
final class CombinationsTest {
  private final Map<Process, Map<Long, Long>> written = new LinkedHashMap<>();
  private SplitMix64 dice;
  private Machine machine;
  private Kernel kernel;
  private List<Long> addresses;
  private int children;

  /** One world, and for {@code opt} the same again. */
  private void twice(long seed, World world, int steps) {
    Foresight noting = Foresight.noting();
    tell(seed, world, steps, noting);
    if (noting.isWanted()) {
      tell(seed, world, steps, noting.known());
    }
  }

  /**
   * What a world is made of.
   *
   * @param addresses where its processes refer to
   */
  private record World(
      boolean inVm, KernelSettings kernel, ProcessSettings process, List<Long> addresses) {}

  private void tell(long seed, World world, int steps, Foresight foresight) {
    dice = new SplitMix64(seed);
    machine = new Machine(Told.nothing(), 1L << 30, seed, foresight);
    written.clear();
    children = 0;
    addresses = world.addresses;
    Process first;
    if (world.inVm) {
      var vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT.withKernel(world.kernel));
      kernel = vm.kernel();
      first = machine.declareProcess("app", vm, world.process);
    } else {
      var host = machine.declareHost("host", HostSettings.DEFAULT.withKernel(world.kernel));
      kernel = host.kernel();
      first = machine.declareProcess("app", host, world.process);
    }
    written.put(first, new HashMap<>());
    for (int i = 0; i < steps && !written.isEmpty(); i++) {
      step();
      written.keySet().removeIf(Process::ended);
      checkBooks();
    }
    List.copyOf(kernel.processes()).forEach(Process::end);
    assertEquals(kernel.frames().total(), kernel.frames().free(), "frames");
    assertEquals(0, kernel.swap().used(), "slots");
    assertEquals(0, kernel.region().used(), "tables");
  }

  private void step() {
    List<Process> all = List.copyOf(written.keySet());
    Process process = all.get((int) dice.below(all.size()));
    long va = addresses.get((int) dice.below(addresses.size()));
    int what = (int) dice.below(100);
    if (what < 10 && all.size() < 4) {
      if (kernel.hasRoomForTablesOf(process)) {
        Map<Long, Long> copy = new HashMap<>(written.get(process));
        written.put(machine.fork(process, "child" + children++), copy);
      }
    } else if (what < 12 && all.size() > 1) {
      process.end();
    } else if (what < 18) {
      if (process.unmap(va) == MapResult.DONE) {
        forget(process, va);
        long frame = dice.below(kernel.frames().total()) & -frames(process, va);
        process.map(start(process, va), frame * kernel.settings().paging().pageSize(), Rights.RW);
      }
    } else if (what < 22) {
      process.protect(va, dice.below(2) == 0 ? Rights.R : Rights.RW);
    } else if (process.page(process.pageAt(va)).valid()) {
      refer(process, va, what);
    }
  }

  private static long frames(Process process, long va) {
    return process.table().form().frames(process.pageAt(va));
  }

  private static long start(Process process, long va) {
    return process.start(process.pageAt(va));
  }

  private void forget(Process process, long va) {
    written.get(process).keySet().removeIf(at -> process.pageAt(at) == process.pageAt(va));
  }

  private void refer(Process process, long va, int what) {
    Map<Long, Long> memory = written.get(process);
    Rights rights =
        process.rights(process.pageAt(va), process.table().entry(process.pageAt(va))).orElseThrow();
    if (what < 60 && rights.allows(Op.WRITE)) {
      long value = dice.next() & 0xFF;
      if (process.write(va, 1, value).done()) {
        memory.put(va, value);
      }
    } else if (process.read(va, 1).done()) {
      assertEquals(memory.getOrDefault(va, 0L), process.lastRead(), process.path());
    }
  }

  private void checkBooks() {
    Set<Integer> frames = new HashSet<>();
    Set<Integer> slots = new HashSet<>();
    for (Process process : kernel.processes()) {
      if (!process.ended()) {
        check(process, frames, slots);
      }
    }
    for (int frame = kernel.frames().next(0); frame >= 0; frame = kernel.frames().next(frame + 1)) {
      if (kernel.frames().isTable(frame)) {
        assertTrue(frames.add(frame), "a table's frame is nobody else's");
      }
    }
    assertEquals(frames.size(), kernel.frames().total() - kernel.frames().free(), "frames in use");
    assertEquals(slots.size(), kernel.swap().used(), "slots in use");
  }

  private void check(Process process, Set<Integer> frames, Set<Integer> slots) {
    long resident = 0;
    long swapped = 0;
    for (long p = process.nextUsed(0); p >= 0; p = process.nextUsed(p + 1)) {
      PageState state = process.page(p);
      int count = process.table().form().frames(p);
      resident += state.present() ? count : 0;
      swapped += !state.present() && state.slot().isPresent() ? count : 0;
      add(frames, state.frame(), count);
      add(slots, state.slot(), count);
      assertTrue(PageNumber.level(p) <= process.table().form().largest());
    }
    assertEquals(resident, process.resident(), process.path());
    assertEquals(swapped, process.swapped(), process.path());
  }

  private static void add(Set<Integer> all, OptionalInt first, int count) {
    for (int i = 0; first.isPresent() && i < count; i++) {
      all.add(first.getAsInt() + i);
    }
  }

  private static KernelSettings kernel(
      PagingForm form, long frames, long slots, PolicyKind policy) {
    long page = form.pageSize();
    return KernelSettings.HOST
        .withPaging(form)
        .withMemory(frames * page)
        .withSwap(new SwapSettings(slots * page, Medium.SSD))
        .withPolicy(PolicyChoice.of(policy));
  }

  private static PolicyKind policy(int seed) {
    return Policies.ALL.get(seed % Policies.ALL.size());
  }

  /** Pages of 2M among pages of 4K. */
  private static World largePages(int seed, boolean inVm) {
    PagingForm form = seed % 2 == 0 ? PagingForm.X86_64 : PagingForm.SV39;
    List<Region> regions =
        List.of(
            new Region("large", 0x400000, 0x600000, Rights.RW, 2),
            new Region("small", 0x10000, 0x6000, Rights.RW));
    List<Long> at = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      at.add(0x400000L + i * 0x100123L);
      at.add(0x10000L + i * 0x1000L);
    }
    ProcessSettings process = ProcessSettings.PLAIN.withRegions(regions);
    int slots = seed % 3 == 0 ? 5 : seed % 3 == 1 ? 700 : 5000;
    return new World(
        inVm,
        kernel(form, 1024 + 64 * (seed % 17), slots, policy(seed)),
        seed % 5 == 0 ? process.withFrames(520 + seed % 600) : process,
        at);
  }

  @Test
  void largePagesOnAHost() {
    for (int seed = 0; seed < 56; seed++) {
      twice(seed, largePages(seed, false), 80);
    }
  }

  @Test
  void largePagesInAVm() {
    for (int seed = 0; seed < 28; seed++) {
      twice(seed, largePages(seed, true), 60);
    }
  }

  /** Small spaces whose tables take ordinary frames. */
  @Test
  void tablesAmongOrdinaryFrames() {
    for (int seed = 0; seed < 280; seed++) {
      int page = 1 << 5;
      int frames = 4 + seed % 29;
      KernelSettings settings =
          kernel(PagingForm.geometry(List.of(5, 5, 5)), frames, seed % 11, policy(seed))
              .withTables(TableSettings.USUAL.withInside(OptionalInt.empty()));
      List<Long> at = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        at.add((long) (i * 13 % 32) * 32 * page + (long) (i % 5) * page + i);
      }
      at.removeIf(va -> va >= 1L << 14);
      twice(seed, new World(false, settings, ProcessSettings.PLAIN, at), 60);
    }
  }

  /** Every form of paging, and some of an exercise's own. */
  @Test
  void everyForm() {
    List<PagingForm> forms = new ArrayList<>(PagingForm.NAMED);
    forms.add(PagingForm.geometry(List.of(1, 1, 3)));
    forms.add(PagingForm.geometry(List.of(12, 16)));
    forms.add(PagingForm.geometry(List.of(6, 6, 6, 6, 6, 6, 12)));
    for (int seed = 0; seed < 210; seed++) {
      PagingForm form = forms.get(seed % forms.size());
      List<Long> at = new ArrayList<>();
      long last = (1L << form.userBits()) / 2 - 1;
      for (long i = 0; i < 8; i++) {
        at.add(i % 2 == 0 ? i * form.pageSize() & last : last - i * form.pageSize() & last);
      }
      int frames = 1 + seed % 9;
      long most = form.physicalSpace() / form.pageSize();
      twice(
          seed,
          new World(
              false,
              kernel(form, Math.min(frames, most), seed % 13, policy(seed)),
              ProcessSettings.PLAIN,
              at),
          100);
    }
  }
}
