package dev.vsim.machine.memory;

import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.World;

/**
 * What most references of a silent replay come to when the TLB misses, done in one go: a walk that
 * finds its page, and a fault for a page that nothing is known of but that it may be used. What
 * comes to anything else is left to the {@link Mmu} before anything has changed; what comes to
 * these comes to the same there, step by step.
 */
final class ShortWay {
  private static final Op[] OPS = Op.values();

  private final Process process;
  private final Kernel kernel;
  private final PageTable table;
  private final EntryFormat entries;
  private final Tlb tlb;
  private final FrameTable frames;
  private final FrameSet set;
  private final Eviction eviction;
  private final Clock clock;
  private final long space;

  /** Pages below this one may be used without being mapped. */
  private final long demanded;

  private final int levels;
  private final long walkPrice;
  private final long faultPrice;
  private long walks;
  private long faults;

  ShortWay(Process process, Kernel kernel, World world) {
    Costs costs = kernel.costs();
    this.process = process;
    this.kernel = kernel;
    this.table = process.table();
    this.entries = table.form().entries();
    this.tlb = kernel.tlb();
    this.frames = kernel.frames();
    this.set = process.frameSet();
    this.eviction = new Eviction(kernel, world);
    this.clock = world.clock();
    this.space = Tlb.key(process.id(), 0);
    boolean demand = kernel.settings().tables().demand() && process.regions().isEmpty();
    this.demanded = demand ? table.form().userPages() : 0;
    this.levels = table.form().levels();
    this.walkPrice =
        costs.of(Cost.TLB_HIT) + levels * costs.of(Cost.WALK_STEP) + costs.of(Cost.DRAM);
    this.faultPrice =
        costs.of(Cost.TLB_HIT) + levels * costs.of(Cost.WALK_STEP) + costs.of(Cost.FAULT_HANDLER);
  }

  /**
   * Whether there is one: not where tables lie in memory or behind an EPT, where pages are of
   * several sizes or frames have been shared, or where somebody wants to know why pages go.
   */
  boolean isOpen() {
    return !table.isInMemory()
        && !kernel.mmu().splinters()
        && !kernel.hasForked()
        && !frames.isUnclean()
        && !kernel.world().decisions().areWanted()
        && kernel.processes().stream().noneMatch(Process::hasLargePages);
  }

  /** Whether a reference to a page can only load it, and will find a frame. */
  boolean isFirstTouch(long page) {
    boolean room = frames.anyFree() || !set.isEmpty();
    return room && page >= 0 && page < demanded && table.entry(page) == 0;
  }

  /** Makes a reference that misses the TLB, if it comes to one of these; else does nothing. */
  boolean take(long page, int op) {
    long entry = table.entry(page);
    if (!table.tablesUsed(page)) {
      return false;
    } else if (entries.present(entry)) {
      return entries.allows(entry, op) && walk(page, entry, op);
    }
    boolean known = entry != 0 && entry != Absent.dropped();
    return page < demanded && !known && kernel.swap().anyFree() && fault(page, op);
  }

  private boolean walk(long page, long entry, int op) {
    int frame = entries.frame(entry);
    long used = use(page, frame, entry, op);
    cache(page, frame, used);
    set.hit(frame);
    walks++;
    return true;
  }

  /** With a free slot there is always a victim; without large pages one makes room. */
  private boolean fault(long page, int op) {
    if (set.isEmpty() && !frames.anyFree()) {
      return false;
    }
    set.wanted(process.id(), page);
    if (!set.hasRoom(1) || !frames.anyFree()) {
      long before = clock.charged();
      eviction.evict(set, set.victim());
      process.counts().busy.advance(clock.charged() - before);
    }
    int frame = frames.takeLowest(process.id(), page);
    long leaf = entries.leaf(frame, Rights.RWX, false);
    process.counts().resident++;
    set.load(frame);
    long used = use(page, frame, leaf, op);
    cache(page, frame, used);
    set.arrived(frame);
    faults++;
    return true;
  }

  private long use(long page, int frame, long entry, int op) {
    long used = entries.used(entry, op);
    if (used != entry) {
      table.update(page, used);
      process.noteUse(frame, OPS[op]);
    }
    return used;
  }

  private void cache(long page, int frame, long entry) {
    int grants = entries.grants(entry);
    tlb.fill(space | page, frame, frame, Tlb.rights(entries.withoutWalk(entry, grants), grants));
  }

  /** Accounts for the references that it has made since it last did, and says how many. */
  long settle() {
    Counts counts = process.counts();
    long made = walks + faults;
    long time = made * walkPrice + faults * faultPrice;
    counts.hits += walks;
    counts.faults[Cause.FIRST_TOUCH.ordinal()] += faults;
    counts.walkReferences += (made + faults) * levels;
    counts.busy.advance(time);
    clock.advance(time);
    tlb.countMisses(made);
    walks = 0;
    faults = 0;
    return made;
  }
}
