package dev.vsim.machine.paging;

import dev.vsim.event.Op;
import java.util.List;
import java.util.Optional;

/** How an architecture splits a virtual address and stores its translation. */
public final class PagingForm {
  /**
   * Four levels of nine bits, 48-bit addresses of which the lower half is the process's, pages of
   * 2M and 1G too (SDM 3A 4.5).
   */
  public static final PagingForm X86_64 =
      new PagingForm(
          "x86-64",
          new int[] {9, 9, 9, 9},
          12,
          EntryFormat.X86_64,
          new Habits(true, true, true, false, 3));

  /** Two levels of ten bits, 32-bit addresses, pages of 4M too (SDM 3A 4.3). */
  public static final PagingForm X86_32 =
      new PagingForm(
          "x86-32",
          new int[] {10, 10},
          12,
          EntryFormat.X86_32,
          new Habits(false, false, true, false, 2));

  /**
   * The textbook's figure: one table of 2^20 entries, a page number of 20 bits and an offset of 12.
   */
  public static final PagingForm LINEAR =
      new PagingForm("linear", new int[] {20}, 12, EntryFormat.LINEAR, Habits.PLAIN);

  /** RISC-V's three levels of nine bits, pages of 2M and 1G too (Privileged Architecture 4.4). */
  public static final PagingForm SV39 =
      new PagingForm(
          "sv39",
          new int[] {9, 9, 9},
          12,
          EntryFormat.SV39,
          new Habits(true, false, true, true, 3));

  /** Extended page tables of four levels, with pages of 2M and 1G too (SDM 3C 28.3.2). */
  public static final PagingForm EPT = ept(new int[] {9, 9, 9, 9}, 3);

  /**
   * EPTs by depth: processors have those of four and five levels; the others are there to count
   * with.
   */
  private static final List<PagingForm> EPTS =
      List.of(
          ept(new int[] {20}, 1),
          ept(new int[] {10, 10}, 1),
          ept(new int[] {9, 9, 9}, 3),
          EPT,
          ept(new int[] {9, 9, 9, 9, 9}, 3));

  /** How many levels an EPT may have. */
  public static final int MOST_EPT_LEVELS = EPTS.size();

  /** Those that have a name. */
  public static final List<PagingForm> NAMED = List.of(LINEAR, X86_32, X86_64, SV39);

  /** Index bits that an exercise's own form may have in all. */
  public static final int MOST_INDEX_BITS = 36;

  /** Offset bits that an exercise's own form may have. */
  public static final int MOST_OFFSET_BITS = 26;

  /** RISC-V Privileged Architecture, table 4.2: instruction, load and store page fault. */
  private static final int FETCH_FAULT = 12;

  private static final int LOAD_FAULT = 13;
  private static final int STORE_FAULT = 15;

  /**
   * What the architecture does besides splitting.
   *
   * @param signed whether the bits above the address repeat its highest
   * @param strict whether an address with other bits is a general-protection fault, not a page
   *     fault
   * @param kernelHalf whether the upper half is the kernel's
   * @param causes whether a fault says its cause by number (scause) instead of an error code
   * @param largest the highest level at which a page may have its entry
   */
  private record Habits(
      boolean signed, boolean strict, boolean kernelHalf, boolean causes, int largest) {
    static final Habits PLAIN = new Habits(false, false, false, false, 1);
  }

  private final String word;
  private final int[] shifts;
  private final int[] masks;
  private final int offsetBits;
  private final int unusedBits;
  private final int addressBits;
  private final long bias;
  private final int userBits;
  private final EntryFormat entries;
  private final Habits habits;

  /**
   * @param indexBits from the lowest level to the highest
   */
  private PagingForm(
      String word, int[] indexBits, int offsetBits, EntryFormat entries, Habits habits) {
    this.word = word;
    this.offsetBits = offsetBits;
    this.entries = entries;
    this.habits = habits;
    this.shifts = new int[indexBits.length + 1];
    this.masks = new int[indexBits.length];
    for (int i = 0; i < indexBits.length; i++) {
      shifts[i + 1] = shifts[i] + indexBits[i];
      masks[i] = (1 << indexBits[i]) - 1;
    }
    this.addressBits = shifts[indexBits.length] + offsetBits;
    this.unusedBits = Long.SIZE - addressBits;
    this.bias = habits.signed ? 1L << (addressBits - 1) : 0;
    this.userBits = habits.kernelHalf ? addressBits - 1 : addressBits;
  }

  private static PagingForm ept(int[] indexBits, int largest) {
    Habits habits = new Habits(false, false, false, false, largest);
    return new PagingForm("ept", indexBits, 12, EntryFormat.EPT, habits);
  }

  /** Extended page tables of so many levels, 1 to {@link #MOST_EPT_LEVELS}. */
  public static PagingForm ept(int levels) {
    return EPTS.get(levels - 1);
  }

  /** The one of this name. */
  public static Optional<PagingForm> named(String name) {
    return NAMED.stream().filter(form -> form.word.equals(name)).findFirst();
  }

  /**
   * An exercise's own form.
   *
   * @param bits the index bits of each level from the top, and the offset's last: {@code [5, 5, 5]}
   */
  public static PagingForm geometry(List<Integer> bits) {
    int levels = bits.size() - 1;
    int[] indexBits = new int[levels];
    for (int i = 0; i < levels; i++) {
      indexBits[i] = bits.get(levels - 1 - i);
    }
    int offset = bits.get(levels);
    EntryFormat format = EntryFormat.geometry(entryBytes(indexBits, offset));
    return new PagingForm(bits.toString(), indexBits, offset, format, Habits.PLAIN);
  }

  /** The smallest with which a table of some level fills a page exactly, or 8 (rules.md R8). */
  private static int entryBytes(int[] indexBits, int offsetBits) {
    for (int log = 0; log < 3; log++) {
      for (int bits : indexBits) {
        if (bits + log == offsetBits) {
          return 1 << log;
        }
      }
    }
    return Long.BYTES;
  }

  /** Its name in the language, or the bits of an exercise's own. */
  public String word() {
    return word;
  }

  public EntryFormat entries() {
    return entries;
  }

  /** How many tables a walk reads; the lowest is level 1. */
  public int levels() {
    return masks.length;
  }

  /** The number of bits of the offset within a page. */
  public int offsetBits() {
    return offsetBits;
  }

  /** The number of bits of an address. */
  public int addressBits() {
    return addressBits;
  }

  /** Bytes of a page. */
  public int pageSize() {
    return 1 << offsetBits;
  }

  /** Bytes of memory that entries can reach. */
  public long physicalSpace() {
    return 1L << Math.min(Long.SIZE - 2, entries.frameNumberBits() + offsetBits);
  }

  /** The ordinary page that a canonical address lies in, by the bits that are translated. */
  public long page(long va) {
    return (va << unusedBits) >>> (unusedBits + offsetBits);
  }

  /** The place of an address in its ordinary page. */
  public int offset(long va) {
    return (int) va & (pageSize() - 1);
  }

  /** Whether an address is one of the space's at all. */
  public boolean canonical(long va) {
    return (va + bias) >>> addressBits == 0;
  }

  /**
   * Whether an address that is not canonical is a general-protection fault (SDM 1 3.3.7.1), not a
   * page fault.
   */
  public boolean strict() {
    return habits.strict;
  }

  /** Whether a process may own the page at this address. */
  public boolean user(long va) {
    return va >>> userBits == 0;
  }

  /**
   * Whether a process finds an entry at this address that is not its own: the kernel's half of an
   * x86.
   */
  public boolean ofKernel(long va) {
    return habits.kernelHalf && canonical(va) && !user(va);
  }

  /** The bits of the lower half, which is valid where nothing is said (rules.md R1b). */
  public int userBits() {
    return userBits;
  }

  /** How many ordinary pages are valid where nothing is said, from page 0. */
  public long userPages() {
    return 1L << (addressBits - 1 - offsetBits);
  }

  /** The number by which this form tells why a reference faulted, if it has no error code. */
  public Optional<Integer> scause(Op op) {
    if (!habits.causes) {
      return Optional.empty();
    }
    return Optional.of(
        switch (op) {
          case READ -> LOAD_FAULT;
          case WRITE -> STORE_FAULT;
          case EXECUTE -> FETCH_FAULT;
        });
  }

  /** How many bits of an address choose among the entries of a table of that level. */
  public int indexBits(int level) {
    return shifts[level] - shifts[level - 1];
  }

  /** Which entry of its table of that level translates the page. */
  public int index(int level, long page) {
    return (int) (first(page) >>> shifts[level - 1]) & masks[level - 1];
  }

  /** The level at which pages of this size have their entries, if there are any. */
  public Optional<Integer> levelOf(long size) {
    for (int level = 1; level <= habits.largest; level++) {
      if (size(level) == size) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** The highest level at which a page may have its entry. */
  public int largest() {
    return habits.largest;
  }

  /** Bytes of a page that has its entry at a level. */
  public long size(int level) {
    return 1L << (offsetBits + shifts[level - 1]);
  }

  /** The page of a level that an ordinary page lies in, or would. */
  public long page(int level, long ordinary) {
    return PageNumber.of(level, ordinary >>> shifts[level - 1]);
  }

  /** The first ordinary page of a page. */
  public long first(long page) {
    return PageNumber.number(page) << shifts[PageNumber.level(page) - 1];
  }

  /** How many frames a page takes. */
  public int frames(long page) {
    return PageNumber.isLarge(page) ? 1 << shifts[PageNumber.level(page) - 1] : 1;
  }

  /** Where a page begins. */
  public long start(long page) {
    return first(page) << offsetBits;
  }

  /** How many frames the highest table takes. */
  public int rootFrames() {
    return tableFrames(levels());
  }

  /** How many frames a table of a level takes, one behind the other. */
  int tableFrames(int level) {
    long bytes = (masks[level - 1] + 1L) * entries.bytes();
    return (int) Math.max(1, bytes >>> offsetBits);
  }

  /** How many entries a table of a level has. */
  int tableEntries(int level) {
    return masks[level - 1] + 1;
  }

  /**
   * The page number without the index bits below this level: what tells one entry of the level from
   * another.
   */
  long prefix(int level, long page) {
    return first(page) >>> shifts[level - 1];
  }

  /** How many pages one table of level 1 maps, as a power of two. */
  int leafBits() {
    return shifts[1];
  }
}
