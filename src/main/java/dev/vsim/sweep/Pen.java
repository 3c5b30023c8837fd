package dev.vsim.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How one line of a chart is drawn, so that it is told from the others by colour, by its dashes and
 * by its marks: on paper without colours too. The colours are those of Okabe and Ito ("Color
 * Universal Design", 2008), which people with any sort of colour blindness tell apart.
 */
record Pen(String colour, String dashes, Mark mark) {
  private static final List<String> COLOURS =
      List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");
  private static final List<String> DASHES = List.of("", "8 4", "2 3", "10 3 2 3", "5 2", "1 3");
  private static final double SIZE = 4;

  /** The shape at the points of a line. */
  enum Mark {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    DOWN,
    CROSS
  }

  /** The pen of a line, by its number. */
  static Pen of(int line) {
    Mark[] marks = Mark.values();
    return new Pen(
        COLOURS.get(line % COLOURS.size()),
        DASHES.get(line % DASHES.size()),
        marks[line % marks.length]);
  }

  /** Draws the mark. */
  void mark(Svg svg, double x, double y) {
    switch (mark) {
      case CIRCLE -> svg.element("circle", "cx", x, "cy", y, "r", SIZE, "fill", colour);
      case SQUARE -> polygon(svg, x, y, -1, -1, 1, -1, 1, 1, -1, 1);
      case TRIANGLE -> polygon(svg, x, y, 0, -1.3, 1.2, 0.9, -1.2, 0.9);
      case DIAMOND -> polygon(svg, x, y, 0, -1.4, 1.4, 0, 0, 1.4, -1.4, 0);
      case DOWN -> polygon(svg, x, y, 0, 1.3, 1.2, -0.9, -1.2, -0.9);
      case CROSS ->
          polygon(
              svg, x, y, -1.2, -0.7, -0.7, -1.2, 0, -0.5, 0.7, -1.2, 1.2, -0.7, 0.5, 0, 1.2, 0.7,
              0.7, 1.2, 0, 0.5, -0.7, 1.2, -1.2, 0.7, -0.5, 0);
    }
  }

  private void polygon(Svg svg, double x, double y, double... corners) {
    double[] at = new double[corners.length];
    for (int i = 0; i < corners.length; i++) {
      at[i] = (i % 2 == 0 ? x : y) + corners[i] * SIZE;
    }
    String points = Arrays.stream(at).mapToObj(Svg::number).collect(Collectors.joining(" "));
    svg.element("polygon", "points", points, "fill", colour);
  }

  /** Draws a stretch of the line. */
  void line(Svg svg, String points) {
    svg.element(
        "polyline",
        "points",
        points,
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        2.0,
        "stroke-linejoin",
        "round",
        "stroke-dasharray",
        dashes.isEmpty() ? "none" : dashes);
  }
}
