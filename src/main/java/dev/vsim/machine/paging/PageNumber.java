package dev.vsim.machine.paging;

/**
 * A page of some size in one number: that of an ordinary page is the number itself; a large page's
 * own number stands below its size, which is the level of the table where its entry is.
 */
public final class PageNumber {
  /** The bits of a number; what lies above says the level. */
  static final int BITS = 38;

  private static final long MASK = (1L << BITS) - 1;

  private PageNumber() {}

  /** The page of this number, in pages of its own size, whose entry is at a level. */
  public static long of(int level, long number) {
    return (long) (level - 1) << BITS | number;
  }

  /** The level of the table where the page's entry is; 1 for an ordinary page. */
  public static int level(long page) {
    return (int) (page >>> BITS) + 1;
  }

  /** The address divided by the page's own size, as events tell it. */
  public static long number(long page) {
    return page & MASK;
  }

  /** Whether it is larger than an ordinary page. */
  public static boolean isLarge(long page) {
    return page >>> BITS != 0;
  }
}
