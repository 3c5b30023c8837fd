package dev.vsim.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sweep as a figure has it: one parameter along the x-axis, and a line for each combination of
 * the others.
 */
final class Layout {
  private final Sweep sweep;
  private final int x;
  private final List<Series> series;

  /**
   * One line.
   *
   * @param name the values of what is turned besides x, {@code lru, 16K}; empty where that is
   *     nothing
   * @param points one for each value of x
   */
  record Series(String name, List<Sweep.Point> points) {}

  /**
   * @param x the parameter along the x-axis; if none is named, the first that turns and has
   *     numbers, else the first that turns
   */
  Layout(Sweep sweep, Optional<String> x) {
    this.sweep = sweep;
    this.x = x.map(name -> index(sweep, name)).orElseGet(() -> usual(sweep));
    this.series = series();
  }

  private static int index(Sweep sweep, String name) {
    return sweep.parameters().stream().map(Sweep.Parameter::name).toList().indexOf(name);
  }

  private static int usual(Sweep sweep) {
    int first = -1;
    for (int i = 0; i < sweep.parameters().size(); i++) {
      Sweep.Parameter parameter = sweep.parameters().get(i);
      if (parameter.turns() && Axis.isNumeric(parameter)) {
        return i;
      }
      first = first < 0 && parameter.turns() ? i : first;
    }
    return Math.max(first, 0);
  }

  private List<Series> series() {
    List<List<Integer>> keys = new ArrayList<>();
    List<List<Sweep.Point>> lines = new ArrayList<>();
    for (Sweep.Point point : sweep.points()) {
      List<Integer> key = new ArrayList<>(point.at());
      key.set(x, 0);
      int line = keys.indexOf(key);
      if (line < 0) {
        line = keys.size();
        keys.add(key);
        lines.add(new ArrayList<>());
      }
      lines.get(line).add(point);
    }
    List<Series> found = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      found.add(new Series(name(keys.get(i)), List.copyOf(lines.get(i))));
    }
    return found;
  }

  private String name(List<Integer> key) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      Sweep.Parameter parameter = sweep.parameters().get(i);
      if (i != x && parameter.turns()) {
        parts.add(parameter.values().get(key.get(i)));
      }
    }
    return String.join(", ", parts);
  }

  Sweep.Parameter x() {
    return sweep.parameters().get(x);
  }

  /** Lines, in the order of their first points. */
  List<Series> lines() {
    return series;
  }

  /** The names of what tells the lines apart, {@code policy, mem}. */
  String distinction() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < sweep.parameters().size(); i++) {
      if (i != x && sweep.parameters().get(i).turns()) {
        names.add(sweep.parameters().get(i).name());
      }
    }
    return String.join(", ", names);
  }
}
