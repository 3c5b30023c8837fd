package dev.vsim.machine.paging;

/**
 * What a kernel notes in an entry that is not present (bit 0 = 0), which the processor ignores: SDM
 * 3A, section 4.8.
 *
 * <p>Bit 1: the page has a copy in swap, its slot in bits 12 and up; bit 2: it was touched before;
 * bit 3: it has rights of its own, in bits 4–6; bit 7: it was unmapped and is not valid.
 */
public final class Absent {
  /** A page that was unmapped and is invalid until it is mapped again. */
  public static final long UNMAPPED = 1 << 7;

  private static final long SWAPPED = 1 << 1;
  private static final long TOUCHED = 1 << 2;
  private static final long OWN_RIGHTS = 1 << 3;
  private static final int RIGHTS_SHIFT = 4;
  private static final long RIGHTS_MASK = 7L << RIGHTS_SHIFT;
  private static final int SLOT_SHIFT = 12;

  private static final Rights[] RIGHTS = Rights.values();

  private Absent() {}

  /** A page whose frame was taken and whose copy lies in a slot. */
  public static long swapped(int slot) {
    return ((long) slot << SLOT_SHIFT) | SWAPPED | TOUCHED;
  }

  /** A page whose frame was taken and that was never written. */
  public static long dropped() {
    return TOUCHED;
  }

  /** The same note, for a page with rights of its own. */
  public static long withRights(long note, Rights rights) {
    return (note & ~RIGHTS_MASK) | OWN_RIGHTS | ((long) rights.ordinal() << RIGHTS_SHIFT);
  }

  /** Whether an entry is present or says anything of its page, apart from bits that nobody set. */
  public static boolean isNoted(long entry) {
    return (entry & 0xFF) != 0;
  }

  public static boolean isSwapped(long note) {
    return (note & SWAPPED) != 0;
  }

  public static boolean isTouched(long note) {
    return (note & TOUCHED) != 0;
  }

  public static boolean isUnmapped(long note) {
    return (note & UNMAPPED) != 0;
  }

  public static boolean hasRights(long note) {
    return (note & OWN_RIGHTS) != 0;
  }

  public static Rights rights(long note) {
    return RIGHTS[(int) ((note & RIGHTS_MASK) >>> RIGHTS_SHIFT)];
  }

  public static int slot(long note) {
    return (int) (note >>> SLOT_SHIFT);
  }
}
