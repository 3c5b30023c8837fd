package dev.vsim.machine.paging;

import dev.vsim.event.Op;

/**
 * Where the bits of a table entry are. An entry permits an operation when, its inverted bits
 * flipped (no-execute), all bits that the operation needs are set.
 */
public final class EntryFormat {
  /** x86-64, four-level paging: SDM volume 3A, section 4.5, table 4-20; bit 9 is the kernel's. */
  public static final EntryFormat X86_64 =
      new EntryFormat(
          1L, 0x5, new long[] {0x5, 0x7, 1L << 63 | 0x5}, 1L << 63, 0x7, 1L << 5, 1L << 6, 1L << 9);

  /**
   * EPT: SDM volume 3C, section 28.3.2, tables 28-6 and 28-7; leaves are write-back memory (type 6
   * in bits 3–5).
   */
  public static final EntryFormat EPT =
      new EntryFormat(0x7, 0x30, new long[] {0x1, 0x2, 0x4}, 0, 0x7, 1L << 8, 1L << 9, 1L << 52);

  private static final int WRITE = Op.WRITE.ordinal();
  private static final int FRAME_SHIFT = 12;
  private static final long FRAME_MASK = ((1L << 40) - 1) << FRAME_SHIFT;

  private final long present;
  private final long base;
  private final long[] needed;
  private final long inverted;
  private final long table;
  private final long accessed;
  private final long dirty;
  private final long own;

  /** The kernel's: W is off only because the frame is shared since a fork. */
  private final long copyOnWrite;

  /** What a write needs beyond a read. */
  private final long writable;

  /** The entry of frame 0 for each {@link Rights}. */
  private final long[] leaves;

  private EntryFormat(
      long present,
      long base,
      long[] needed,
      long inverted,
      long table,
      long accessed,
      long dirty,
      long own) {
    this.present = present;
    this.base = base;
    this.needed = needed;
    this.inverted = inverted;
    this.table = table;
    this.accessed = accessed;
    this.dirty = dirty;
    this.own = own;
    this.copyOnWrite = own << 1;
    this.writable = needed[Op.WRITE.ordinal()] & ~needed[Op.READ.ordinal()];
    this.leaves = new long[Rights.values().length];
    for (Rights rights : Rights.values()) {
      leaves[rights.ordinal()] = leaf(rights);
    }
  }

  /** Whether the processor may use the entry. */
  public boolean present(long entry) {
    return (entry & present) != 0;
  }

  /** Whether a present entry permits an operation, by its {@link Op#ordinal()}. */
  public boolean allows(long entry, int op) {
    long bits = needed[op];
    return ((entry ^ inverted) & bits) == bits;
  }

  public int frame(long entry) {
    return (int) ((entry & FRAME_MASK) >>> FRAME_SHIFT);
  }

  public boolean accessed(long entry) {
    return (entry & accessed) != 0;
  }

  public boolean dirty(long entry) {
    return (entry & dirty) != 0;
  }

  /** The entry after a use: A set, and D when it was a write (rules.md R6). */
  public long used(long entry, int op) {
    return op == WRITE ? entry | accessed | dirty : entry | accessed;
  }

  public long withoutAccessed(long entry) {
    return entry & ~accessed;
  }

  /**
   * Whether the page has rights of its own, given by {@code map} or {@code protect}, instead of its
   * region's.
   */
  public boolean ownRights(long entry) {
    return (entry & own) != 0;
  }

  /** The entry of a page, neither accessed nor dirty. */
  public long leaf(int frame, Rights rights, boolean ownRights) {
    long bits = leaves[rights.ordinal()] | ((long) frame << FRAME_SHIFT);
    return ownRights ? bits | own : bits;
  }

  /** The same entry with other rights, of the page's own; A and D stay. */
  public long withRights(long entry, Rights rights) {
    return keepUse(leaf(frame(entry), rights, true), entry);
  }

  /** An entry with the A and D of another. */
  public long keepUse(long entry, long before) {
    return entry | (before & (accessed | dirty));
  }

  /** Whether the page may be written, but not the frame, which is shared. */
  public boolean copyOnWrite(long entry) {
    return (entry & copyOnWrite) != 0;
  }

  /**
   * The entry of a page whose frame is shared from now on: the first write of a page that may be
   * written faults.
   */
  public long shared(long entry) {
    return allows(entry, WRITE) ? entry & ~writable | copyOnWrite : entry;
  }

  /** The entry of a page whose frame is its own again. */
  public long unshared(long entry) {
    return copyOnWrite(entry) ? (entry | writable) & ~copyOnWrite : entry;
  }

  /** The entry as a handler installs it. */
  public long unused(long entry) {
    return entry & ~(accessed | dirty);
  }

  /** What the page's kernel permits; the processor permits less while its frame is shared. */
  public Rights rights(long entry) {
    return Rights.of(
        allows(entry, Op.READ.ordinal()),
        allows(entry, WRITE) || copyOnWrite(entry),
        allows(entry, Op.EXECUTE.ordinal()));
  }

  /**
   * Which operations a present entry permits: bit {@link Op#ordinal()}, so r, w and x from bit 0.
   */
  public int grants(long entry) {
    return bit(entry, 0) | bit(entry, WRITE) | bit(entry, 2);
  }

  /** Of these operations those that need no walk either: a write must still set D (rules.md R6). */
  public int withoutWalk(long entry, int grants) {
    return dirty(entry) ? grants : grants & ~(1 << WRITE);
  }

  /** The entry that leads to a table of the next level. */
  long table(int frame) {
    return table | (long) frame << FRAME_SHIFT;
  }

  private long leaf(Rights rights) {
    long bits = base;
    for (Op op : Op.values()) {
      bits |= rights.allows(op) ? needed[op.ordinal()] : 0;
    }
    return bits ^ inverted;
  }

  private int bit(long entry, int op) {
    return allows(entry, op) ? 1 << op : 0;
  }
}
