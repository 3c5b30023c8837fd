package dev.vsim.machine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.OneHost;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.SplitMix64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Large pages against small ones: the same contents, a fault for each page of its size. */
final class LargePageTest {
  private static final long M = 1 << 20;
  private static final int FRAMES_OF_2M = 512;

  private static Region heap(PagingForm form, long start, long length, long size) {
    return new Region("heap", start, length, Rights.RW, form.levelOf(size).orElseThrow());
  }

  @Test
  void whatIsWrittenIsReadAgainWhateverTheSizeOfThePages() {
    for (PagingForm form : List.of(PagingForm.X86_64, PagingForm.SV39)) {
      writeAndRead(form, 4096, 2048);
      writeAndRead(form, 2 * M, 2048);
    }
    writeAndRead(PagingForm.X86_32, 4 * M, 4096);
  }

  /** Eight large pages' worth of memory in a machine that has less, so that they are swapped. */
  private static void writeAndRead(PagingForm form, long size, int frames) {
    OneHost machine = OneHost.silent(OneHost.kernel(form, frames));
    Process process = machine.process("p", heap(form, 16 * M, 32 * M, size));
    SplitMix64 dice = new SplitMix64(7);
    Map<Long, Long> model = new HashMap<>();
    for (int i = 0; i < 300; i++) {
      long va = 16 * M + dice.below(32 * M / 8) * 8;
      if (dice.below(2) == 0) {
        long value = dice.next();
        assertTrue(process.write(va, 8, value).done());
        model.put(va, value);
      } else {
        assertTrue(process.read(va, 8).done());
        assertEquals(model.getOrDefault(va, 0L), process.lastRead());
      }
    }
    assertEquals(process.resident(), process.frameSet().size());
    machine.machine().clock().now();
    process.end();
    assertEquals(frames, machine.host().kernel().frames().free());
    assertEquals(0, machine.host().kernel().swap().used());
  }

  @Test
  void aFaultForEachPageOfItsSize() {
    for (long size : List.of(4096L, 2 * M)) {
      OneHost machine = OneHost.silent(OneHost.kernel(PagingForm.X86_64, 1 << 15));
      Process process = machine.process("p", heap(PagingForm.X86_64, 0, 64 * M, size));
      SplitMix64 dice = new SplitMix64(3);
      Set<Long> touched = new HashSet<>();
      for (int i = 0; i < 2000; i++) {
        long va = dice.below(64 * M);
        process.access(va, Op.READ);
        touched.add(va / size);
      }
      assertEquals(touched.size(), process.faults(Cause.FIRST_TOUCH));
      assertEquals(touched.size() * (size / 4096), process.resident());
    }
  }

  @Test
  void aFirstTouchTakesTheLowestAlignedFrames() {
    OneHost machine = OneHost.of(OneHost.kernel(PagingForm.X86_64, 4096));
    machine.init().access(0, Op.READ);
    Process process = machine.process("p", heap(PagingForm.X86_64, 2 * M, 4 * M, 2 * M));
    process.access(2 * M + 0x5678, Op.WRITE);
    assertEquals("frame-alloc p page 0x1 frame 0x200 size 2M", machine.lines("frame-alloc").get(1));
    process.access(4 * M, Op.READ);
    List<String> lines = machine.lines();
    assertTrue(lines.contains("frame-alloc p page 0x2 frame 0x400 size 2M"), lines.toString());
    assertTrue(lines.contains("translate p va 0x400000 pa 0x400000"), lines.toString());
    assertEquals(4096 - 1 - 2 * FRAMES_OF_2M, machine.host().kernel().frames().free());
    machine.init().access(4096, Op.READ);
    assertEquals("frame-alloc host.init page 0x1 frame 0x1", machine.lines("frame-alloc").get(0));
  }

  @Test
  void theWalkEndsWhereTheLargePageIs() {
    OneHost machine = OneHost.of(OneHost.kernel(PagingForm.X86_64, 1 << 19));
    Process two = machine.process("two", heap(PagingForm.X86_64, 0, 4 * M, 2 * M));
    Process one = machine.process("one", heap(PagingForm.X86_64, 0, 1024 * M, 1024 * M));
    two.access(0, Op.READ);
    one.access(0, Op.READ);
    long before = two.walkReferences();
    two.access(2 * M, Op.READ);
    assertEquals(3 + 3, two.walkReferences() - before);
    assertEquals(1 + 2, one.walkReferences());
    assertEquals(0x8000_0000_4000_00A7L, one.page(PageNumber.of(3, 0)).entry());
  }

  @Test
  void theTlbHoldsALargePageOnce() {
    OneHost machine = OneHost.silent(OneHost.kernel(PagingForm.X86_64, 1 << 15));
    Process process = machine.process("p", heap(PagingForm.X86_64, 0, 64 * M, 2 * M));
    for (long va = 0; va < 64 * M; va += 4096) {
      process.access(va, Op.READ);
    }
    assertEquals(32, machine.host().kernel().tlb().misses());
    assertEquals(32, machine.host().kernel().tlb().rows().size());
    for (long va = 0; va < 64 * M; va += 4096) {
      process.access(va, Op.READ);
    }
    assertEquals(32, machine.host().kernel().tlb().misses());
  }

  @Test
  void aLargePageIsEvictedWhole() {
    OneHost machine = OneHost.of(OneHost.kernel(PagingForm.X86_64, 2 * FRAMES_OF_2M));
    Process process = machine.process("p", heap(PagingForm.X86_64, 0, 8 * M, 2 * M));
    process.write(0x1000, 8, 42);
    process.access(2 * M, Op.READ);
    machine.lines();
    long before = machine.machine().clock().now();
    process.access(4 * M, Op.READ);
    assertEquals(List.of("evict p page 0x0 frame 0x0 dirty true"), machine.lines("evict"));
    assertTrue(machine.machine().clock().now() - before > FRAMES_OF_2M * 100_000L);
    assertEquals(FRAMES_OF_2M, process.swapped());
    assertEquals(FRAMES_OF_2M, machine.host().kernel().swap().used());
    assertTrue(process.read(0x1000, 8).done());
    assertEquals(42, process.lastRead());
    assertEquals(1, process.swapIns());
  }

  @Test
  void smallPagesMakeWayForALargeOne() {
    OneHost machine = OneHost.silent(OneHost.kernel(PagingForm.X86_64, 2 * FRAMES_OF_2M));
    for (int page = 0; page < 2 * FRAMES_OF_2M; page++) {
      machine.init().write((long) page << 12, 8, page);
    }
    Process process = machine.process("p", heap(PagingForm.X86_64, 0, 2 * M, 2 * M));
    assertTrue(process.access(0, Op.WRITE).done());
    assertEquals(FRAMES_OF_2M, machine.init().swapped());
    for (int page = 0; page < 2 * FRAMES_OF_2M; page++) {
      assertTrue(machine.init().read((long) page << 12, 8).done());
      assertEquals(page, machine.init().lastRead());
    }
  }
}
