package dev.vsim.trace;

import dev.vsim.text.PlainText;
import java.util.List;

/** Draws a statement that failed: its place, its text, and what there is to say about it. */
public final class FailureFrame {
  private FailureFrame() {}

  /**
   * {@code lab3.vsim:9: failed: expect evict}, the statement's line, then the lines given, beside a
   * bar.
   *
   * @param lines what there is to say, without line ends; the caller has made them harmless
   */
  public static String draw(Place at, List<String> lines) {
    String number = Integer.toString(at.line());
    String margin = "  " + " ".repeat(number.length()) + " | ";
    StringBuilder out = new StringBuilder();
    out.append(PlainText.shown(at.file())).append(':').append(number);
    out.append(": failed: ").append(at.text()).append('\n');
    out.append("  ").append(number).append(" | ");
    out.append(PlainText.shown(at.source().lineText(at.line()))).append('\n');
    lines.forEach(line -> out.append(margin).append(line).append('\n'));
    return out.toString();
  }
}
