package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.world.World;

/**
 * Runs a trace through a process's TLB, table and policy. What hits the TLB is done here; all else
 * is one access as a command would make it, so that everything is counted the same.
 */
final class Replay {
  private static final EventKind REPLAY_END = EventKind.of(MemoryEvent.ReplayEnd.class);
  private static final Op[] OPS = {Op.READ, Op.WRITE, Op.EXECUTE, Op.WRITE};
  private static final int BATCH = 4096;
  private static final int COLD_CHUNK = 32;
  private static final int WARM_CHUNK = 128;

  /** With fewer TLB hits than this among its references a chunk is cold. */
  private static final double WARM = 0.9;

  private final Process process;
  private final World world;
  private final Mmu mmu;
  private final Tlb tlb;
  private final FrameSet frameSet;
  private final int offsetBits;
  private final int toPage;
  private final long space;
  private final ShortWay shortWay;

  /** Whether the policy is told of each reference before it is made. */
  private final boolean ticks;

  /** Whether the host of a guest's kernel hears of each reference, too. */
  private final boolean tellsUses;

  /** Whether its policy is told of each before it is made. */
  private final boolean ticksBehind;

  private final boolean notesSuffice;

  /** Pages below this one may be a process's, and have one size. */
  private final long ordinary;

  private boolean shortWayOpen;
  private final long[] batch = new long[BATCH];
  private long references;
  private boolean cold = true;

  /** Kept so that looking is not for nothing in the compiler's eyes. */
  @SuppressWarnings("UnusedVariable")
  private long warmed;

  private AccessResult last = AccessResult.HIT;

  Replay(Process process, Kernel kernel, World world) {
    this.process = process;
    this.world = world;
    this.mmu = kernel.mmu();
    this.tlb = mmu.processor().tlb();
    this.frameSet = process.frameSet();
    this.space = Tlb.key(process.id(), 0);
    this.shortWay = new ShortWay(process, kernel, world);
    this.tellsUses = mmu.tellsUses();
    this.ticksBehind = mmu.countsReferencesBehind();
    this.notesSuffice =
        world.foresight().notesSuffice() && frameSet.keepsNotes() && world.queue().isEmpty();
    this.ticks = frameSet.countsReferences() || ticksBehind;
    PagingForm form = kernel.settings().paging();
    this.ordinary = process.hasLargePages() ? 0 : 1L << (form.userBits() - form.offsetBits());
    this.offsetBits = kernel.settings().paging().offsetBits();
    this.toPage = ReferenceSource.VALUE_SHIFT + offsetBits;
  }

  ReplayResult run(ReferenceSource source) {
    ReplayResult before = counts();
    world.journal().silently(() -> runAll(source));
    return ended(before);
  }

  private ReplayResult ended(ReplayResult before) {
    ReplayResult result = difference(before);
    if (world.journal().wants(REPLAY_END)) {
      world.journal().accept(event(result));
    }
    return result;
  }

  /** Makes every reference by itself, telling of each. */
  ReplayResult runTraced(ReferenceSource source) {
    ReplayResult before = counts();
    int n = source.next(batch);
    while (n > 0 && last.done()) {
      for (int i = 0; i < n && last.done(); i++) {
        last = mmu.access(process, address(page(batch[i]), batch[i]), op(batch[i]));
        references++;
      }
      n = last.done() ? source.next(batch) : 0;
    }
    return ended(before);
  }

  private void runAll(ReferenceSource source) {
    shortWayOpen = shortWay.isOpen();
    int n = source.next(batch);
    while (n > 0 && last.done()) {
      mmu.processor().run(process);
      if (notesSuffice && shortWayOpen) {
        noteOrRun(n);
      } else {
        run(n);
      }
      world.clock().now();
      n = last.done() ? source.next(batch) : 0;
    }
  }

  /**
   * In the first of two runs, and with nothing behind the replay: to note what is referred to is
   * all there is to do, as long as no page can be refused.
   */
  private int note(int from, int to) {
    int i = from;
    while (i < to && last.done() && shortWay.isFirstTouch(page(batch[i]))) {
      frameSet.note(process.id(), page(batch[i]));
      i++;
    }
    references += i - from;
    return i;
  }

  /** Notes all of the batch but what has to be made. */
  private void noteOrRun(int n) {
    int from = note(0, n);
    while (from < n && last.done()) {
      from = note(run(from, from + 1), n);
    }
  }

  private void run(int n) {
    int from = 0;
    while (from < n && last.done()) {
      int to = Math.min(n, from + (cold ? COLD_CHUNK : WARM_CHUNK));
      if (cold) {
        warm(from, to);
      }
      from = run(from, to);
    }
  }

  /** Makes the references from one to another of the batch; says where the next begins. */
  private int run(int from, int to) {
    boolean quick = !cold && !ticks && !tellsUses;
    int hits = 0;
    int i = from;
    FrameSet behind = mmu.frameSetBehind(frameSet);
    while (i < to && last.done()) {
      if (quick) {
        int next = throughTlb(i, to);
        hits += next - i;
        i = next;
        if (i == to) {
          break;
        }
      }
      long reference = batch[i++];
      long page = page(reference);
      if (page < 0 || page >= ordinary) {
        last = mmu.access(process, address(page, reference), op(reference));
        behind = mmu.frameSetBehind(frameSet);
        continue;
      }
      if (ticks) {
        tick();
      }
      int op = op(reference).ordinal();
      int entry = tlb.find(space | page);
      if (entry >= 0 && tlb.permits(entry, op)) {
        frameSet.hit(tlb.frame(entry));
        if (tellsUses) {
          tellUse(behind, entry);
        }
        hits++;
      } else if (entry >= 0 || !shortWayOpen || !shortWay.take(page, op)) {
        last = longWay(page, reference);
        behind = mmu.frameSetBehind(frameSet);
      }
    }
    references += i - from;
    count(hits, shortWay.settle());
    cold = hits < (i - from) * WARM;
    return i;
  }

  /**
   * Makes references from one to another as long as they hit the TLB; says which does not. It calls
   * nothing that is not compiled into it, and so has all that it needs in registers.
   */
  private int throughTlb(int from, int to) {
    int i = from;
    while (i < to) {
      long reference = batch[i];
      long page = page(reference);
      int entry = page < 0 || page >= ordinary ? -1 : tlb.find(space | page);
      if (entry < 0 || !tlb.permits(entry, op(reference).ordinal())) {
        return i;
      }
      frameSet.hit(tlb.frame(entry));
      i++;
    }
    return i;
  }

  private void tick() {
    process.counts().accesses++;
    frameSet.reference();
    if (ticksBehind) {
      mmu.reference();
    }
  }

  /** Frames that hit the TLB belong to the same set as long as nothing is walked to. */
  private void tellUse(FrameSet behind, int entry) {
    if (behind == frameSet) {
      mmu.used(tlb.frame(entry), tlb.hostFrame(entry));
    } else {
      behind.hit(tlb.hostFrame(entry));
    }
  }

  private AccessResult longWay(long page, long reference) {
    long va = address(page, reference);
    return ticks ? mmu.lookUp(process, va, op(reference)) : mmu.access(process, va, op(reference));
  }

  /**
   * Looks at the entries that are about to be walked to. The loads do not depend on each other, so
   * the processor overlaps what would be a wait for memory each, where the table is larger than its
   * caches.
   */
  private void warm(int from, int to) {
    PageTable table = process.table();
    long seen = 0;
    int absent = 0;
    for (int i = from; i < to; i++) {
      long page = page(batch[i]);
      long entry = page >= 0 && page < ordinary ? table.entry(page) : 0;
      if ((entry & 1) == 0) {
        absent++;
        seen ^= frameSet.expect(process.id(), page);
      }
      seen ^= entry;
    }
    int frame = absent == 0 ? FrameList.NONE : frameSet.nextToGo(FrameList.NONE);
    while (absent > 0 && frame != FrameList.NONE) {
      seen ^= table.entry(frameSet.page(frame));
      frame = frameSet.nextToGo(frame);
      absent--;
    }
    warmed = seen;
  }

  private long page(long reference) {
    boolean numbered = (reference & ReferenceSource.PAGE_BIT) != 0;
    return reference >> (numbered ? ReferenceSource.VALUE_SHIFT : toPage);
  }

  private long address(long page, long reference) {
    boolean numbered = (reference & ReferenceSource.PAGE_BIT) != 0;
    return numbered ? page << offsetBits : reference >> ReferenceSource.VALUE_SHIFT;
  }

  private static Op op(long reference) {
    return OPS[(int) reference & ReferenceSource.OP_MASK];
  }

  /** A reference that hits the TLB always comes to the same. */
  private void count(long hits, long others) {
    Counts counts = process.counts();
    counts.accesses += ticks ? 0 : hits + others;
    counts.hits += hits;
    counts.busy.advance(hits * mmu.hitPrice());
    world.clock().advance(hits * mmu.hitPrice());
    tlb.countHits(hits);
  }

  private ReplayResult counts() {
    Counts counts = process.counts();
    Clock clock = world.clock();
    return new ReplayResult(
        references,
        counts.faults(),
        counts.hits,
        counts.evictions,
        counts.swapOuts,
        counts.swapIns,
        clock.now(),
        last);
  }

  private ReplayResult difference(ReplayResult before) {
    ReplayResult now = counts();
    return new ReplayResult(
        now.references() - before.references(),
        now.faults() - before.faults(),
        now.hits() - before.hits(),
        now.evictions() - before.evictions(),
        now.swapOuts() - before.swapOuts(),
        now.swapIns() - before.swapIns(),
        now.time() - before.time(),
        last);
  }

  private MemoryEvent.ReplayEnd event(ReplayResult result) {
    return new MemoryEvent.ReplayEnd(
        process,
        result.references(),
        result.faults(),
        result.hits(),
        result.evictions(),
        result.swapOuts(),
        result.swapIns(),
        result.time());
  }
}
