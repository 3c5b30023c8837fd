package dev.vsim.sweep;

import java.util.List;
import java.util.OptionalDouble;

/** One measure of a chart: its frame and its lines or bars, between four edges. */
final class Panel {
  /** About so many marks on a line of many points. */
  private static final int MARKS = 12;

  /** So many bars can each have their value written above. */
  private static final int FEW_BARS = 16;

  private static final double GROUP = 0.76;
  private static final double WIDEST_BAR = 64;
  private static final String AXIS = "#444444";
  private static final String GRID = "#e2e2e2";
  private static final String MISSING = "#777777";

  private final Svg svg;
  private final Layout layout;
  private final Axis x;
  private final Axis y;
  private final int measure;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;

  Panel(
      Svg svg,
      Layout layout,
      Axis x,
      Axis y,
      int measure,
      double left,
      double right,
      double top,
      double bottom) {
    this.svg = svg;
    this.layout = layout;
    this.x = x;
    this.y = y;
    this.measure = measure;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
  }

  static String withUnit(String name, String unit) {
    return unit.isEmpty() ? name : name + " (" + unit + ")";
  }

  /** Axes, marks, grid and what they are called; the x-axis is called so by the last panel only. */
  void frame(String name, String xTitle) {
    for (Axis.Tick tick : y.ticks()) {
      double at = bottom - tick.place() * (bottom - top);
      line(left, at, right, at, GRID);
      label(tick.label(), left - 8, at + 4.5, "end");
    }
    for (Axis.Tick tick : x.insetTicks()) {
      double at = left + tick.place() * (right - left);
      if (!x.isCategories()) {
        line(at, bottom, at, bottom + 5, AXIS);
      }
      label(shortened(tick.label()), at, bottom + 20, "middle");
    }
    line(left, bottom, right, bottom, AXIS);
    line(left, top, left, bottom, AXIS);
    double middle = (top + bottom) / 2;
    svg.text(
        "text",
        withUnit(name, y.unit()),
        "transform",
        "translate(22 " + Svg.number(middle) + ") rotate(-90)",
        "text-anchor",
        "middle");
    if (!xTitle.isEmpty()) {
      label(xTitle, (left + right) / 2, bottom + 46, "middle");
    }
  }

  /** A word that fits between its neighbours. */
  private String shortened(String label) {
    int most = (int) ((right - left) / x.ticks().size() / Chart.LETTER);
    return !x.isCategories() || label.length() <= most
        ? label
        : label.substring(0, Math.max(1, most - 1)) + "…";
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    svg.element("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", colour);
  }

  private void label(String text, double at, double below, String anchor) {
    svg.text("text", text, "x", at, "y", below, "text-anchor", anchor);
  }

  /** What the small crosses mean. */
  void note(String text) {
    svg.text(
        "text",
        text,
        "x",
        right,
        "y",
        bottom + 46,
        "text-anchor",
        "end",
        "font-size",
        11.0,
        "fill",
        MISSING);
  }

  /** What was measured. */
  void lines() {
    for (int i = 0; i < layout.lines().size(); i++) {
      if (x.isCategories()) {
        bars(i, layout.lines().get(i).points());
      } else {
        line(i, layout.lines().get(i).points());
      }
    }
  }

  private OptionalDouble amount(Sweep.Point point) {
    return point.measure(measure).map(Amount::of).orElse(OptionalDouble.empty());
  }

  private double height(double amount) {
    return bottom - y.place(amount) * (bottom - top);
  }

  /** A line, which ends where a point came to nothing and begins anew behind it. */
  private void line(int number, List<Sweep.Point> points) {
    Pen pen = Pen.of(number);
    StringBuilder stretch = new StringBuilder();
    int every = Math.max(1, (points.size() + MARKS - 1) / MARKS);
    for (int i = 0; i < points.size(); i++) {
      OptionalDouble amount = amount(points.get(i));
      double at = left + x.inset(xAmount(i)) * (right - left);
      if (amount.isEmpty()) {
        draw(pen, stretch);
        missing(at);
      } else {
        stretch.append(stretch.length() == 0 ? "" : " ").append(Svg.number(at)).append(' ');
        stretch.append(Svg.number(height(amount.getAsDouble())));
      }
    }
    draw(pen, stretch);
    for (int i = number * every / layout.lines().size(); i < points.size(); i += every) {
      OptionalDouble amount = amount(points.get(i));
      if (amount.isPresent()) {
        double at = left + x.inset(xAmount(i)) * (right - left);
        pen.mark(svg, at, height(amount.getAsDouble()));
      }
    }
  }

  private void draw(Pen pen, StringBuilder stretch) {
    if (stretch.length() > 0) {
      pen.line(svg, stretch.toString());
      stretch.setLength(0);
    }
  }

  private double xAmount(int point) {
    return Values.number(layout.x().values().get(point))
        .map(Amount::of)
        .orElse(OptionalDouble.empty())
        .orElse(point);
  }

  private void bars(int number, List<Sweep.Point> points) {
    int lines = layout.lines().size();
    double wide = Math.min(WIDEST_BAR, GROUP * (right - left) / points.size() / lines);
    boolean few = lines * points.size() <= FEW_BARS;
    for (int i = 0; i < points.size(); i++) {
      double middle = left + x.place(i) * (right - left);
      double at = middle + (number - lines / 2.0) * wide;
      OptionalDouble amount = amount(points.get(i));
      if (amount.isEmpty()) {
        missing(at + wide / 2);
      } else {
        bar(at, wide, amount.getAsDouble(), Pen.of(number).colour(), few);
      }
    }
  }

  private void bar(double at, double wide, double amount, String colour, boolean named) {
    double upper = Math.min(height(0), height(amount));
    double high = Math.abs(height(0) - height(amount));
    svg.element("rect", "x", at + 1, "y", upper, "width", wide - 2, "height", high, "fill", colour);
    if (named) {
      svg.text(
          "text",
          y.write(amount),
          "x",
          at + wide / 2,
          "y",
          upper - 4,
          "text-anchor",
          "middle",
          "font-size",
          11.0);
    }
  }

  /** Where a point came to nothing a small cross stands on the axis. */
  private void missing(double at) {
    svg.text("text", "×", "x", at, "y", bottom - 4, "text-anchor", "middle", "fill", MISSING);
  }
}
