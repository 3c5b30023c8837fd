package dev.vsim.report;

import java.util.ArrayList;
import java.util.List;

/** A small strict reader of TAP 14, written from the protocol's grammar. */
public final class Tap14 {
  /** A test point; {@code yaml} has its block's lines without their indentation. */
  public record Point(
      boolean ok, int number, String description, String directive, List<String> yaml) {}

  private final List<String> lines;
  private int at;

  private Tap14(String text) {
    this.lines = text.lines().toList();
  }

  /** The points of a whole text; fails where it is no TAP 14. */
  public static List<Point> read(String text) {
    return new Tap14(text).document();
  }

  private List<Point> document() {
    require(next().equals("TAP version 14"), "the version comes first");
    String plan = next();
    require(plan.startsWith("1.."), "the plan comes second");
    int planned = Integer.parseInt(plan.substring(3));
    List<Point> points = new ArrayList<>();
    while (at < lines.size()) {
      points.add(point(points.size() + 1));
    }
    require(points.size() == planned, "as many as planned");
    return points;
  }

  private Point point(int wanted) {
    String line = next();
    boolean ok = !line.startsWith("not ");
    String rest = ok ? line : line.substring("not ".length());
    require(rest.startsWith("ok "), "a test point: " + line);
    rest = rest.substring("ok ".length());
    int blank = rest.indexOf(' ');
    int number = Integer.parseInt(rest.substring(0, blank));
    require(number == wanted, "in order");
    rest = rest.substring(blank + 1);
    require(rest.startsWith("- "), "a description");
    String[] parts = described(rest.substring(2));
    return new Point(ok, number, parts[0], parts[1], block());
  }

  /** The description up to a hash that no backslash escapes, and the directive behind it. */
  private static String[] described(String text) {
    StringBuilder description = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && "\\#".indexOf(text.charAt(i + 1)) >= 0) {
        description.append(text.charAt(++i));
      } else if (c == '#') {
        return new String[] {description.toString().stripTrailing(), text.substring(i + 1).strip()};
      } else {
        description.append(c);
      }
    }
    return new String[] {description.toString(), ""};
  }

  private List<String> block() {
    List<String> yaml = new ArrayList<>();
    if (at < lines.size() && lines.get(at).equals("  ---")) {
      at++;
      for (String line = next(); !line.equals("  ..."); line = next()) {
        require(line.startsWith("  "), "a block is indented: " + line);
        yaml.add(line.substring(2));
      }
    }
    return yaml;
  }

  private String next() {
    require(at < lines.size(), "it ends too soon");
    return lines.get(at++);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
