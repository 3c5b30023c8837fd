package dev.vsim.run.replay;

import java.util.Locale;

/**
 * Bytes of a foreign file made fit to be shown: escaped where they do not print, cut where long.
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

  private static String escape(int c) {
    return c == '\t' ? "\\t" : String.format(Locale.ROOT, "\\x%02x", c);
  }
}
