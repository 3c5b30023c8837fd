package dev.vsim.check;

import dev.vsim.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/** The labels that {@code pages A..E} or {@code pages code, heap} spells. */
public final class Labels {
  private static final int MOST = 1 << 16;

  private Labels() {}

  /**
   * A name is one label; a range runs over single letters, or over the numbers that end two alike
   * names.
   */
  static List<String> spelled(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return List.of(name.name());
    }
    if (expr instanceof Expr.Range range
        && range.from() instanceof Expr.Name from
        && range.to() instanceof Expr.Name to) {
      return between(from.name(), to.name());
    }
    return List.of();
  }

  /** The labels from one to the other, both ends in; empty where the two make no row. */
  public static List<String> between(String from, String to) {
    if (from.length() == 1 && to.length() == 1) {
      return letters(from.charAt(0), to.charAt(0));
    }
    return numbered(from, to);
  }

  private static List<String> letters(char from, char to) {
    List<String> letters = new ArrayList<>();
    for (char c = from; c <= to; c++) {
      if (!Character.isLetter(c)) {
        return List.of();
      }
      letters.add(String.valueOf(c));
    }
    return letters;
  }

  private static List<String> numbered(String from, String to) {
    String stem = from.replaceAll("[0-9]+$", "");
    if (stem.length() == from.length() || !to.matches("\\Q" + stem + "\\E[0-9]{1,6}")) {
      return List.of();
    }
    int first = Integer.parseInt(from.substring(stem.length()));
    int last = Integer.parseInt(to.substring(stem.length()));
    List<String> numbered = new ArrayList<>();
    for (int i = first; i <= last && numbered.size() < MOST; i++) {
      numbered.add(stem + i);
    }
    return numbered;
  }
}
