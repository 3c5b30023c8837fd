package dev.vsim.run.replay;

import java.util.Locale;

/**
 * Text of a foreign file made fit to be shown: what does not print is escaped, and what is long is
 * cut.
 */
final class Shown {
  private static final int LONGEST = 48;

  private Shown() {}

  /** The bytes as ASCII, others as {@code \x1b}; at most 48 characters. */
  static String bytes(byte[] bytes, int from, int to) {
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (shown.length() >= LONGEST) {
        return shown.append('…').toString();
      }
      shown.append(
          bytes[i] >= ' ' && bytes[i] < 0x7f
              ? Character.toString(bytes[i])
              : escape(bytes[i] & 0xff));
    }
    return shown.toString();
  }

  /**
   * A name with its control and formatting characters (those that turn the writing's direction
   * among them) escaped.
   */
  static String text(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.append(prints(c) ? Character.toString(c) : escape(c)));
    return shown.toString();
  }

  /** A count with its thousands marked, {@code 1,234}. */
  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static boolean prints(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  private static String escape(int c) {
    return c == '\t'
        ? "\\t"
        : c < 0x100
            ? String.format(Locale.ROOT, "\\x%02x", c)
            : String.format(Locale.ROOT, "\\u{%x}", c);
  }
}
