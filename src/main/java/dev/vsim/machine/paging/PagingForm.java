package dev.vsim.machine.paging;

/** How an architecture splits a virtual address and stores its translation. */
public final class PagingForm {
  /**
   * Four levels of nine bits, 48-bit addresses of which the lower half is the process's (SDM 3A
   * 4.5).
   */
  public static final PagingForm X86_64 =
      new PagingForm("x86-64", new int[] {9, 9, 9, 9}, 12, 47, EntryFormat.X86_64);

  /** Extended page tables of four levels (SDM 3C 28.3.2). */
  public static final PagingForm EPT =
      new PagingForm("ept", new int[] {9, 9, 9, 9}, 12, 48, EntryFormat.EPT);

  private final String word;
  private final int[] shifts;
  private final int[] masks;
  private final int offsetBits;
  private final int unusedBits;
  private final int userBits;
  private final EntryFormat entries;

  /**
   * @param indexBits from the lowest level to the highest
   * @param userBits bits of the greatest address that a process may use; what lies above is the
   *     kernel's
   */
  private PagingForm(
      String word, int[] indexBits, int offsetBits, int userBits, EntryFormat entries) {
    this.word = word;
    this.offsetBits = offsetBits;
    this.userBits = userBits;
    this.entries = entries;
    this.shifts = new int[indexBits.length + 1];
    this.masks = new int[indexBits.length];
    for (int i = 0; i < indexBits.length; i++) {
      shifts[i + 1] = shifts[i] + indexBits[i];
      masks[i] = (1 << indexBits[i]) - 1;
    }
    this.unusedBits = Long.SIZE - shifts[indexBits.length] - offsetBits;
  }

  /** Its name in the language. */
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

  /** Bytes of a page. */
  public int pageSize() {
    return 1 << offsetBits;
  }

  /** The page that a canonical address lies in, by the bits that are translated. */
  public long page(long va) {
    return (va << unusedBits) >>> (unusedBits + offsetBits);
  }

  /** The place of an address in its page. */
  public int offset(long va) {
    return (int) va & (pageSize() - 1);
  }

  /**
   * Whether the processor takes the address at all; another is a general-protection fault (SDM 1
   * 3.3.7.1).
   */
  public boolean canonical(long va) {
    return va << unusedBits >> unusedBits == va;
  }

  /** Whether a process may own the page at this address. */
  public boolean user(long va) {
    return va >>> userBits == 0;
  }

  /** How many pages a process may own, from page 0. */
  public long userPages() {
    return 1L << (userBits - offsetBits);
  }

  /** Which entry of its table of that level translates the page. */
  public int index(int level, long page) {
    return (int) (page >>> shifts[level - 1]) & masks[level - 1];
  }

  /**
   * The page number without the index bits below this level: what tells one entry of the level from
   * another.
   */
  long prefix(int level, long page) {
    return page >>> shifts[level - 1];
  }

  /** How many pages one table of level 1 maps, as a power of two. */
  int leafBits() {
    return shifts[1];
  }
}
