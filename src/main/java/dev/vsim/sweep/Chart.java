package dev.vsim.sweep;

import dev.vsim.value.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws a sweep as a figure for a report (SVG): a panel for each measure, lines over numbers, bars
 * over words, with axes, units and a legend.
 */
@SuppressWarnings("ReferenceEquality") // this very one is meant, not one like it
public final class Chart {
  private static final double WIDTH = 760;
  private static final double LEFT = 84;
  private static final double RIGHT = 24;
  private static final double TOP = 52;
  private static final double BOTTOM = 62;
  private static final double GAP = 34;
  private static final double ONE_PANEL = 320;
  private static final double PANELS = 220;

  /** How wide a letter is at the size of the legend, at most. */
  static final double LETTER = 7.6;

  private static final double SAMPLE = 34;
  private static final double LEGEND_LINE = 22;
  private static final String INK = "#222222";

  private final Sweep sweep;
  private final Layout layout;
  private final String title;
  private final Axis x;
  private final Svg svg = new Svg();
  private final double right;

  private Chart(Sweep sweep, Layout layout, String title) {
    this.sweep = sweep;
    this.layout = layout;
    this.title = title;
    this.x = Axis.of(layout.x());
    this.right = WIDTH - RIGHT - legendWidth();
  }

  /**
   * The figure.
   *
   * @param x the parameter along the x-axis; empty for the usual one
   * @param title above it; empty for the scenario's name
   */
  public static String draw(Sweep sweep, Optional<String> x, Optional<String> title) {
    Layout layout = new Layout(sweep, x);
    Chart chart = new Chart(sweep, layout, title.orElseGet(() -> usualTitle(sweep, layout)));
    chart.all();
    return chart.svg.toString();
  }

  /** Measures that are no number at any point, and so cannot be drawn. */
  public static List<String> undrawable(Sweep sweep) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sweep.measures().size(); i++) {
      int measure = i;
      boolean drawn =
          sweep.points().stream()
              .flatMap(p -> p.measure(measure).stream())
              .anyMatch(v -> Amount.of(v).isPresent());
      if (!drawn) {
        names.add(sweep.measures().get(i));
      }
    }
    return names;
  }

  /** The scenario, and what of it stays the same at all points. */
  private static String usualTitle(Sweep sweep, Layout layout) {
    StringBuilder text = new StringBuilder(sweep.scenario());
    for (Sweep.Parameter parameter : sweep.parameters()) {
      if (!parameter.turns() && parameter != layout.x()) {
        text.append(", ").append(parameter.name()).append(' ').append(parameter.values().get(0));
      }
    }
    return text.toString();
  }

  private double legendWidth() {
    if (layout.lines().size() < 2) {
      return 0;
    }
    int longest = layout.distinction().length();
    for (Layout.Series line : layout.lines()) {
      longest = Math.max(longest, line.name().length());
    }
    return Math.min(SAMPLE + longest * LETTER + 12, WIDTH / 3);
  }

  private void all() {
    List<String> undrawable = undrawable(sweep);
    int panels = sweep.measures().size() - undrawable.size();
    double height = panels == 1 ? ONE_PANEL : PANELS;
    double legend = TOP + 24 + layout.lines().size() * LEGEND_LINE;
    double all = Math.max(TOP + panels * (height + GAP) - GAP + BOTTOM, legend + 12);
    begin(all);
    double top = TOP;
    for (int i = 0; i < sweep.measures().size(); i++) {
      if (!undrawable.contains(sweep.measures().get(i))) {
        boolean last = --panels == 0;
        panel(i, top, top + height, last);
        top += height + GAP;
      }
    }
    if (layout.lines().size() > 1) {
      legend();
    }
    svg.close("svg");
  }

  private void begin(double height) {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + Svg.number(WIDTH) + " " + Svg.number(height),
        "width",
        WIDTH,
        "height",
        height,
        "role",
        "img",
        "font-family",
        "Helvetica, Arial, 'DejaVu Sans', sans-serif",
        "font-size",
        13.0,
        "fill",
        INK);
    svg.text("title", title);
    svg.text("desc", String.join(", ", sweep.measures()) + " over " + layout.x().name());
    svg.element("rect", "width", "100%", "height", "100%", "fill", "#ffffff");
    svg.text("text", title, "x", LEFT, "y", 28.0, "font-size", 16.0, "font-weight", "bold");
  }

  private void panel(int measure, double top, double bottom, boolean last) {
    Panel panel = new Panel(svg, layout, x, yAxis(measure), measure, LEFT, right, top, bottom);
    panel.frame(sweep.measures().get(measure), last ? xTitle() : "");
    panel.lines();
    if (last && !sweep.troubled().isEmpty()) {
      panel.note("× no value: see the table");
    }
  }

  private Axis yAxis(int measure) {
    double[] amounts =
        sweep.points().stream()
            .flatMap(p -> p.measure(measure).stream())
            .flatMapToDouble(v -> Amount.of(v).stream())
            .toArray();
    Dimension dimension =
        sweep.points().stream()
            .flatMap(p -> p.measure(measure).stream())
            .flatMap(v -> Amount.dimension(v).stream())
            .findFirst()
            .orElse(Dimension.COUNT);
    return Axis.of(amounts, dimension, x.isCategories());
  }

  private String xTitle() {
    Sweep.Parameter parameter = layout.x();
    String meaning =
        parameter.meaning().isEmpty()
            ? parameter.name()
            : parameter.name() + ": " + parameter.meaning();
    return Panel.withUnit(meaning, x.unit()) + (x.isLogarithmic() ? ", logarithmic" : "");
  }

  private void legend() {
    double left = right + 20;
    double y = TOP + 6;
    svg.text("text", layout.distinction(), "x", left, "y", y, "font-weight", "bold");
    for (int i = 0; i < layout.lines().size(); i++) {
      y += LEGEND_LINE;
      Pen pen = Pen.of(i);
      if (x.isCategories()) {
        svg.element(
            "rect", "x", left, "y", y - 11, "width", 22.0, "height", 13.0, "fill", pen.colour());
      } else {
        pen.line(svg, points(left, y - 4, left + 26, y - 4));
        pen.mark(svg, left + 13, y - 4);
      }
      svg.text("text", layout.lines().get(i).name(), "x", left + SAMPLE, "y", y);
    }
  }

  private static String points(double... at) {
    StringBuilder points = new StringBuilder();
    for (double number : at) {
      points.append(points.length() == 0 ? "" : " ").append(Svg.number(number));
    }
    return points.toString();
  }
}
