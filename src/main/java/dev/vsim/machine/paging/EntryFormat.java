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
          new Bits(1, 0x5, 0x5, 0x7, 1L << 63 | 0x5, 1L << 63, 0x7, 1 << 5, 1 << 6, 1 << 9),
          new Layout(8, 12, false, 1 << 5, 1 << 7, 1 << 7));

  /**
   * x86 with 32-bit paging: SDM volume 3A, section 4.3, tables 4-5 and 4-6. There is no no-execute
   * bit: what can be read can be executed.
   */
  public static final EntryFormat X86_32 =
      new EntryFormat(
          new Bits(1, 0x5, 0x5, 0x7, 0x5, 0, 0x7, 1 << 5, 1 << 6, 1 << 9),
          new Layout(4, 12, false, 1 << 5, 1 << 7, 1 << 7));

  /**
   * The textbook's linear table: a 20-bit frame number above twelve bits of flags, laid out as x86
   * has them, with no-execute in bit 3.
   */
  public static final EntryFormat LINEAR =
      new EntryFormat(beside(), new Layout(4, 12, false, 1 << 5, 0, 0));

  /**
   * RISC-V Sv39: Privileged Architecture, sections 4.3 and 4.4. A leaf is an entry that permits
   * anything; A and D are reserved in the others.
   */
  public static final EntryFormat SV39 =
      new EntryFormat(
          new Bits(1, 0x11, 0x13, 0x17, 0x19, 0, 0x1, 1 << 6, 1 << 7, 1 << 8),
          new Layout(8, 10, false, 0, 0xE, 0));

  /**
   * EPT: SDM volume 3C, section 28.3.2, tables 28-2 to 28-6; leaves are write-back memory (type 6
   * in bits 3–5), and bit 7 makes one above level 1.
   */
  public static final EntryFormat EPT =
      new EntryFormat(
          new Bits(0x7, 0x30, 0x1, 0x2, 0x4, 0, 0x7, 1 << 8, 1 << 9, 1L << 52),
          new Layout(8, 12, false, 1 << 8, 1 << 7, 1 << 7));

  private static final int READ = Op.READ.ordinal();
  private static final int WRITE = Op.WRITE.ordinal();
  private static final int EXECUTE = Op.EXECUTE.ordinal();
  private static final long FRAME_BITS = (1L << 40) - 1;
  private static final int OWN_SHIFT = 12;

  /**
   * Which bits mean what; a right is all the bits that it needs, after {@code inverted} is flipped.
   */
  private record Bits(
      long present,
      long base,
      long read,
      long write,
      long execute,
      long inverted,
      long table,
      long accessed,
      long dirty,
      long own) {}

  /**
   * @param bytes how much of the entry is in the table; what does not fit is kept beside it
   * @param onTop whether what is in the table is a valid bit on top of the frame number
   * @param tableUsed what a walk sets in entries above the last
   * @param leafMark bits of which any says, above level 1, that the walk ends here
   * @param large bits that make a leaf one above level 1
   */
  private record Layout(
      int bytes, int frameShift, boolean onTop, long tableUsed, long leafMark, long large) {}

  private final long present;
  private final long base;
  private final long[] needed;
  private final long inverted;
  private final long table;
  private final long accessed;
  private final long dirty;
  private final long own;
  private final Layout layout;
  private final int frameShift;
  private final long frameMask;

  /** The kernel's: W is off only because the frame is shared since a fork. */
  private final long copyOnWrite;

  /** What a write needs beyond a read. */
  private final long writable;

  /** The entry of frame 0 for each {@link Rights}. */
  private final long[] leaves;

  private EntryFormat(Bits bits, Layout layout) {
    this.present = bits.present;
    this.base = bits.base;
    this.needed = new long[] {bits.read, bits.write, bits.execute};
    this.inverted = bits.inverted;
    this.table = bits.table;
    this.accessed = bits.accessed;
    this.dirty = bits.dirty;
    this.own = bits.own;
    this.copyOnWrite = own << 1;
    this.writable = bits.write & ~bits.read;
    this.layout = layout;
    this.frameShift = layout.frameShift;
    this.frameMask = FRAME_BITS << frameShift;
    this.leaves = new long[Rights.values().length];
    for (Rights rights : Rights.values()) {
      leaves[rights.ordinal()] = leaf(rights);
    }
  }

  /**
   * An exercise's own: the table holds so many bytes an entry, a valid bit on top of the frame
   * number; all else is kept beside it (rules.md R8).
   */
  static EntryFormat geometry(int bytes) {
    return new EntryFormat(beside(), new Layout(bytes, 12, true, 1 << 5, 0, 0));
  }

  private static Bits beside() {
    return new Bits(1, 0x5, 0x5, 0x7, 0xD, 1 << 3, 0x7, 1 << 5, 1 << 6, 1 << 9);
  }

  /** Bytes of an entry in its table. */
  public int bytes() {
    return layout.bytes;
  }

  /** How many frames the entries can tell apart, as a power of two, at most 40. */
  public int frameNumberBits() {
    int bits = Byte.SIZE * layout.bytes;
    return Math.min(40, layout.onTop ? bits - 1 : bits - frameShift);
  }

  /** The entry as it stands in its table. */
  public long word(long entry) {
    int bits = Byte.SIZE * layout.bytes;
    if (layout.onTop) {
      long number = (entry >>> OWN_SHIFT) & ((1L << (bits - 1)) - 1);
      return number | ((entry & present) << (bits - 1));
    }
    return bits == Long.SIZE ? entry : entry & ((1L << bits) - 1);
  }

  /** The entry of a level that stands in a table as this word; a page's rights are its own. */
  long entryOf(long word, int level) {
    if (layout.onTop) {
      return onTop(word, level);
    } else if (!present(word)) {
      return word & -(1L << OWN_SHIFT);
    }
    return level > 1 && leadsOn(word) ? word : word | own;
  }

  private long onTop(long word, int level) {
    int top = Byte.SIZE * layout.bytes - 1;
    long number = word & ((1L << top) - 1);
    if (word >>> top == 0) {
      return number << OWN_SHIFT;
    }
    return level > 1 ? table((int) number) : leaf((int) number, Rights.RWX, true);
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

  /**
   * Whether a page with these rights forbids an operation: 32-bit paging cannot forbid to execute.
   */
  public boolean forbids(Rights rights, Op op) {
    return !allows(leaves[rights.ordinal()], op.ordinal());
  }

  public int frame(long entry) {
    return (int) ((entry & frameMask) >>> frameShift);
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

  public long withoutDirty(long entry) {
    return entry & ~dirty;
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
    long bits = leaves[rights.ordinal()] | ((long) frame << frameShift);
    return ownRights ? bits | own : bits;
  }

  /** The leaf of a page of more than one frame, which stands above level 1. */
  public long large(long leaf) {
    return leaf | layout.large;
  }

  /** The entry of one of a large page's parts: its frame lies so many behind the first. */
  public long part(long large, int within) {
    return (large & ~layout.large) + ((long) within << frameShift);
  }

  /** Whether an entry above level 1 leads to a table; else it is a page's, or free. */
  boolean leadsOn(long entry) {
    return present(entry) && (entry & layout.leafMark) == 0;
  }

  /** The entry above the last after a walk through it. */
  long tableUsed(long entry) {
    return entry | layout.tableUsed;
  }

  /** The same entry with other rights, of the page's own; A and D and its size stay. */
  public long withRights(long entry, Rights rights) {
    return keepUse(leaf(frame(entry), rights, true) | (entry & layout.large), entry);
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
        allows(entry, READ), allows(entry, WRITE) || copyOnWrite(entry), allows(entry, EXECUTE));
  }

  /**
   * Which operations a present entry permits: bit {@link Op#ordinal()}, so r, w and x from bit 0.
   */
  public int grants(long entry) {
    return bit(entry, READ) | bit(entry, WRITE) | bit(entry, EXECUTE);
  }

  /** Of these operations those that need no walk either: a write must still set D (rules.md R6). */
  public int withoutWalk(long entry, int grants) {
    return dirty(entry) ? grants : grants & ~(1 << WRITE);
  }

  /** The entry that leads to a table of the next level. */
  long table(int frame) {
    return table | (long) frame << frameShift;
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
