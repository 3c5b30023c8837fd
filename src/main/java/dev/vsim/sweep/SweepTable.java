package dev.vsim.sweep;

import dev.vsim.value.Table;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a sweep for a terminal: a table for each measure, and why points are missing. */
public final class SweepTable {
  /** More lines than this do not stand side by side. */
  private static final int MOST_COLUMNS = 8;

  /** So many points that came to nothing are explained. */
  private static final int MOST_TROUBLES = 20;

  private static final String NOTHING = "–";

  private final Sweep sweep;
  private final Layout layout;

  private SweepTable(Sweep sweep, Optional<String> x) {
    this.sweep = sweep;
    this.layout = new Layout(sweep, x);
  }

  /**
   * The lines.
   *
   * @param x the parameter whose values stand below each other; empty for the usual one
   */
  public static List<String> draw(Sweep sweep, Optional<String> x) {
    SweepTable table = new SweepTable(sweep, x);
    List<String> lines = new ArrayList<>();
    if (table.layout.lines().size() > MOST_COLUMNS) {
      lines.addAll(table.oneBelowTheOther());
    } else {
      for (int i = 0; i < sweep.measures().size(); i++) {
        lines.addAll(table.sideBySide(i));
      }
    }
    List<Sweep.Point> troubled = sweep.troubled();
    for (Sweep.Point point : troubled.subList(0, Math.min(MOST_TROUBLES, troubled.size()))) {
      lines.add(sweep.name(point) + ": " + point.trouble().get().message());
    }
    if (troubled.size() > MOST_TROUBLES) {
      lines.add("… and " + (troubled.size() - MOST_TROUBLES) + " more; --csv FILE has them all");
    }
    return lines;
  }

  private List<String> sideBySide(int measure) {
    List<List<String>> columns = new ArrayList<>();
    columns.add(column(layout.x().name(), layout.x().values()));
    for (Layout.Series line : layout.lines()) {
      String head = line.name().isEmpty() ? sweep.measures().get(measure) : head(line);
      columns.add(column(head, line.points().stream().map(p -> cell(p, measure)).toList()));
    }
    return table(sweep.measures().get(measure), columns);
  }

  /** A number says of what it is one. */
  private String head(Layout.Series line) {
    boolean number = Values.number(line.name()).isPresent();
    return number ? layout.distinction() + " " + line.name() : line.name();
  }

  private List<String> oneBelowTheOther() {
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < sweep.parameters().size(); i++) {
      Sweep.Parameter parameter = sweep.parameters().get(i);
      int place = i;
      columns.add(
          column(
              parameter.name(),
              sweep.points().stream()
                  .map(p -> parameter.values().get(p.at().get(place)))
                  .toList()));
    }
    for (int i = 0; i < sweep.measures().size(); i++) {
      int measure = i;
      columns.add(
          column(
              sweep.measures().get(i),
              sweep.points().stream().map(p -> cell(p, measure)).toList()));
    }
    return table(String.join(", ", sweep.measures()), columns);
  }

  private List<String> table(String title, List<List<String>> columns) {
    String[] heads = columns.stream().map(c -> c.get(0)).toArray(String[]::new);
    Table table = new Table(title, sweep.scenario(), heads);
    for (int row = 1; row < columns.get(0).size(); row++) {
      int at = row;
      table.row(columns.stream().map(c -> c.get(at)).toArray(String[]::new));
    }
    return table.lines();
  }

  /** A head and its cells, to the right where they are numbers. */
  private static List<String> column(String head, List<String> cells) {
    List<String> column = new ArrayList<>();
    column.add(head);
    column.addAll(cells);
    boolean numbers = cells.stream().anyMatch(cell -> Values.number(cell).isPresent());
    if (!numbers) {
      return column;
    }
    int widest = column.stream().mapToInt(String::length).max().orElse(0);
    return column.stream().map(cell -> " ".repeat(widest - cell.length()) + cell).toList();
  }

  private static String cell(Sweep.Point point, int measure) {
    return point
        .measure(measure)
        .map(value -> value == Value.None.NONE ? NOTHING : value.print())
        .orElseGet(() -> point.trouble().map(Sweep.Trouble::word).orElse(NOTHING));
  }
}
