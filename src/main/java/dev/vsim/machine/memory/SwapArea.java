package dev.vsim.machine.memory;

import dev.vsim.machine.world.Budget;
import dev.vsim.machine.world.Checkpoint;
import java.util.Arrays;

/**
 * A kernel's swap slots. A page keeps its slot, with the copy in it, while it is resident again,
 * until it is unmapped or the slot is wanted for another (rules.md R12).
 */
public final class SwapArea {
  static final int NONE = -1;

  private static final int OWNER_SHIFT = 40;
  private static final long PAGE_MASK = (1L << OWNER_SHIFT) - 1;
  private static final long FREE = -1;
  private static final int LEAST = 16;

  private final FreeNumbers free;
  private final NumberSet ofResidentPages;
  private final Sharers sharers;
  private final PageContents contents;
  private final Budget budget;
  private long[] owners = {};

  SwapArea(int slots, int pageSize, Budget budget) {
    this.free = new FreeNumbers(slots, budget);
    this.ofResidentPages = new NumberSet(budget);
    this.sharers = new Sharers(budget);
    this.contents = new PageContents(pageSize, budget);
    this.budget = budget;
  }

  /** How many slots there are. */
  public int total() {
    return free.total();
  }

  /** How many slots hold a copy. */
  public int used() {
    return free.total() - free.free();
  }

  boolean anyFree() {
    return !free.isEmpty();
  }

  /** The least slot in use from this one on, or −1. */
  public int next(int from) {
    for (int slot = from; slot < owners.length; slot++) {
      if (owners[slot] != FREE) {
        return slot;
      }
    }
    return NONE;
  }

  int owner(int slot) {
    return (int) (owners[slot] >>> OWNER_SHIFT);
  }

  long page(int slot) {
    return owners[slot] & PAGE_MASK;
  }

  /** The lowest free slots in a row, for a page; the first, −1 if there are none. */
  int take(int owner, long page, int count) {
    int slot = free.takeLowest(count, 1);
    if (slot == NONE) {
      return NONE;
    }
    if (slot >= owners.length) {
      grow(slot);
    }
    owners[slot] = (long) owner << OWNER_SHIFT | page;
    return slot;
  }

  /** The lowest slot whose page is resident, or −1. */
  int lowestOfResident() {
    return ofResidentPages.isEmpty() ? NONE : ofResidentPages.first();
  }

  /** How many pages have their copy in this slot: the same page of several address spaces. */
  int sharers(int slot) {
    return 1 + sharers.count(slot);
  }

  boolean isShared(int slot) {
    return sharers.any(slot);
  }

  /** Those who have their copy in this slot beside its owner, in order of declaration. */
  int[] others(int slot) {
    return sharers.of(slot);
  }

  /** One more address space, declared after its owner, has its page's copy in this slot. */
  void share(int slot, int space) {
    sharers.add(slot, space);
  }

  /** One of several leaves the slot. */
  void leave(int slot, int space) {
    if (space == owner(slot)) {
      owners[slot] = (long) sharers.removeFirst(slot) << OWNER_SHIFT | page(slot);
    } else {
      sharers.remove(slot, space);
    }
  }

  void release(int slot, int count) {
    sharers.clear(slot);
    ofResidentPages.remove(slot);
    owners[slot] = FREE;
    for (int i = slot; i < slot + count; i++) {
      contents.take(i);
      free.free(i);
    }
  }

  /** The bytes, or null for zeros, lie in the slot from now on. */
  void write(int slot, byte[] bytes) {
    contents.put(slot, bytes);
  }

  /** The page loses its frame, and the copy in the slot is good. */
  void keepAlone(int slot) {
    ofResidentPages.remove(slot);
  }

  /** All pages whose copy is in the slot have frames. */
  void keepBoth(int slot) {
    ofResidentPages.add(slot);
  }

  /** A copy of the bytes in a slot, or null for zeros. */
  public byte[] read(int slot) {
    byte[] bytes = contents.peek(slot);
    return bytes == null ? null : bytes.clone();
  }

  private void grow(int slot) {
    int had = owners.length;
    int length = (int) Math.min(free.total(), Math.max(Math.max(LEAST, slot + 1L), had + had / 2L));
    budget.charge((long) (length - had) * Long.BYTES);
    owners = Arrays.copyOf(owners, length);
    Arrays.fill(owners, had, length, FREE);
  }

  /** Whose copies are where, and what they hold. */
  Checkpoint checkpoint() {
    Kept.Longs keptOwners = new Kept.Longs(owners);
    return Checkpoint.all(
        free.checkpoint(),
        ofResidentPages.checkpoint(),
        sharers.checkpoint(),
        contents.checkpoint(),
        Checkpoint.of(keptOwners.bytes(), () -> keptOwners.into(owners, FREE)));
  }
}
