package dev.vsim.run.replay;

/** How many cells of a terminal a text takes; the scripts of East Asia take two each. */
final class Cells {
  /**
   * Hangul Jamo, the first wide block; counting a few narrow signs above it as wide costs a shorter
   * bar only.
   */
  private static final int FIRST_WIDE = 0x1100;

  private static final int BOX_FIRST = 0x2000;
  private static final int BOX_LAST = 0x2bff;

  private Cells() {}

  static int of(String text) {
    return text.codePoints().map(Cells::of).sum();
  }

  /** As much of the text as fits. */
  static String cut(String text, int cells) {
    int end = 0;
    int taken = 0;
    while (end < text.length() && taken + of(text.codePointAt(end)) <= cells) {
      taken += of(text.codePointAt(end));
      end = text.offsetByCodePoints(end, 1);
    }
    return text.substring(0, end);
  }

  private static int of(int c) {
    boolean sign = c >= BOX_FIRST && c <= BOX_LAST;
    return c >= FIRST_WIDE && !sign ? 2 : 1;
  }
}
