package dev.vsim.trace;

import dev.vsim.text.DisplayWidth;
import dev.vsim.text.PlainText;
import java.util.List;

/** Carets under a trace line, each below the character it means. */
final class Columns {
  private Columns() {}

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
    return DisplayWidth.of(PlainText.shown(text.substring(0, inside))) + offset - inside;
  }
}
