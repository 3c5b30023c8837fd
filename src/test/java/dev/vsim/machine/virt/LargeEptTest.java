package dev.vsim.machine.virt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Host;
import dev.vsim.machine.HostSettings;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ProcessSettings;
import dev.vsim.machine.memory.Region;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pages of 4K, 2M and 1G in both dimensions: walks, what the TLB holds, contents. */
final class LargeEptTest {
  private static final long M = 1 << 20;
  private static final long G = 1 << 30;

  private final Told told = Told.only("translate");
  private final Machine machine = new Machine(told, G, 0);

  private Vm vm(String name, Host host, long memory, int largest) {
    Hardware hardware = Hardware.DEFAULT.withEpt(EptSettings.DEFAULT.withLargest(largest));
    KernelSettings kernel = KernelSettings.GUEST.withMemory(memory);
    VmSettings settings = VmSettings.DEFAULT.withKernel(kernel).withHardware(hardware);
    return machine.declareVm(name, host, settings);
  }

  private Host smallHost(long memory) {
    KernelSettings kernel = KernelSettings.HOST.withMemory(memory);
    return machine.declareHost("host", HostSettings.DEFAULT.withKernel(kernel));
  }

  private static Process process(Vm vm, int level, long start, long length) {
    Region heap = new Region("heap", start, length, Rights.RW, level);
    return vm.kernel().start("vm.p", ProcessSettings.PLAIN.withRegions(List.of(heap)));
  }

  /** What the TLB holds is the smaller page, and each dimension's depth counts. */
  @Test
  void everyPairOfSizes() {
    for (int guest = 1; guest <= 3; guest++) {
      for (int host = 1; host <= 3; host++) {
        Vm vm = vm("vm" + guest + host, machine.host(), 2 * G, host);
        Process process = process(vm, guest, 8 * G, G);
        assertTrue(process.access(8 * G + 5 * M, Op.READ).done());
        vm.kernel().tlb().clear();
        long before = process.walkReferences();
        process.access(8 * G + 5 * M, Op.READ);
        int depths = (4 - guest + 2) * (4 - host + 2) - 1;
        assertEquals(depths, process.walkReferences() - before, guest + " in " + host);
        List<Tlb.Row> rows = vm.kernel().tlb().rows();
        assertEquals(1, rows.size());
        assertEquals(Math.min(guest, host), PageNumber.level(rows.get(0).page()));
      }
    }
  }

  /**
   * The host's memory is used up in pieces, so that large pages and small ones lie side by side.
   */
  @Test
  void translationIsTheCompositionAndContentsStay() {
    Host host = smallHost(64 * M);
    Vm vm = vm("vm", host, 48 * M, 2);
    vm.map(3 * M, 9 * M, Rights.RWX);
    vm.map(20 * M, 30 * M, Rights.RWX);
    Process process = process(vm, 2, 16 * M, 16 * M);
    SplitMix64 dice = new SplitMix64(7);
    Map<Long, Long> model = new HashMap<>();
    for (int i = 0; i < 6000; i++) {
      boolean large = dice.below(2) == 0;
      long va = large ? 16 * M + dice.below(16 * M / 8) * 8 : dice.below(4 * M / 8) * 8;
      Process who = large ? process : vm.init();
      long key = large ? -va : va;
      if (dice.below(3) == 0) {
        long value = dice.next();
        assertTrue(who.write(va, 8, value).done());
        model.put(key, value);
      } else {
        assertTrue(who.read(va, 8).done());
        assertEquals(model.getOrDefault(key, 0L), who.lastRead());
      }
      composed(vm, who, va);
    }
    assertTrue(vm.ept().pages().stream().anyMatch(p -> p.frames() == 1));
    assertTrue(vm.ept().pages().stream().anyMatch(p -> p.frames() == 512));
  }

  private void composed(Vm vm, Process who, long va) {
    long page = who.pageAt(va);
    int frame = who.page(page).frame().orElseThrow() + (int) ((va - who.start(page)) >>> 12);
    long gpa = (long) frame << 12 | va & 0xfff;
    long hpa = (long) vm.ept().hostFrame(frame) << 12 | va & 0xfff;
    List<String> lines = told.lines();
    String last = lines.get(lines.size() - 1);
    assertTrue(last.endsWith("gpa 0x" + Long.toHexString(gpa) + " hpa 0x" + Long.toHexString(hpa)));
  }

  @Test
  void anEntryThatIsSplitSaysTheSame() {
    Vm vm = vm("vm", machine.host(), 2 * G, 3);
    vm.init().access(0x1000, Op.WRITE);
    Ept ept = vm.ept();
    Map<Integer, Long> model = new TreeMap<>();
    for (int frame = ept.next(0); frame >= 0 && frame < 4096; frame = ept.next(frame + 1)) {
      model.put(frame, ept.entry(frame));
    }
    assertEquals(4096, model.size());
    ept.split(1000);
    ept.protect(1500, Rights.R);
    assertEquals(
        Rights.R,
        ept.pages().stream().filter(p -> p.first() == 1500).findFirst().orElseThrow().rights());
    assertEquals(
        List.of(1, 512, 262_144),
        ept.pages().stream().map(Ept.Page::frames).distinct().sorted().toList(),
        "the 1G page in which the tables lie is whole");
    for (Map.Entry<Integer, Long> one : model.entrySet()) {
      if (one.getKey() != 1500) {
        assertEquals(one.getValue(), ept.entry(one.getKey()), () -> "frame " + one.getKey());
      }
    }
    int frame = ept.hostFrame(1500);
    assertEquals(model.get(1500) >>> 12 & 0xffffff, frame);
  }

  @Test
  void aVmThatIsSwitchedOffGivesAllOfItBack() {
    Host host = smallHost(64 * M);
    int free = host.kernel().frames().free();
    int region = host.kernel().region().used();
    Vm vm = vm("vm", host, 32 * M, 2);
    int tables = host.kernel().region().used() - region;
    assertEquals(512 + 3, tables, "the EPT, and what is behind the guest's tables");
    vm.init().access(0, Op.READ);
    assertEquals(free - 512, host.kernel().frames().free());
    vm.powerOff();
    assertEquals(free, host.kernel().frames().free());
    assertEquals(region + 1, host.kernel().region().used(), "the EPT's root");
    vm.powerOn();
    assertEquals(region + tables, host.kernel().region().used());
    assertTrue(vm.init().read(0, 8).done());
    assertEquals(0, vm.init().lastRead());
  }

  /** A page of the guest's that goes away leaves nothing of it in the TLB, in whatever pieces. */
  @Test
  void aPageThatGoesIsDroppedInAllItsParts() {
    for (int largest = 1; largest <= 2; largest++) {
      Vm vm = vm("vm" + largest, machine.host(), 64 * M, largest);
      Process process = process(vm, 2, 16 * M, 4 * M);
      for (long va = 16 * M; va < 18 * M; va += M / 4) {
        process.access(va, Op.READ);
      }
      process.unmap(16 * M);
      assertEquals(List.of(), vm.kernel().tlb().rows());
      assertEquals(-1, vm.kernel().tlb().find(Tlb.key(process.id(), 16 * M >> 12)));
      assertTrue(vm.kernel().tlb().hits() == (largest == 1 ? 0 : 7), "hits in a whole page");
    }
  }
}
