package dev.vsim.value;

import dev.vsim.text.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** A table in box characters, with a line above it that says of what it is. */
public final class Table {
  private static final int GAP = 4;

  private final String title;
  private final String side;
  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param title what it is of
   * @param side a remark beside the title, or empty
   */
  public Table(String title, String side, String... heads) {
    this.title = title;
    this.side = side;
    this.heads = List.of(heads);
  }

  /** Adds a row, a cell for each head. */
  public void row(String... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + heads.size() + " heads");
    }
    rows.add(List.of(cells));
  }

  /** The drawing, line by line; of an empty table only the line above it. */
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    List<Boolean> bits = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int column = i;
      bits.add(rows.stream().allMatch(row -> isBit(row.get(column))));
      int widest = rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
      widths.add(Math.max(widest, DisplayWidth.of(heads.get(i))));
    }
    List<String> lines = new ArrayList<>();
    lines.add(side.isEmpty() ? title : title + " ".repeat(GAP) + side);
    if (rows.isEmpty()) {
      return List.of(lines.get(0) + ": empty");
    }
    lines.add(rule(widths, "┌", "┬", "┐"));
    lines.add(line(heads, widths, bits.stream().map(bit -> false).toList()));
    lines.add(rule(widths, "├", "┼", "┤"));
    rows.forEach(row -> lines.add(line(row, widths, bits)));
    lines.add(rule(widths, "└", "┴", "┘"));
    return lines;
  }

  private static String rule(List<Integer> widths, String left, String middle, String right) {
    List<String> parts = widths.stream().map(w -> "─".repeat(w + 2)).toList();
    return left + String.join(middle, parts) + right;
  }

  private static String line(List<String> cells, List<Integer> widths, List<Boolean> bits) {
    StringBuilder line = new StringBuilder("│");
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      int space = widths.get(i) - DisplayWidth.of(cell);
      int before = bits.get(i) ? (space + 1) / 2 : 0;
      line.append(' ')
          .append(" ".repeat(before))
          .append(cell)
          .append(" ".repeat(space - before))
          .append(" │");
    }
    return line.toString();
  }

  /** A column of bits has them in its middle, as textbooks print it. */
  private static boolean isBit(String cell) {
    return cell.equals("0") || cell.equals("1");
  }
}
