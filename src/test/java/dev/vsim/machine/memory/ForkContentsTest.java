package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever parents, children and grandchildren write, lose to swap, copy and leave behind: each
 * reads what it would read if it had its memory to itself.
 */
final class ForkContentsTest {
  private static final int PAGE = 4096;
  private static final int HEAP_PAGES = 6;
  private static final int FILE_PAGES = 3;
  private static final int PAGES = HEAP_PAGES + FILE_PAGES;
  private static final long HEAP = 0x10000;
  private static final long TEXT = 0x400000;
  private static final MappedFile FILE = new MappedFile("app", Optional.empty());
  private static final List<Region> REGIONS =
      List.of(
          new Region("heap", HEAP, HEAP_PAGES * PAGE, Rights.RW),
          new Region("text", TEXT, FILE_PAGES * PAGE, Rights.RWX).withFile(FILE));

  /** What one process must read, page by page; nothing where it has unmapped the page. */
  private static final class Flat {
    final long[] values = new long[PAGES];
    final boolean[] writable = new boolean[PAGES];
    final boolean[] valid = new boolean[PAGES];

    static Flat fresh() {
      Flat flat = new Flat();
      for (int i = 0; i < PAGES; i++) {
        flat.writable[i] = true;
        flat.valid[i] = true;
        flat.values[i] = i < HEAP_PAGES ? 0 : number(i - HEAP_PAGES);
      }
      return flat;
    }

    Flat copy() {
      Flat copy = new Flat();
      System.arraycopy(values, 0, copy.values, 0, PAGES);
      System.arraycopy(writable, 0, copy.writable, 0, PAGES);
      System.arraycopy(valid, 0, copy.valid, 0, PAGES);
      return copy;
    }

    private static long number(int page) {
      byte[] bytes = FILE.page((long) page * PAGE, PAGE);
      long number = 0;
      for (int i = Long.BYTES - 1; i >= 0; i--) {
        number = number << Byte.SIZE | bytes[i];
      }
      return number;
    }
  }

  private final Map<Process, Flat> flats = new LinkedHashMap<>();
  private SplitMix64 dice;
  private Machine machine;
  private Kernel kernel;
  private Told told;
  private int children;

  private void begin(long seed, boolean inVm, ProcessSettings settings, KernelSettings memory) {
    dice = new SplitMix64(seed);
    told = Told.only("out-of-memory");
    machine = new Machine(told, 1L << 30, seed);
    flats.clear();
    children = 0;
    Process first;
    if (inVm) {
      var vm = machine.declareVm("vm", machine.host(), VmSettings.DEFAULT.withKernel(memory));
      kernel = vm.kernel();
      first = machine.declareProcess("app", vm, settings.withRegions(REGIONS));
    } else {
      var host = machine.declareHost("host", HostSettings.DEFAULT.withKernel(memory));
      kernel = host.kernel();
      first = machine.declareProcess("app", host, settings.withRegions(REGIONS));
    }
    flats.put(first, Flat.fresh());
  }

  private static KernelSettings memory(int frames, int slots, PolicyKind policy) {
    return KernelSettings.HOST
        .withMemory((long) frames * PAGE)
        .withSwap(new SwapSettings((long) slots * PAGE, Medium.SSD))
        .withPolicy(PolicyChoice.of(policy));
  }

  private int below(int bound) {
    return (int) dice.below(bound);
  }

  private static long va(int page) {
    return page < HEAP_PAGES ? HEAP + (long) page * PAGE : TEXT + (long) (page - HEAP_PAGES) * PAGE;
  }

  private void run(int steps, boolean enough) {
    for (int i = 0; i < steps && !flats.isEmpty(); i++) {
      step();
      boolean killed = !told.lines().isEmpty();
      assertFalse(enough && killed, "nobody need be ended");
      flats.keySet().removeIf(Process::ended);
      checkBooks();
    }
    for (Process process : List.copyOf(flats.keySet())) {
      process.end();
      flats.remove(process);
    }
    assertEquals(kernel.frames().total(), kernel.frames().free());
    assertEquals(0, kernel.swap().used());
  }

  private void step() {
    List<Process> all = List.copyOf(flats.keySet());
    Process process = all.get(below(all.size()));
    Flat flat = flats.get(process);
    int page = below(PAGES);
    int what = below(100);
    if (what < 8 && all.size() < 5) {
      String name = "child" + children++;
      Flat copy = flat.copy();
      flats.put(machine.fork(process, name), copy);
    } else if (what < 11 && all.size() > 1) {
      process.end();
    } else if (what < 15) {
      remap(process, flat, page);
    } else if (what < 19 && flat.valid[page]) {
      flat.writable[page] = !flat.writable[page];
      Rights rights = flat.writable[page] ? Rights.RW : Rights.R;
      assertEquals(MapResult.DONE, process.protect(va(page), rights));
    } else if (flat.valid[page]) {
      refer(process, flat, page, what);
    }
  }

  private void remap(Process process, Flat flat, int page) {
    if (flat.valid[page]) {
      assertEquals(MapResult.DONE, process.unmap(va(page)));
      flat.valid[page] = false;
      return;
    }
    long frame = below(kernel.frames().total());
    if (process.map(va(page), frame * PAGE, Rights.RW) == MapResult.DONE) {
      flat.valid[page] = true;
      flat.writable[page] = true;
      flat.values[page] = 0;
    }
  }

  private void refer(Process process, Flat flat, int page, int what) {
    AccessResult result;
    if (what < 55 && flat.writable[page]) {
      long value = dice.next();
      result = process.write(va(page), Long.BYTES, value);
      flat.values[page] = value;
    } else if (what < 60 && flat.writable[page]) {
      result = process.access(va(page), Op.WRITE);
    } else {
      result = process.read(va(page), Long.BYTES);
      if (result.done()) {
        assertEquals(flat.values[page], process.lastRead(), process.path() + " page " + page);
      }
    }
    assertTrue(result.done() || process.ended(), () -> result.toString());
  }

  /** What tables, frames, slots and counts say agrees. */
  private void checkBooks() {
    Map<Integer, List<Process>> frames = new LinkedHashMap<>();
    Map<Integer, List<Process>> slots = new LinkedHashMap<>();
    for (Process process : kernel.processes()) {
      int resident = 0;
      int swapped = 0;
      for (long p = process.ended() ? -1 : process.nextUsed(0);
          p >= 0;
          p = process.nextUsed(p + 1)) {
        PageState state = process.page(p);
        resident += state.present() ? 1 : 0;
        swapped += !state.present() && state.slot().isPresent() ? 1 : 0;
        state
            .frame()
            .ifPresent(f -> frames.computeIfAbsent(f, k -> new ArrayList<>()).add(process));
        state.slot().ifPresent(s -> slots.computeIfAbsent(s, k -> new ArrayList<>()).add(process));
      }
      if (!process.ended()) {
        assertEquals(resident, process.resident(), process.path());
        assertEquals(swapped, process.swapped(), process.path());
      }
    }
    assertEquals(kernel.frames().total() - kernel.frames().free(), frames.size());
    frames.forEach((frame, who) -> assertEquals(who, kernel.owners(frame)));
    assertEquals(kernel.swap().used(), slots.size());
    slots.forEach((slot, who) -> assertEquals(who.size(), kernel.swap().sharers(slot)));
  }

  @Test
  void enoughSwap() {
    for (PolicyKind policy : Policies.ALL) {
      for (int seed = 0; seed < 150; seed++) {
        begin(seed, false, ProcessSettings.PLAIN, memory(1 + seed % 7, 1000, policy));
        run(150, true);
      }
    }
  }

  @Test
  void swapIsScarce() {
    for (PolicyKind policy : Policies.ALL) {
      for (int seed = 0; seed < 150; seed++) {
        begin(seed, false, ProcessSettings.PLAIN, memory(1 + seed % 7, seed % 9, policy));
        run(150, false);
      }
    }
  }

  @Test
  void inOneFrame() {
    for (int seed = 0; seed < 200; seed++) {
      begin(seed, false, ProcessSettings.PLAIN, memory(1, 1 + seed % 12, Policies.LRU));
      run(150, false);
    }
  }

  @Test
  void localSets() {
    for (int seed = 0; seed < 200; seed++) {
      ProcessSettings settings = ProcessSettings.PLAIN.withFrames(1 + seed % 4);
      begin(seed, false, settings, memory(6, 3 + seed % 20, Policies.CLOCK));
      run(150, false);
    }
  }

  @Test
  void inVm() {
    for (int seed = 0; seed < 200; seed++) {
      begin(seed, true, ProcessSettings.PLAIN, memory(1 + seed % 5, 4 + seed % 30, Policies.LRU));
      run(150, false);
    }
  }
}
