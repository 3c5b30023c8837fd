package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.SharedFrames.GuestPage;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The memory side of an operating system: frames, processes, swap, replacement. A host's and a
 * guest's are the same; what differs is what their physical memory is and how their processor
 * walks.
 */
public final class Kernel {
  private static final EventKind TLB_FLUSH = EventKind.of(MemoryEvent.TlbFlush.class);
  private static final EventKind KILL = EventKind.of(MemoryEvent.Kill.class);

  /** Roughly what the objects of a kernel and of a process take, without what grows. */
  private static final long KERNEL_BYTES = 4096;

  private static final long PROCESS_BYTES = 1024;

  /** What a translation in a TLB takes. */
  private static final long TRANSLATION_BYTES = 3 * Long.BYTES + 1;

  private final World world;
  private final Subject subject;
  private final UnaryOperator<Subject> interrupted;
  private final KernelSettings settings;
  private final Costs costs;
  private final PhysicalMemory memory;
  private final FrameTable frames;
  private final KernelRegion region;
  private final SwapArea swap;
  private final FrameSet frameSet;
  private final Overcommit overcommit;
  private final Balloon balloon;
  private final FrameSupply supply;
  private final Mmu mmu;
  private final Walker walker;
  private Core core;
  private final LongUnaryOperator withoutAccessed;
  private final LongUnaryOperator withoutDirty;

  /** Everyone who has or had frames, by number: processes, and on a host VMs. */
  private final List<Subject> owners = new ArrayList<>();

  private final List<Process> processes = new ArrayList<>();
  private boolean hasForked;

  /**
   * @param subject the host or VM
   * @param interrupted whom an exception is about that a process of this kernel raises: itself, or
   *     the vCPU
   * @param core where its processes run
   */
  public Kernel(
      World world,
      Subject subject,
      UnaryOperator<Subject> interrupted,
      KernelSettings settings,
      Costs costs,
      PhysicalMemory memory,
      Walker walker,
      Core core) {
    int pageSize = settings.paging().pageSize();
    int total = (int) Math.min(settings.memory() / pageSize, 1 << 30);
    int slots = slots(settings, world);
    world.budget().charge(KERNEL_BYTES + settings.tlb().entries() * TRANSLATION_BYTES);
    this.world = world;
    this.subject = subject;
    this.interrupted = interrupted;
    this.settings = settings;
    this.costs = costs;
    this.memory = memory;
    this.core = core;
    this.withoutAccessed = settings.paging().entries()::withoutAccessed;
    this.withoutDirty = settings.paging().entries()::withoutDirty;
    this.frames = new FrameTable(total, world.budget());
    this.region = new KernelRegion(total, memory, world.budget());
    this.swap = new SwapArea(slots, pageSize, world.budget());
    this.frameSet = new FrameSet(this, FrameSet.UNLIMITED, settings.policy());
    this.overcommit = new Overcommit(this, settings.sharing(), world);
    this.balloon = new Balloon(this, world);
    this.supply = new FrameSupply(this, world);
    this.walker = walker;
    Tlb tlb = new Tlb(settings.tlb());
    long switching = costs.of(Cost.CONTEXT_SWITCH);
    Processor processor = new Processor(world, subject, core, tlb, walker, switching);
    this.mmu =
        new Mmu(world, settings.paging(), costs, processor, walker, new FaultHandler(this, world));
  }

  /** In the first run of {@code opt} swap is never full (rules.md R14). */
  private static int slots(KernelSettings settings, World world) {
    long slots = settings.swap().size() / settings.paging().pageSize();
    boolean noting = world.foresight().stage() == Foresight.Stage.NOTING;
    return (int) Math.min(noting ? Integer.MAX_VALUE : slots, Integer.MAX_VALUE);
  }

  public Subject subject() {
    return subject;
  }

  public KernelSettings settings() {
    return settings;
  }

  public Costs costs() {
    return costs;
  }

  /** What is known of each frame; {@code frames.total}, {@code frames.free}. */
  public FrameTable frames() {
    return frames;
  }

  /** The tables' frames; {@code frames.kernel}. */
  public KernelRegion region() {
    return region;
  }

  public SwapArea swap() {
    return swap;
  }

  /** The TLB of its first processor, on which memory commands run. */
  public Tlb tlb() {
    return mmu.processor().tlb();
  }

  /** The set of frames of the processes that have none of their own. */
  public FrameSet frameSet() {
    return frameSet;
  }

  /** Its processes in order of declaration, ended ones too. */
  public List<Process> processes() {
    return Collections.unmodifiableList(processes);
  }

  /** Starts a process. */
  public Process start(String path, ProcessSettings what) {
    world.budget().charge(PROCESS_BYTES);
    Process process = new Process(this, world, owners.size(), path, what);
    owners.add(process);
    processes.add(process);
    return process;
  }

  /** Starts a child of a process that has not ended; their pages are shared until one writes. */
  public Process fork(Process parent, String path) {
    world.budget().charge(PROCESS_BYTES);
    Process child = new Process(this, world, owners.size(), path, parent);
    owners.add(child);
    processes.add(child);
    hasForked = true;
    new Fork(this, world.journal(), parent, child).share();
    return child;
  }

  /** The number of a VM whose memory lies in this kernel's frames, for ever the same. */
  public int admit(Subject vm) {
    int known = owners.indexOf(vm);
    if (known < 0) {
      owners.add(vm);
    }
    return known < 0 ? owners.size() - 1 : known;
  }

  /** How it serves VMs with more memory than it has. */
  public Overcommit overcommit() {
    return overcommit;
  }

  /** The driver that takes frames from it for its host, if it is a guest's. */
  public Balloon balloon() {
    return balloon;
  }

  /** A frame for guest-physical memory, or {@link FrameList#NONE}. */
  public int frameForGuest(int owner, long guestFrame) {
    return supply.frameForGuest(owner, guestFrame);
  }

  /**
   * Free frames in a row, aligned to their number, for as much of guest-physical memory: the first,
   * or {@link FrameList#NONE}; nothing is evicted for them.
   */
  public int framesForGuest(int owner, long guestFrame, int count) {
    return frames.takeLowestForEach(owner, guestFrame, count);
  }

  /** Takes a certain frame for guest-physical memory; false if it is in use. */
  public boolean takeForGuest(int frame, int owner, long guestFrame) {
    boolean free = frames.isFree(frame);
    if (free) {
      frames.take(frame, owner, guestFrame);
      supply.clean(frame, 1);
    }
    return free;
  }

  /** A device has written into a frame without asking anybody: whoever takes it next clears it. */
  public void writtenByDevice(int frame) {
    if (frames.isFree(frame)) {
      frames.markUnclean();
    }
  }

  /** A page of a VM has its frame no longer; that is free, unless it serves others. */
  public void releaseGuestFrame(int frame, Tenant tenant, int guestFrame) {
    if (overcommit.shared().isShared(frame)) {
      overcommit.shared().leave(frame, tenant, guestFrame);
    } else {
      tenant.frameSet().free(frame);
      forgetSlot(frame);
      freeFrame(frame);
    }
  }

  /** The pages in two frames are in one from now on. */
  void mergedInto(int kept, int left) {
    forgetSlot(kept);
    frameSetOf(left).free(left);
    forgetSlot(left);
    freeFrame(left);
  }

  private void forgetSlot(int frame) {
    if (frames.slot(frame) != SwapArea.NONE) {
      releaseSlot(frames.slot(frame));
      frames.keepSlot(frame, SwapArea.NONE);
    }
  }

  /**
   * Reads a page of a VM back from its slot.
   *
   * @param keep whether the slot keeps the copy, since the kernel will know if the page is written
   */
  public void readBack(int frame, int slot, boolean keep) {
    world.clock().advance(swapPrice());
    memory.put(frame, swap.read(slot));
    if (keep) {
      frames.keepSlot(frame, slot);
      swap.keepBoth(slot);
    } else {
      releaseSlot(slot);
    }
  }

  /** Copies what one frame holds to another, which was just taken. */
  public void copyGuestFrame(int from, int to) {
    memory.put(to, memory.copy(from));
  }

  /** A frame that was taken for a VM is not wanted after all. */
  public void giveBack(int frame) {
    frames.release(frame, 1);
  }

  /** Takes a frame from the set of a VM that may not have more; false if it can have none. */
  public boolean evictFrom(FrameSet set) {
    return set.size() > 0 && supply.evictFrom(set);
  }

  /** A page of a VM is used in a way that sets A, or D if it is written, in its entry. */
  public void noteGuestUse(int frame, Op op) {
    if (frame < frames.total()) {
      frames.markReferenced(frame);
      if (op == Op.WRITE) {
        frames.markDirty(frame);
      }
    }
  }

  /** A frame of a VM holds something else, which no entry tells. */
  public void noteGuestWrite(int frame) {
    if (frame < frames.total()) {
      frames.markDirty(frame);
    }
  }

  /** The set that the page in a frame in use is of. */
  public FrameSet frameSetOf(int frame) {
    int owner = frames.owner(frame);
    return overcommit
        .tenant(owner)
        .map(Tenant::frameSet)
        .orElseGet(() -> process(owner).frameSet());
  }

  /** The sets of frames that processes and VMs have for themselves. */
  Stream<FrameSet> ownSets() {
    return Stream.concat(
            processes.stream().map(Process::frameSet),
            overcommit.tenants().stream().map(Tenant::frameSet))
        .filter(set -> set != frameSet);
  }

  /** The frame of a page that has one. */
  int frameOf(int owner, long page) {
    return overcommit
        .tenant(owner)
        .map(tenant -> tenant.hostFrame((int) page))
        .orElseGet(() -> entries().frame(process(owner).table().entry(page)));
  }

  /** How many references have been made by whose page is in a frame in use. */
  long references(int frame) {
    return overcommit
        .tenant(frames.owner(frame))
        .map(Tenant::references)
        .orElseGet(() -> ownerOf(frame).accesses());
  }

  /** A frame of the host among which a VM's pages replace each other, at most so many. */
  public FrameSet frameSet(int limit) {
    return limit == FrameSet.UNLIMITED ? frameSet : new FrameSet(this, limit, settings.policy());
  }

  /** A frame for guest-physical memory, or /** Who has a frame in use: a process or a VM. */
  public Subject owner(int frame) {
    return owners.get(frames.owner(frame));
  }

  /**
   * Everyone who has a frame in use, in order of declaration: more than one since a fork, or since
   * equal pages of VMs were merged.
   */
  public List<Subject> owners(int frame) {
    if (overcommit.holds(frame)) {
      return overcommit.pagesIn(frame).stream().map(p -> p.tenant().subject()).distinct().toList();
    }
    List<Subject> all = new ArrayList<>();
    all.add(owner(frame));
    for (int space : frames.others(frame)) {
      all.add(owners.get(space));
    }
    return all;
  }

  /**
   * The frames of guests, by their own numbers, that a frame in use serves: none if it is no VM's.
   */
  public List<Integer> guestFramesIn(int frame) {
    return overcommit.holds(frame)
        ? overcommit.pagesIn(frame).stream().map(GuestPage::guestFrame).toList()
        : List.of();
  }

  /** The page in a frame in use; a VM's is its own frame number. */
  public long pageIn(int frame) {
    return frames.page(frame);
  }

  /**
   * Whose page has its copy in a slot in use, in order of declaration: more than one since a fork.
   */
  public List<Subject> swapOwners(int slot) {
    List<Subject> all = new ArrayList<>();
    all.add(owners.get(swap.owner(slot)));
    for (int space : swap.others(slot)) {
      all.add(owners.get(space));
    }
    return all;
  }

  /** Whether one of those whose copy is in a slot in use has the page in a frame, too. */
  public boolean isResidentToo(int slot, Subject owner) {
    int number = owners.indexOf(owner);
    return overcommit
        .tenant(number)
        .map(tenant -> tenant.nextBacked((int) swap.page(slot)) == swap.page(slot))
        .orElseGet(() -> isResident(process(number), swap.page(slot)));
  }

  /** The page whose copy is in a slot in use. */
  public long swapPage(int slot) {
    return swap.page(slot);
  }

  /** The process of an {@linkplain Process#id id}, as the TLB's entries have it. */
  public Process process(int id) {
    return (Process) owners.get(id);
  }

  /** The core on which its processes run. */
  public Core core() {
    return core;
  }

  /** Its processes run on another host's core from now on. */
  public void moveTo(Core other) {
    core = other;
    mmu.processor().moveTo(other);
  }

  /** The process of a number, if it has been started. */
  Optional<Process> processNumbered(int id) {
    return processes.stream().filter(p -> p.id() == id).findFirst();
  }

  /** Whether pages of several processes have ever been in one frame. */
  boolean hasForked() {
    return hasForked;
  }

  World world() {
    return world;
  }

  PhysicalMemory memory() {
    return memory;
  }

  Mmu mmu() {
    return mmu;
  }

  FrameSupply supply() {
    return supply;
  }

  Subject interrupted(Process process) {
    return interrupted.apply(process);
  }

  /** What moving a page to or from swap costs. */
  long swapPrice() {
    return costs.of(settings.swap().medium().cost());
  }

  /** The process whose page is in a frame of a set. */
  Process ownerOf(int frame) {
    return process(frames.owner(frame));
  }

  void clearReferenced(int frame) {
    frames.clearReferenced(frame);
    boolean drops = settings.tlb().exact();
    if (overcommit.holds(frame)) {
      overcommit.pagesIn(frame).forEach(p -> p.tenant().clearAccessed(p.guestFrame(), drops));
    } else {
      change(frame, withoutAccessed, drops);
    }
  }

  void clearDirty(int frame) {
    frames.clearDirty(frame);
    if (overcommit.holds(frame)) {
      overcommit.pagesIn(frame).forEach(p -> p.tenant().clearDirty(p.guestFrame()));
    } else {
      change(frame, withoutDirty, true);
    }
  }

  /** Changes the entry of each page in a frame, and perhaps drops its translations. */
  private void change(int frame, LongUnaryOperator how, boolean drops) {
    change(ownerOf(frame), frames.page(frame), how, drops);
    for (int space : frames.others(frame)) {
      change(process(space), frames.page(frame), how, drops);
    }
  }

  private void change(Process process, long page, LongUnaryOperator how, boolean drops) {
    process.table().update(page, how.applyAsLong(process.table().entry(page)));
    walker.written(process, page);
    if (drops) {
      flush(process, page);
    }
  }

  /** Whether anybody is told of translations that are dropped. */
  boolean tellsFlushes() {
    return world.journal().wants(TLB_FLUSH);
  }

  /** The kernel writes the entry of a page, or is about to. */
  void written(Process process, long page) {
    walker.written(process, page);
  }

  /** Drops a page's translations. */
  void flush(Process process, long page) {
    walker.dropped(process, page);
    dropCached(process, page);
  }

  /** A page's translations are gone. */
  void dropCached(Process process, long page) {
    if (PageNumber.isLarge(page) && mmu.splinters()) {
      flushParts(process, page);
    } else {
      tlb().drop(Tlb.key(process.id(), page));
    }
    if (tellsFlushes()) {
      world.journal().accept(new MemoryEvent.TlbFlush(process, PageNumber.number(page), 0));
    }
  }

  private void flushParts(Process process, long page) {
    PagingForm form = settings.paging();
    for (int level = PageNumber.level(page); level > 0; level--) {
      long first = form.page(level, form.first(page));
      tlb().dropPages(process.id(), first, form.frames(page) / form.frames(first));
    }
  }

  /** A page is in this frame from now on. */
  void install(Process process, long page, int frame, long entry) {
    process.table().set(page, entry);
    walker.written(process, page);
    if (entries().ownRights(entry)) {
      frames.markOwnRights(frame);
    }
    process.counts().resident += framesAt(frame);
    process.frameSet().load(frame);
  }

  /** Frames that are no longer in their set, and to which no entry leads, are free. */
  void freeFrame(int frame) {
    int count = framesAt(frame);
    for (int i = frame; i < frame + count; i++) {
      memory.take(i);
    }
    frames.release(frame, count);
  }

  /** A resident page of a process has its frame no longer; it is free unless others share it. */
  void leaveFrame(Process process, int frame) {
    process.counts().resident -= framesAt(frame);
    if (frames.isShared(frame)) {
      frames.leave(frame, process.id());
    } else {
      process.frameSet().free(frame);
      freeFrame(frame);
    }
  }

  /** A page's copy in a slot is worth nothing any more; the slot is free unless others share it. */
  void leaveSlot(Process process, int slot) {
    if (swap.isShared(slot)) {
      swap.leave(slot, process.id());
      settleSlot(slot);
    } else {
      releaseSlot(slot);
    }
  }

  /** A page's copy in a slot, which it has alone or with others, is worth nothing any more. */
  public void releaseSlot(int slot) {
    swap.release(slot, framesOf(swap.page(slot)));
  }

  /** A slot may be taken back once every page with its copy there has a frame. */
  void settleSlot(int slot) {
    boolean resident = isResident(process(swap.owner(slot)), swap.page(slot));
    for (int space : swap.others(slot)) {
      resident &= isResident(process(space), swap.page(slot));
    }
    if (resident) {
      swap.keepBoth(slot);
    }
  }

  private boolean isResident(Process process, long page) {
    return entries().present(process.table().entry(page));
  }

  /** Ends a process at somebody's wish. */
  public void kill(Process process) {
    if (world.journal().wants(KILL)) {
      world.journal().accept(new MemoryEvent.Kill(process, process.pages()));
    }
    end(process);
  }

  /** Ends a process: everything that it had is free. */
  void end(Process process) {
    walker.ended(process);
    for (long page = process.table().next(0); page >= 0; page = process.table().next(page + 1)) {
      process.mappings().forget(page);
    }
    process.table().release();
    tlb().dropSpace(process.id());
    process.markEnded();
  }

  /** Whether another process can have its highest table: its frames are free, or lie above. */
  public boolean hasRoomForTables() {
    return !settings.tables().inside() || frames.hasRow(settings.paging().rootFrames());
  }

  /** Whether a child of a process can have as many tables as its parent has. */
  public boolean hasRoomForTablesOf(Process parent) {
    int count = parent.table().framesOfTables();
    boolean single = settings.paging().rootFrames() == 1;
    return !settings.tables().inside() || (single ? frames.free() >= count : frames.hasRow(count));
  }

  /** How many frames the page in this one has: more than one if it is large. */
  int framesAt(int frame) {
    return framesOf(frames.page(frame));
  }

  /** How many frames a page takes. */
  int framesOf(long page) {
    return settings.paging().frames(page);
  }

  /** The event that tells of frames that a page is given. */
  MemoryEvent frameAlloc(Process process, long page, int frame) {
    boolean large = PageNumber.isLarge(page);
    long size = large ? settings.paging().size(PageNumber.level(page)) : MemoryEvent.ABSENT;
    return new MemoryEvent.FrameAlloc(process, PageNumber.number(page), frame, size);
  }

  /** The event that tells of an entry that the kernel has written. */
  MemoryEvent pteUpdate(Process process, long page, long entry) {
    return new MemoryEvent.PteUpdate(process, PageNumber.number(page), entries().word(entry));
  }

  /**
   * Puts bytes into a frame and those behind it, as if they had been there from the start; tables
   * that lie there say what they now say. The rest of the last frame is zeros.
   *
   * @return a frame that a table then points to and cannot have
   */
  public OptionalInt load(int frame, byte[] bytes) {
    int pageSize = settings.paging().pageSize();
    for (int from = 0; from < bytes.length; from += pageSize) {
      memory.put(frame + from / pageSize, Arrays.copyOfRange(bytes, from, from + pageSize));
    }
    frames.markUnclean();
    OptionalInt trouble = OptionalInt.empty();
    for (Process process : processes) {
      if (trouble.isEmpty() && !process.ended() && process.table().isInMemory()) {
        trouble = new TableReading(process).follow();
      }
    }
    return trouble;
  }

  /**
   * All that it knows: frames, tables, processes, swap with its contents, what policies remember.
   * What its frames hold is kept by who has its memory; translations are dropped when it is brought
   * back.
   */
  public Checkpoint checkpoint() {
    List<Process> kept = List.copyOf(processes);
    List<Subject> keptOwners = List.copyOf(owners);
    boolean keptForked = hasForked;
    List<Checkpoint> parts = new ArrayList<>();
    parts.add(
        Checkpoint.of(
            (long) (kept.size() + keptOwners.size()) * Long.BYTES,
            () -> {
              processes.stream().filter(p -> !kept.contains(p)).forEach(Process::vanish);
              processes.clear();
              processes.addAll(kept);
              goBack(keptOwners);
              hasForked = keptForked;
            }));
    parts.add(frames.checkpoint());
    parts.add(region.checkpoint());
    parts.add(swap.checkpoint());
    kept.forEach(process -> parts.add(process.checkpoint()));
    sets(kept).forEach(set -> parts.add(set.checkpoint()));
    parts.add(balloon.checkpoint());
    parts.add(mmu.processor().checkpoint());
    return Checkpoint.all(parts);
  }

  /** Numbers are given anew, unless VMs that have been declared since have some. */
  private void goBack(List<Subject> keptOwners) {
    List<Subject> later = owners.subList(keptOwners.size(), owners.size());
    if (later.stream().allMatch(Process.class::isInstance)) {
      later.clear();
    }
  }

  /** The sets of frames of these processes and the kernel's own, each once. */
  private List<FrameSet> sets(List<Process> of) {
    List<FrameSet> sets = new ArrayList<>(List.of(frameSet));
    for (Process process : of) {
      if (!sets.contains(process.frameSet())) {
        sets.add(process.frameSet());
      }
    }
    return sets;
  }

  private EntryFormat entries() {
    return settings.paging().entries();
  }
}
