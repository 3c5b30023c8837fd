package dev.vsim.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG element by element; numbers have at most two decimals, the same everywhere. */
final class Svg {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** {@code <name a="b">}, to be closed. */
  Svg open(String name, Object... attributes) {
    start(name, attributes);
    out.append(">\n");
    depth++;
    return this;
  }

  Svg close(String name) {
    depth--;
    indent();
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** {@code <name a="b"/>}. */
  Svg element(String name, Object... attributes) {
    start(name, attributes);
    out.append("/>\n");
    return this;
  }

  /** {@code <name a="b">text</name>}. */
  Svg text(String name, String text, Object... attributes) {
    start(name, attributes);
    out.append('>');
    escape(text);
    out.append("</").append(name).append(">\n");
    return this;
  }

  private void start(String name, Object... attributes) {
    indent();
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1] instanceof Double d ? number(d) : String.valueOf(attributes[i + 1]));
      out.append('"');
    }
  }

  private void indent() {
    out.append("  ".repeat(depth));
  }

  static String number(double number) {
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      default -> out.appendCodePoint(isShown(c) ? c : '?');
    }
  }

  /** XML has no control characters; those that turn the direction of writing would hide others. */
  private static boolean isShown(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
