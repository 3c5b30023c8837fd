package dev.vsim.machine.memory;

import dev.vsim.event.Cause;
import dev.vsim.event.Op;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A process: an address space of its own, and what happens in it. */
public final class Process implements Subject {
  /** A number that is no page's in any form. */
  private static final long NO_PAGE = 1L << PagingForm.MOST_INDEX_BITS;

  private final Kernel kernel;
  private final World world;
  private final int id;
  private final String path;
  private final AddressSpace space;
  private final InsideFrames inside;
  private final PageTable table;
  private final FrameSet frameSet;
  private final Mappings mappings;
  private final DataPath data;
  private final Counts counts = new Counts();
  private final Labels labels;
  private boolean ended;

  Process(Kernel kernel, World world, int id, String path, ProcessSettings settings) {
    this(kernel, world, id, path, settings.regions(), frameSet(kernel, settings), new Labels());
  }

  /** A child: its parent's regions and labels, and its set of frames (rules.md R39). */
  Process(Kernel kernel, World world, int id, String path, Process parent) {
    this(kernel, world, id, path, parent.regions(), parent.frameSet, parent.labels.copy());
  }

  private Process(
      Kernel kernel,
      World world,
      int id,
      String path,
      List<Region> regions,
      FrameSet frameSet,
      Labels labels) {
    this.kernel = kernel;
    this.world = world;
    this.id = id;
    this.path = path;
    PagingForm form = kernel.settings().paging();
    TableSettings tables = kernel.settings().tables();
    this.space = new AddressSpace(form, regions, tables.demand());
    OptionalInt root = kernel.processes().isEmpty() ? tables.root() : OptionalInt.empty();
    this.inside = new InsideFrames(kernel, id, root);
    this.table = new PageTable(form, tables.inside() ? inside : kernel.region(), world.budget());
    this.frameSet = frameSet;
    this.labels = labels;
    this.mappings = new Mappings(kernel, world, this, table);
    this.data = new DataPath(this, kernel, world);
  }

  private static FrameSet frameSet(Kernel kernel, ProcessSettings settings) {
    if (settings.frames().isEmpty() && settings.policy().isEmpty()) {
      return kernel.frameSet();
    }
    PolicyChoice policy = settings.policy().orElse(kernel.settings().policy());
    return new FrameSet(kernel, settings.frames().orElse(FrameSet.UNLIMITED), policy);
  }

  @Override
  public String kind() {
    return "process";
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Optional<String> pageLabel(long number) {
    return space.ambiguous(number) ? Optional.empty() : labels.name(number);
  }

  public Kernel kernel() {
    return kernel;
  }

  /** Its number among those who own frames of the kernel; what tags its translations in the TLB. */
  public int id() {
    return id;
  }

  public PageTable table() {
    return table;
  }

  /** The frames among which its pages replace each other. */
  public FrameSet frameSet() {
    return frameSet;
  }

  public List<Region> regions() {
    return space.regions();
  }

  /** Whether it has ended; commands for it are refused from then on (rules.md R1c). */
  public boolean ended() {
    return ended;
  }

  /** Ends it; what it had is free. */
  public void end() {
    if (!ended) {
      kernel.end(this);
    }
  }

  /** Drops the cached translation of an address, if there is one (INVLPG). */
  public void dropTranslation(long va) {
    if (table.form().canonical(va)) {
      kernel.dropCached(this, pageAt(va));
    }
  }

  /** Refers to one byte. */
  public AccessResult access(long va, Op op) {
    return ended ? AccessResult.REFUSED : kernel.mmu().access(this, va, op);
  }

  /** Refers to the first byte of an ordinary page. */
  public AccessResult accessPage(long page, Op op) {
    return access(page << table.form().offsetBits(), op);
  }

  /** The page, of whatever size, that an address lies in. */
  public long pageAt(long va) {
    return space.page(va);
  }

  /** The page that a number means where pages are of several sizes: a large one first. */
  public long pageNamed(long number) {
    return number >>> PagingForm.MOST_INDEX_BITS == 0 ? space.named(number) : NO_PAGE;
  }

  /** Whether some of its pages are large. */
  public boolean hasLargePages() {
    return space.hasLarge();
  }

  InsideFrames tableFrames() {
    return inside;
  }

  /**
   * Reads a little-endian number of 1, 2, 4 or 8 bytes; what it is stands in the event and in
   * {@link #lastRead}.
   */
  public AccessResult read(long va, int size) {
    return ended ? AccessResult.REFUSED : data.read(va, size);
  }

  /** Reads UTF-8 text of so many bytes. */
  public AccessResult readText(long va, int bytes) {
    return ended ? AccessResult.REFUSED : data.readText(va, bytes);
  }

  /**
   * The number that the last {@link #read} that was done has read; unsigned unless it has 8 bytes.
   */
  public long lastRead() {
    return data.lastRead();
  }

  /** Writes a little-endian number of 1, 2, 4 or 8 bytes. */
  public AccessResult write(long va, int size, long value) {
    return ended ? AccessResult.REFUSED : data.write(va, size, value);
  }

  /** Writes text by its UTF-8 bytes. */
  public AccessResult writeText(long va, String text) {
    return ended ? AccessResult.REFUSED : data.writeText(va, text);
  }

  /** Makes all references of a trace, silently, and tells what came of them (rules.md R40). */
  public ReplayResult replay(ReferenceSource source) {
    return new Replay(this, kernel, world).run(source);
  }

  /** The same, each reference with its events ({@code replay … < trace on >}). */
  public ReplayResult replayTraced(ReferenceSource source) {
    return new Replay(this, kernel, world).runTraced(source);
  }

  /** {@code map 0x1000 -> 0x5000 rw}: puts a page into a certain frame. */
  public MapResult map(long va, long pa, Rights rights) {
    return ended ? MapResult.ENDED : mappings.map(va, pa, rights);
  }

  /**
   * {@code unmap 0x1000}: the page is invalid until it is mapped again, its contents and slot are
   * gone.
   */
  public MapResult unmap(long va) {
    return ended ? MapResult.ENDED : mappings.unmap(va);
  }

  /** {@code protect A r}: gives a page other rights. */
  public MapResult protect(long va, Rights rights) {
    return ended ? MapResult.ENDED : mappings.protect(va, rights);
  }

  /**
   * {@code pages A..E}: labels the next valid pages that have no label, as many as there are.
   *
   * @return how many labels found a page
   */
  public int labelNextPages(List<String> names) {
    int given = 0;
    long page = nextUnlabelled(space.first());
    while (given < names.size() && page != AddressSpace.NONE) {
      labels.put(names.get(given++), page);
      page = nextUnlabelled(space.after(page));
    }
    return given;
  }

  /** The pages that have a label, in order. */
  public List<Long> labelled() {
    return labels.inOrder();
  }

  /** The page of a label, of whatever size. */
  @Override
  public OptionalLong labelled(String name) {
    return labels.page(name);
  }

  /** How many processes have the frame of a page, itself among them; 0 where it has none. */
  public int sharers(long page) {
    long entry = ended ? 0 : table.entry(page);
    EntryFormat entries = table.form().entries();
    return entries.present(entry) ? kernel.frames().sharers(entries.frame(entry)) : 0;
  }

  /** What a page is now. */
  public PageState page(long page) {
    EntryFormat entries = table.form().entries();
    long entry = ended ? 0 : table.entry(page);
    boolean valid = !ended && rights(page, entry).isPresent();
    if (!entries.present(entry)) {
      OptionalInt slot =
          Absent.isSwapped(entry) ? OptionalInt.of(Absent.slot(entry)) : OptionalInt.empty();
      return new PageState(
          page, valid, false, false, false, false, word(entry), OptionalInt.empty(), slot);
    }
    int frame = entries.frame(entry);
    FrameTable frames = kernel.frames();
    int slot = frames.slot(frame);
    return new PageState(
        page,
        valid,
        true,
        frames.dirty(frame),
        frames.referenced(frame),
        entries.accessed(entry),
        word(entry),
        OptionalInt.of(frame),
        slot == SwapArea.NONE ? OptionalInt.empty() : OptionalInt.of(slot));
  }

  /** Where a page begins. */
  public long start(long page) {
    return table.form().start(page);
  }

  /** An entry as it stands in the table. */
  public long word(long entry) {
    return table.form().entries().word(entry);
  }

  /**
   * The next page from this one on that is or was in use, or −1, ordinary ones first: the rows of
   * {@code show page-table}.
   */
  public long nextUsed(long from) {
    long page = table.next(from);
    while (page >= 0 && !Absent.isNoted(table.entry(page))) {
      page = table.next(page + 1);
    }
    return page;
  }

  public long accesses() {
    return counts.accesses;
  }

  /** Accesses that were done without a page fault. */
  public long hits() {
    return counts.hits;
  }

  /** All page faults. */
  public long faults() {
    return counts.faults();
  }

  /** The page faults of one cause (rules.md R11). */
  public long faults(Cause cause) {
    return counts.faults[cause.ordinal()];
  }

  /** How many of its pages have frames. */
  public long resident() {
    return counts.resident;
  }

  /** How many of its pages are in swap and not resident. */
  public long swapped() {
    return counts.swapped;
  }

  public long evictions() {
    return counts.evictions;
  }

  public long swapOuts() {
    return counts.swapOuts;
  }

  public long swapIns() {
    return counts.swapIns;
  }

  /** How many table entries its walks have read, a VM's EPT entries included. */
  public long walkReferences() {
    return counts.walkReferences;
  }

  /**
   * Effective access time: nanoseconds of all accesses by their number; nothing before the first.
   */
  public OptionalDouble eat() {
    return counts.accesses == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(counts.busy.exact() / counts.accesses);
  }

  /**
   * A walk to its page in this frame has just set A, or D if it writes: the kernel's copies follow.
   */
  public void noteUse(int frame, Op op) {
    kernel.frames().markReferenced(frame);
    if (op == Op.WRITE) {
      kernel.frames().markDirty(frame);
    }
  }

  /** Counts entries that a walk for it has read. */
  public void countWalk(int references) {
    counts.walkReferences += references;
  }

  Counts counts() {
    return counts;
  }

  Mappings mappings() {
    return mappings;
  }

  /** Resident and swapped together. */
  long pages() {
    return counts.resident + counts.swapped;
  }

  Optional<Rights> rights(long page, long entry) {
    return space.rights(page, entry);
  }

  Optional<FilePage> file(long page) {
    return space.file(page);
  }

  void markEnded() {
    ended = true;
  }

  private long nextUnlabelled(long from) {
    long page = from;
    while (page != AddressSpace.NONE
        && (labels.has(page) || rights(page, table.entry(page)).isEmpty())) {
      page = space.after(page);
    }
    return page;
  }

  /** Its address space and its counts, and whether it has ended. */
  Checkpoint checkpoint() {
    boolean keptEnded = ended;
    return Checkpoint.all(
        table.checkpoint(), counts.checkpoint(), Checkpoint.of(1, () -> ended = keptEnded));
  }

  /** It has never been: the machine has gone back to a moment before its start. */
  void vanish() {
    table.forget();
    ended = true;
  }
}
