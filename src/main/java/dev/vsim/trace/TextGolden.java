package dev.vsim.trace;

import dev.vsim.text.DisplayWidth;
import dev.vsim.text.PlainText;
import java.util.List;
import java.util.Optional;

/**
 * Compares the diagnostics of a scenario that must be refused with its {@code .err} file, line by
 * line.
 */
public final class TextGolden {
  /**
   * The first line that differs; an absent one lies behind the end of its text.
   *
   * @param line its number, counted from 1
   * @param before the line before it
   */
  public record Difference(
      int line, Optional<String> before, Optional<String> wanted, Optional<String> found) {
    /** {@code differs from typo.err at its line 2}. */
    public String headline(String goldenName) {
      return "differs from " + goldenName + " at its line " + line;
    }

    /**
     * The lines below the headline, each with its end; {@code command} is what accepts the text as
     * it is.
     */
    public String draw(String command) {
      return draw() + "  if this is right: " + command + "\n";
    }

    /** The lines themselves, each with its end. */
    public String draw() {
      StringBuilder out = new StringBuilder();
      before.ifPresent(text -> out.append(numbered(' ', line - 1, text)));
      out.append(numbered('-', line, wanted.orElse("(the end)")));
      out.append(numbered('+', line, found.orElse("(the end)")));
      if (wanted.isPresent() && found.isPresent()) {
        String margin = " ".repeat(4 + width() + 3);
        out.append(margin).append(" ".repeat(firstDifference())).append("^\n");
      }
      return out.toString();
    }

    private String numbered(char sign, int number, String text) {
      String digits = Integer.toString(number);
      String pad = " ".repeat(width() - digits.length());
      return "  " + sign + " " + pad + digits + "   " + PlainText.shown(text) + "\n";
    }

    private int width() {
      return Integer.toString(line).length();
    }

    private int firstDifference() {
      String a = PlainText.shown(wanted.orElseThrow());
      String b = PlainText.shown(found.orElseThrow());
      int at = 0;
      while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
        at++;
      }
      return DisplayWidth.of(a.substring(0, at));
    }
  }

  private TextGolden() {}

  /**
   * The first difference, if there is one; how lines end, and whether the last one does, is not
   * compared.
   */
  public static Optional<Difference> compare(String golden, String actual) {
    List<String> wanted = golden.lines().toList();
    List<String> found = actual.lines().toList();
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      Optional<String> want = at(wanted, i);
      Optional<String> have = at(found, i);
      if (!want.equals(have)) {
        return Optional.of(new Difference(i + 1, at(wanted, i - 1), want, have));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> at(List<String> lines, int index) {
    return index >= 0 && index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }
}
