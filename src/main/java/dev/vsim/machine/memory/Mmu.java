package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/** One reference to memory, from the instruction to the frame (rules.md R1, R2). */
final class Mmu {
  private static final EventKind ACCESS = EventKind.of(MemoryEvent.Access.class);
  private static final EventKind SPLIT = EventKind.of(MemoryEvent.Split.class);
  private static final EventKind TLB_HIT = EventKind.of(MemoryEvent.TlbHit.class);
  private static final EventKind TLB_MISS = EventKind.of(MemoryEvent.TlbMiss.class);
  private static final EventKind RETRY = EventKind.of(MemoryEvent.Retry.class);
  private static final EventKind TRANSLATE = EventKind.of(MemoryEvent.Translate.class);

  private final Clock clock;
  private final Journal journal;
  private final PagingForm form;
  private final Processor processor;
  private final Tlb tlb;
  private final Walker walker;
  private final FaultHandler faults;
  private final boolean tellsUses;
  private final long lookUp;
  private final long dram;
  private final Translation found = new Translation();
  private int hostFrame;

  Mmu(
      World world,
      PagingForm form,
      Costs costs,
      Processor processor,
      Walker walker,
      FaultHandler faults) {
    this.clock = world.clock();
    this.journal = world.journal();
    this.form = form;
    this.processor = processor;
    this.tlb = processor.tlb();
    this.walker = walker;
    this.tellsUses = walker.tellsUses();
    this.faults = faults;
    this.lookUp = costs.of(Cost.TLB_HIT);
    this.dram = costs.of(Cost.DRAM);
  }

  /** Where the last access that was done ended: the frame of the host. */
  int hostFrame() {
    return hostFrame;
  }

  /** Whether the TLB may hold a large page in parts. */
  boolean splinters() {
    return walker.cachedLevel(Integer.MAX_VALUE) < Integer.MAX_VALUE;
  }

  /** Whether {@link #reference} and {@link #used} are to be called where an access is not. */
  boolean tellsUses() {
    return tellsUses;
  }

  /** Whether {@link #reference} does anything. */
  boolean countsReferencesBehind() {
    return walker.countsReferences();
  }

  /** See {@link Walker#frameSetBehind}. */
  FrameSet frameSetBehind(FrameSet own) {
    return walker.frameSetBehind(own);
  }

  /** A reference of a replay is about to be made. */
  void reference() {
    walker.reference();
  }

  /** A reference of a replay has hit the TLB, and so a frame and one of the host. */
  void used(int frame, int frameOfHost) {
    walker.used(frame, frameOfHost);
  }

  Processor processor() {
    return processor;
  }

  /** What a reference costs that hits the TLB. */
  long hitPrice() {
    return lookUp + dram;
  }

  AccessResult access(Process process, long va, Op op) {
    processor.run(process);
    process.counts().accesses++;
    if (journal.wants(ACCESS)) {
      journal.accept(new MemoryEvent.Access(process, op, va));
    }
    if (!form.canonical(va)) {
      return outside(process, va, op);
    }
    if (journal.wants(SPLIT)) {
      journal.accept(split(process, process.pageAt(va), va));
    }
    process.frameSet().reference();
    if (tellsUses && walker.countsReferences()) {
      walker.reference();
    }
    return lookUp(process, va, op);
  }

  /** The same from the TLB on, for an address of the space. */
  AccessResult lookUp(Process process, long va, Op op) {
    long page = process.pageAt(va);
    int entry = find(process, page, va);
    if (entry < 0) {
      tlb.countMiss();
      if (journal.wants(TLB_MISS)) {
        journal.accept(new MemoryEvent.TlbMiss(process, shownPage(largestPart(page, va), va)));
      }
      return walk(process, va, op, false);
    }
    tlb.countHits(1);
    if (journal.wants(TLB_HIT)) {
      journal.accept(new MemoryEvent.TlbHit(process, shownPage(tlb.page(entry), va)));
    }
    if (!tlb.permits(entry, op.ordinal())) {
      return walk(process, va, op, !tlb.tablePermits(entry, op.ordinal()));
    }
    hit(process, page, tlb.frame(entry));
    clock.advance(lookUp + dram);
    process.counts().busy.advance(lookUp + dram);
    arrive(process, tlb.page(entry), va, tlb.frame(entry), tlb.hostFrame(entry));
    return AccessResult.HIT;
  }

  /** Where the TLB has the page or that part of it which holds the address; −1 nowhere. */
  private int find(Process process, long page, long va) {
    int entry = tlb.find(Tlb.key(process.id(), page));
    int level = PageNumber.level(page);
    while (entry < 0 && level > 1) {
      level--;
      entry = tlb.find(Tlb.key(process.id(), form.page(level, form.page(va))));
    }
    return entry;
  }

  private long largestPart(long page, long va) {
    int level = PageNumber.level(page);
    int most = walker.cachedLevel(level);
    return most < level ? form.page(most, form.page(va)) : page;
  }

  /**
   * From the TLB's answer on, until the instruction is through; {@code forbidden} if the TLB knows
   * already.
   */
  private AccessResult walk(Process process, long va, Op op, boolean forbidden) {
    long before = clock.charged();
    clock.advance(lookUp);
    AccessResult result = forbidden ? fault(process, va, op, true) : AccessResult.HIT;
    boolean loaded = result != AccessResult.HIT;
    while (result.done()) {
      Walker.End end = walker.walk(process, va, op, found);
      if (end == Walker.End.DONE) {
        complete(process, va, loaded);
        break;
      }
      loaded = end == Walker.End.FAULT;
      result = loaded ? fault(process, va, op, found.present) : AccessResult.STUCK;
    }
    process.counts().busy.advance(clock.charged() - before);
    return result;
  }

  private AccessResult fault(Process process, long va, Op op, boolean present) {
    if (!faults.handle(process, va, op, present)) {
      return AccessResult.ENDED;
    }
    if (journal.wants(RETRY)) {
      journal.accept(new MemoryEvent.Retry(process, va));
    }
    clock.advance(lookUp);
    return AccessResult.FAULTED;
  }

  private void complete(Process process, long va, boolean loaded) {
    long page = process.pageAt(va);
    tlb.fill(Tlb.key(process.id(), found.page), found.frame, found.hostFrame, found.rights);
    clock.advance(dram);
    if (loaded) {
      process.frameSet().arrived(first(page, found.frame));
    } else {
      hit(process, page, found.frame);
    }
    arrive(process, found.page, va, found.frame, found.hostFrame);
  }

  private void hit(Process process, long page, int frame) {
    process.counts().hits++;
    process.frameSet().hit(first(page, frame));
  }

  /**
   * The first frame of a process's page, by which its kernel knows it; a large page's frames are
   * aligned.
   */
  private int first(long page, int frame) {
    return PageNumber.isLarge(page) ? frame & -form.frames(page) : frame;
  }

  /**
   * The access ends in a page as it is cached.
   *
   * @param frame its first
   */
  private void arrive(Process process, long page, long va, int frame, int frameOfHost) {
    int within = PageNumber.isLarge(page) ? (int) (form.page(va) - form.first(page)) : 0;
    hostFrame = frameOfHost + within;
    if (tellsUses) {
      walker.used(frame + within, hostFrame);
    }
    if (journal.wants(TRANSLATE)) {
      journal.accept(
          walker.translate(
              process, va, address(frame + within, va), address(frameOfHost + within, va)));
    }
  }

  private long address(int frame, long va) {
    return (long) frame << form.offsetBits() | form.offset(va);
  }

  private AccessResult outside(Process process, long va, Op op) {
    long before = clock.charged();
    faults.outside(process, va, op);
    process.counts().busy.advance(clock.charged() - before);
    return AccessResult.ENDED;
  }

  private MemoryEvent split(Process process, long page, long va) {
    long size = form.size(PageNumber.level(page));
    return new MemoryEvent.Split(process, shownPage(page, va), va & (size - 1));
  }

  /** The page as it is told: with the bits that say that an address is the kernel's. */
  private long shownPage(long page, long va) {
    return PageNumber.isLarge(page) ? PageNumber.number(page) : va >>> form.offsetBits();
  }
}
