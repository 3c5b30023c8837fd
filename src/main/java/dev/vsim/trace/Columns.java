package dev.vsim.trace;

import java.util.List;

/** Widths of text on a terminal, so that a caret stands under the character it means. */
final class Columns {
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
    0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  private Columns() {}

  /**
   * Columns that the text takes: two for East Asian wide characters (Unicode annex 11), none for
   * combining ones.
   */
  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** A line of carets under some slots of a trace line, without blanks at its end. */
  static String carets(TraceLine line, List<Integer> slots) {
    StringBuilder carets = new StringBuilder();
    for (int slot : slots.stream().sorted().toList()) {
      int start = column(line, line.start(slot));
      carets.append(" ".repeat(Math.max(0, start - carets.length())));
      int length = Math.max(1, column(line, line.end(slot)) - start);
      carets.append("^".repeat(Math.max(0, start + length - carets.length())));
    }
    return carets.toString();
  }

  private static int column(TraceLine line, int offset) {
    String text = line.text();
    int inside = Math.min(offset, text.length());
    return width(PlainText.shown(text.substring(0, inside))) + offset - inside;
  }

  private static int width(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
