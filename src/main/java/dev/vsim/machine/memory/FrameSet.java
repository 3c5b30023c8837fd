package dev.vsim.machine.memory;

import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Foresight;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import java.util.Arrays;
import java.util.Optional;

/**
 * The frames among which one policy chooses: a kernel's, or one process's own ({@code frames N}).
 *
 * <p>Frames come from the kernel's free list; the limit only says how many pages may be resident
 * (rules.md R39).
 */
public final class FrameSet {
  /** The limit of a set that takes whatever is free. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private final Kernel kernel;
  private final int limit;
  private final ReplacementPolicy policy;
  private final boolean seesAll;
  private final boolean counts;
  private final boolean inOrder;
  private final boolean setOnLoad;
  private int size;

  /** Where the last page was loaded, until the access that did it is through. */
  private int loaded = FrameList.NONE;

  FrameSet(Kernel kernel, int limit, PolicyChoice choice) {
    this.kernel = kernel;
    this.limit = limit;
    ReplacementPolicy made = choice.kind().maker().make(this, choice.options());
    Decisions decisions = kernel.world().decisions();
    this.policy =
        decisions.areWanted() ? new Explained(this, choice.kind(), made, decisions) : made;
    this.setOnLoad = choice.options().setOnLoad();
    this.seesAll = policy.seesEveryReference();
    this.counts = policy.countsReferences();
    this.inOrder = policy.looksInOrder();
  }

  public int limit() {
    return limit;
  }

  /** How many frames its resident pages have. */
  public int size() {
    return size;
  }

  /** Where the policy's lists have their links. */
  public FrameRows links() {
    return kernel.frames().rows();
  }

  /** The kernel's own copy of the referenced bit (rules.md R6). */
  public boolean referenced(int frame) {
    return kernel.frames().referenced(frame);
  }

  /**
   * Clears the referenced bit in the page's entry, and drops its translations so that the next use
   * sets it again.
   */
  public void clearReferenced(int frame) {
    kernel.clearReferenced(frame);
  }

  /** Takes it that the page was referred to since it was loaded. */
  public void markReferenced(int frame) {
    kernel.frames().markReferenced(frame);
  }

  /** Whether the page was written since it was loaded or swapped out. */
  public boolean dirty(int frame) {
    return kernel.frames().dirty(frame);
  }

  /** Takes it that the page must be written before its frame is used otherwise. */
  public void markDirty(int frame) {
    kernel.frames().markDirty(frame);
  }

  /**
   * Clears the dirty bit in the page's entry, and drops its translations so that the next write
   * sets it again. What was written so far is lost when the page goes.
   */
  public void clearDirty(int frame) {
    kernel.clearDirty(frame);
  }

  /** Whether no page is in a frame. */
  public boolean isFree(int frame) {
    return kernel.frames().isFree(frame);
  }

  /** How many pages can be resident. */
  public int capacity() {
    return Math.min(limit, kernel.frames().total());
  }

  /** Every frame of the set has a lower number. */
  public int reach() {
    return kernel.frames().reach();
  }

  /** An array by frame number that reaches to every frame of the set: the old one where it does. */
  public byte[] reach(byte[] array) {
    if (array.length >= reach()) {
      return array;
    }
    charge(reach() - array.length);
    return Arrays.copyOf(array, reach());
  }

  /** An array by frame number that reaches to every frame of the set: the old one where it does. */
  public int[] reach(int[] array) {
    if (array.length >= reach()) {
      return array;
    }
    charge((long) (reach() - array.length) * Integer.BYTES);
    return Arrays.copyOf(array, reach());
  }

  /** An array by frame number that reaches to every frame of the set: the old one where it does. */
  public long[] reach(long[] array) {
    if (array.length >= reach()) {
      return array;
    }
    charge((long) (reach() - array.length) * Long.BYTES);
    return Arrays.copyOf(array, reach());
  }

  /** Accounts for memory that the policy takes. */
  public void charge(long bytes) {
    budget().charge(bytes);
  }

  /**
   * The frame of the set behind this one, or {@link FrameList#NONE}; the first for {@link
   * FrameList#NONE}.
   */
  public int next(int frame) {
    FrameTable all = kernel.frames();
    int next = all.next(frame + 1);
    while (next != FrameList.NONE && !holds(next)) {
      next = all.next(next + 1);
    }
    return next;
  }

  private boolean holds(int frame) {
    return !kernel.frames().isTable(frame) && kernel.frameSetOf(frame) == this;
  }

  /**
   * The page in a frame by a name that stays the same when it leaves: its address space and number.
   */
  public long identity(int frame) {
    return kernel.frames().identity(frame);
  }

  /** The process whose page a page's name is, which may be in no frame; a VM's is no process's. */
  public Optional<Process> processOf(long identity) {
    return kernel.processNumbered(FrameTable.ownerOf(identity));
  }

  /** The page in a page's name. */
  public long pageOf(long identity) {
    return FrameTable.pageOf(identity);
  }

  /**
   * The same as the process has it that refers to it now, which may share the frame with others; a
   * VM's page keeps its own, since what refers to it is a process of the guest.
   */
  long identityReferredTo(int frame) {
    SharedFrames shared = kernel.overcommit().shared();
    if (kernel.overcommit().holds(frame)) {
      return shared.isShared(frame) ? shared.referredTo() : identity(frame);
    }
    return FrameTable.identity(kernel.mmu().processor().space(), page(frame));
  }

  /** Those who share the frame with its owner. */
  long[] otherIdentities(int frame) {
    SharedFrames shared = kernel.overcommit().shared();
    if (shared.isShared(frame)) {
      return shared.names(frame);
    }
    long page = page(frame);
    return Arrays.stream(kernel.frames().others(frame))
        .mapToLong(space -> FrameTable.identity(space, page))
        .toArray();
  }

  /**
   * Whether somebody is told which translations are dropped, and so in which order bits are
   * cleared.
   */
  boolean tellsFlushes() {
    return kernel.tellsFlushes();
  }

  /** Whether frames of the kernel have ever been shared. */
  boolean knowsSharing() {
    return kernel.hasForked() || kernel.overcommit().hasTenants();
  }

  /** A page by its label or number, and its process or VM. */
  String pageNamed(long identity) {
    long page = FrameTable.pageOf(identity);
    Optional<Tenant> vm = kernel.overcommit().tenant(FrameTable.ownerOf(identity));
    if (vm.isPresent()) {
      return "frame " + Printed.hex(page) + " of " + vm.get().subject().path();
    }
    return kernel
        .processNumbered(FrameTable.ownerOf(identity))
        .map(
            p ->
                "page "
                    + p.pageLabel(PageNumber.number(page))
                        .orElse(Printed.hex(PageNumber.number(page)))
                    + " of "
                    + p.path())
        .orElse("page " + Printed.hex(page) + " of a process that is not there now");
  }

  /** How many references the process of the page in a frame has made. */
  public long processTime(int frame) {
    return kernel.references(frame);
  }

  /** Whose page is in a frame: a process's, or in a host a VM's. */
  public Subject subject(int frame) {
    return kernel.owner(frame);
  }

  /** The page in a frame. */
  public long page(int frame) {
    return kernel.frames().page(frame);
  }

  /** What is noted or known of the references to come. */
  Foresight foresight() {
    return kernel.world().foresight();
  }

  /** The memory that all of the model shares. */
  Budget budget() {
    return kernel.world().budget();
  }

  /** The world's random numbers. */
  public SplitMix64 random() {
    return kernel.world().random();
  }

  /**
   * Whether swap is full, so that clean pages lose their slots and are dirty without being written.
   */
  public boolean takesSlotsBack() {
    return !kernel.swap().anyFree();
  }

  /** A process is about to make a reference to a page of the set. */
  public void reference() {
    if (counts) {
      policy.reference();
    }
  }

  /** Whether each reference must come one by one, after {@link #reference}. */
  public boolean countsReferences() {
    return counts;
  }

  /** A page is to have a frame. */
  void wanted(int owner, long page) {
    policy.wanted(FrameTable.identity(owner, page));
  }

  boolean keepsNotes() {
    return policy.keepsNotes();
  }

  /** See {@link ReplacementPolicy#note}. */
  void note(int owner, long page) {
    policy.note(FrameTable.identity(owner, page));
  }

  long expect(int owner, long page) {
    return policy.expect(FrameTable.identity(owner, page));
  }

  /** The frames that will go next, one after the other, if the policy tells without much ado. */
  int nextToGo(int frame) {
    return inOrder ? policy.look(frame) : FrameList.NONE;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether so many pages more may be resident. */
  public boolean hasRoom(int count) {
    return size <= limit - count;
  }

  /** A page was loaded into a frame. */
  public void load(int frame) {
    size += kernel.framesAt(frame);
    loaded = frame;
    policy.load(frame);
  }

  /**
   * The access that faulted is through. If it loaded the page, whether that counts as a use is the
   * policy's option; if it only got the right to write a page that nobody shares any more, it is a
   * use.
   */
  public void arrived(int frame) {
    if (frame != loaded) {
      hit(frame);
      return;
    }
    loaded = FrameList.NONE;
    policy.arrived(frame);
    if (!setOnLoad) {
      kernel.frames().clearReferenced(frame);
    }
  }

  void hit(int frame) {
    if (seesAll) {
      policy.hit(frame);
    }
  }

  void free(int frame) {
    size -= kernel.framesAt(frame);
    policy.free(frame);
  }

  /** The policy's victim, which is no longer of the set. */
  int victim() {
    int victim = policy.victim();
    size -= kernel.framesAt(victim);
    return victim;
  }

  /** Takes a victim back, because it cannot be written anywhere: it counts as newly loaded. */
  void spare(int frame) {
    size += kernel.framesAt(frame);
    policy.spare(frame);
  }

  /** How many frames it has, and what its policy remembers. */
  Checkpoint checkpoint() {
    int keptSize = size;
    return Checkpoint.all(
        Checkpoint.of(
            Integer.BYTES,
            () -> {
              size = keptSize;
              loaded = FrameList.NONE;
            }),
        policy.checkpoint());
  }
}
