package dev.vsim.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of users made harmless: nothing in it can end a line, move a terminal's cursor or turn its
 * reading direction.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * One line's text with control, format and bidi characters escaped as {@code \\u{1b}}; a tab
   * stays.
   */
  public static String shown(String line) {
    if (line.codePoints().allMatch(PlainText::harmless)) {
      return line;
    }
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (harmless(c)) {
                out.appendCodePoint(c);
              } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return out.toString();
  }

  /** The lines of a text, each harmless; a final line end makes no further line. */
  public static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> lines.add(shown(line)));
    return lines;
  }

  private static boolean harmless(int c) {
    if (c < 0x80) {
      return c >= ' ' && c < 0x7F || c == '\t';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
