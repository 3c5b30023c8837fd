package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * What a kernel knows of each page frame, in parallel arrays that reach to the highest frame in
 * use: 17 bytes a frame, 21 where pages have copies in swap.
 */
public final class FrameTable {
  static final int NONE = -1;

  private static final int OWNER_SHIFT = 40;
  private static final long PAGE_MASK = (1L << OWNER_SHIFT) - 1;

  /** What a table's frame has in place of a page: no page has this number. */
  private static final long TABLE = PAGE_MASK;

  private static final int BYTES = FrameRows.BYTES + 1;
  private static final int LEAST = 16;
  private static final int LARGE = 4096;

  /**
   * The kernel's copies of D, R and of whether the page has rights of its own: an entry is far, a
   * flag is near.
   */
  private static final byte DIRTY = 1;

  private static final byte REFERENCED = 2;
  private static final byte OWN_RIGHTS = 4;

  private final FreeNumbers free;
  private final Budget budget;
  private final FrameRows rows = new FrameRows();
  private final Sharers sharers;
  private byte[] flags = {};
  private int[] slots = {};
  private boolean unclean;

  FrameTable(int total, Budget budget) {
    this.free = new FreeNumbers(total, budget);
    this.sharers = new Sharers(budget);
    this.budget = budget;
  }

  /** How many frames user pages have. */
  public int total() {
    return free.total();
  }

  /** How many of them are free. */
  public int free() {
    return free.free();
  }

  boolean anyFree() {
    return !free.isEmpty();
  }

  boolean isFree(int frame) {
    return free.isFree(frame);
  }

  /** Gives the lowest free frame to a page. */
  int takeLowest(int owner, long page) {
    return own(free.takeLowest(), owner, page);
  }

  /** Gives the lowest free frames in a row, aligned to their number, to a large page. */
  int takeLowest(int owner, long page, int count) {
    return own(free.takeLowest(count, count), owner, page);
  }

  /**
   * Gives the lowest free frames in a row, aligned to their number, to as many pages in a row, one
   * each: the first, or −1 if there are none.
   */
  int takeLowestForEach(int owner, long firstPage, int count) {
    int first = free.takeLowest(count, count);
    for (int i = 0; i < count && first != NONE; i++) {
      own(first + i, owner, firstPage + i);
    }
    return first;
  }

  /** Whether so many free frames are in a row, aligned to their number. */
  boolean anyFree(int count) {
    return free.hasRun(count, count);
  }

  /** Whether so many free frames are in a row anywhere. */
  boolean hasRow(int count) {
    return free.hasRun(count, 1);
  }

  /** The highest free frame, which no page is to have; there is one. */
  int takeForBalloon() {
    return free.takeHighest();
  }

  /** A frame that no page had is free. */
  void releaseByBalloon(int frame) {
    free.free(frame);
  }

  /** A frame in use is another's page from now on. */
  void hand(int frame, int owner, long page) {
    rows.own(frame, identity(owner, page));
  }

  /** Whether all of these frames are there and free. */
  boolean allFree(int frame, int count) {
    for (int i = frame; i < frame + count; i++) {
      if (i >= total() || !isFree(i)) {
        return false;
      }
    }
    return true;
  }

  /** Gives a certain free frame to a page. */
  int take(int frame, int owner, long page) {
    free.take(frame);
    return own(frame, owner, page);
  }

  /** Gives certain free frames to a large page, which is noted at the first. */
  int take(int frame, int owner, long page, int count) {
    if (count == 1) {
      return take(frame, owner, page);
    }
    free.takeRun(frame, count);
    return own(frame, owner, page);
  }

  /** Frames in a row for a table among ordinary frames, the lowest; −1 if there are none. */
  int takeLowestForTable(int owner, int count) {
    int frame = free.takeLowest(count, 1);
    if (frame != NONE) {
      ownForTable(frame, owner, count);
    }
    return frame;
  }

  /** Gives certain free frames to a table. */
  void takeForTable(int frame, int owner, int count) {
    free.takeRun(frame, count);
    ownForTable(frame, owner, count);
  }

  private void ownForTable(int frame, int owner, int count) {
    for (int i = frame; i < frame + count; i++) {
      own(i, owner, TABLE);
    }
  }

  /** Whether a frame in use is a table's. */
  public boolean isTable(int frame) {
    return page(frame) == TABLE;
  }

  void release(int frame, int count) {
    sharers.clear(frame);
    rows.own(frame, FrameRows.FREE);
    flags[frame] = 0;
    if (frame < slots.length) {
      slots[frame] = NONE;
    }
    for (int i = frame; i < frame + count; i++) {
      free.free(i);
    }
  }

  /**
   * Some free frame may hold other bytes than zeros from now on: frames are cleared as they are
   * given.
   */
  void markUnclean() {
    unclean = true;
  }

  boolean isUnclean() {
    return unclean;
  }

  /** The least frame in use from this one on, or −1. */
  public int next(int from) {
    for (int frame = from; frame < flags.length; frame++) {
      if (rows.identity(frame) != FrameRows.FREE) {
        return frame;
      }
    }
    return NONE;
  }

  /** The number of the address space whose page is in a frame in use. */
  int owner(int frame) {
    return ownerOf(rows.identity(frame));
  }

  /** The page in a frame in use. */
  long page(int frame) {
    return pageOf(rows.identity(frame));
  }

  /**
   * Whether several address spaces have their page in this frame; it has the same number in all.
   */
  boolean isShared(int frame) {
    return sharers.any(frame);
  }

  /** How many address spaces have their page in this frame. */
  int sharers(int frame) {
    return 1 + sharers.count(frame);
  }

  /** Those that have their page in this frame beside its owner, in order of declaration. */
  int[] others(int frame) {
    return sharers.of(frame);
  }

  /** One more address space, declared after its owner, has its page in this frame. */
  void share(int frame, int space) {
    sharers.add(frame, space);
  }

  /** One of several address spaces leaves the frame; the first declared of the others owns it. */
  void leave(int frame, int space) {
    if (space == owner(frame)) {
      rows.own(frame, identity(sharers.removeFirst(frame), page(frame)));
    } else {
      sharers.remove(frame, space);
    }
  }

  /** The frame, which nobody else has any more, is an address space's own. */
  void become(int frame, int space) {
    sharers.clear(frame);
    rows.own(frame, identity(space, page(frame)));
  }

  /** Whose page is in a frame in use, and which: the page's name while it is in no frame either. */
  long identity(int frame) {
    return rows.identity(frame);
  }

  /** How a page is named by its address space and number. */
  static long identity(int owner, long page) {
    return (long) owner << OWNER_SHIFT | page;
  }

  /** The number of the address space in a page's name. */
  static int ownerOf(long identity) {
    return (int) (identity >>> OWNER_SHIFT);
  }

  /** The page number in a page's name. */
  static long pageOf(long identity) {
    return identity & PAGE_MASK;
  }

  /** Every frame that was ever in use has a lower number. */
  int reach() {
    return flags.length;
  }

  /** The slot that keeps a copy of the frame's page, or −1. */
  int slot(int frame) {
    return frame < slots.length ? slots[frame] : NONE;
  }

  void keepSlot(int frame, int slot) {
    if (frame >= slots.length) {
      int had = slots.length;
      budget.charge((long) (flags.length - had) * Integer.BYTES);
      slots = Arrays.copyOf(slots, flags.length);
      Arrays.fill(slots, had, slots.length, NONE);
    }
    slots[frame] = slot;
  }

  /** Whether the page was written since it was loaded, or has lost its only other copy. */
  boolean dirty(int frame) {
    return (flags[frame] & DIRTY) != 0;
  }

  void markDirty(int frame) {
    flags[frame] |= DIRTY;
  }

  void clearDirty(int frame) {
    flags[frame] &= ~DIRTY;
  }

  /** Whether the page was referred to since this was last cleared. */
  boolean referenced(int frame) {
    return (flags[frame] & REFERENCED) != 0;
  }

  void markReferenced(int frame) {
    flags[frame] |= REFERENCED;
  }

  void clearReferenced(int frame) {
    flags[frame] &= ~REFERENCED;
  }

  /** Whether the page's rights are its own, not its region's. */
  boolean ownRights(int frame) {
    return (flags[frame] & OWN_RIGHTS) != 0;
  }

  void markOwnRights(int frame) {
    flags[frame] |= OWN_RIGHTS;
  }

  FrameRows rows() {
    return rows;
  }

  private int own(int frame, int owner, long page) {
    if (frame >= flags.length) {
      grow(frame);
    }
    rows.own(frame, identity(owner, page));
    return frame;
  }

  private void grow(int frame) {
    int had = flags.length;
    int more = had < LARGE ? had : had / 4;
    int length =
        (int) Math.min(free.total(), Math.max(Math.max(LEAST, frame + 1L), (long) had + more));
    budget.charge((long) (length - had) * BYTES);
    flags = Arrays.copyOf(flags, length);
    rows.reach(length);
  }

  /** What is known of each frame. */
  Checkpoint checkpoint() {
    Kept.Bytes keptFlags = new Kept.Bytes(flags);
    Kept.Ints keptSlots = new Kept.Ints(slots);
    boolean keptUnclean = unclean;
    return Checkpoint.all(
        free.checkpoint(),
        rows.checkpoint(),
        sharers.checkpoint(),
        Checkpoint.of(
            keptFlags.bytes() + keptSlots.bytes(),
            () -> {
              keptFlags.into(flags);
              keptSlots.into(slots, NONE);
              unclean = keptUnclean;
            }));
  }
}
