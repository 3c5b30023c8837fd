package dev.vsim.sweep;

import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One axis of a chart: where an amount stands on it, from 0 at its beginning to 1 at its end, and
 * what is written along it.
 */
final class Axis {
  /** How much of the axis stays free before the first and behind the last point. */
  private static final double EDGE = 0.02;

  /** So many values can each have a mark of their own. */
  private static final int FEW = 12;

  /** Marks closer than this would run into each other. */
  private static final double CLOSE = 0.05;

  /** Ratios of a value to the one before that are equal, and at least this, are drawn equal. */
  private static final double LEAST_RATIO = 1.5;

  private static final double SAME_RATIO = 1e-6;

  private final Sort sort;
  private final double from;
  private final double to;
  private final Scale scale;
  private final String unit;
  private final List<Tick> ticks;

  /** How amounts become places. */
  enum Sort {
    LINEAR,
    LOGARITHMIC,
    CATEGORIES
  }

  /** A mark with what is written beside it. */
  record Tick(double place, String label) {}

  private Axis(Sort sort, double from, double to, Scale scale, String unit, List<Tick> ticks) {
    this.sort = sort;
    this.scale = scale;
    this.from = from;
    this.to = to;
    this.unit = unit;
    this.ticks = ticks;
  }

  /** Whether all values of a parameter are numbers of one sort. */
  static boolean isNumeric(Sweep.Parameter parameter) {
    List<Value> numbers = numbers(parameter);
    return numbers.size() == parameter.values().size()
        && numbers.stream().allMatch(n -> dimension(n).mixesWith(dimension(numbers.get(0))));
  }

  private static List<Value> numbers(Sweep.Parameter parameter) {
    return parameter.values().stream().map(Values::number).flatMap(Optional::stream).toList();
  }

  private static Dimension dimension(Value number) {
    return Amount.dimension(number).orElse(Dimension.COUNT);
  }

  /** The axis along which a parameter's values stand. */
  static Axis of(Sweep.Parameter parameter) {
    if (!isNumeric(parameter)) {
      return categories(parameter.values());
    }
    List<Value> numbers = numbers(parameter);
    double[] amounts =
        numbers.stream().mapToDouble(n -> Amount.of(n).orElse(0)).sorted().distinct().toArray();
    Scale scale = Scale.of(dimension(numbers.get(0)), amounts[amounts.length - 1]);
    return isGeometric(amounts) ? logarithmic(amounts, scale) : along(amounts, scale);
  }

  private static Axis categories(List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ticks.add(new Tick((i + 0.5) / names.size(), names.get(i)));
    }
    return new Axis(Sort.CATEGORIES, 0, names.size(), Scale.of(Dimension.COUNT, 1), "", ticks);
  }

  private static boolean isGeometric(double[] amounts) {
    if (amounts.length < 4 || amounts[0] <= 0) {
      return false;
    }
    double ratio = amounts[1] / amounts[0];
    for (int i = 2; i < amounts.length; i++) {
      if (Math.abs(amounts[i] / amounts[i - 1] / ratio - 1) > SAME_RATIO) {
        return false;
      }
    }
    return ratio >= LEAST_RATIO;
  }

  private static Axis logarithmic(double[] amounts, Scale scale) {
    Axis axis =
        new Axis(
            Sort.LOGARITHMIC,
            amounts[0],
            amounts[amounts.length - 1],
            scale,
            "",
            new ArrayList<>());
    int every = (amounts.length + FEW - 1) / FEW;
    for (int i = 0; i < amounts.length; i += every) {
      axis.ticks.add(new Tick(axis.place(amounts[i]), scale.whole(amounts[i])));
    }
    return axis;
  }

  private static Axis along(double[] amounts, Scale scale) {
    double first = amounts[0];
    double last = amounts[amounts.length - 1];
    Axis axis = new Axis(Sort.LINEAR, first, last, scale, scale.unit(), new ArrayList<>());
    if (amounts.length <= FEW) {
      double before = -1;
      for (double amount : amounts) {
        if (axis.place(amount) - before >= CLOSE) {
          before = axis.place(amount);
          axis.ticks.add(new Tick(before, scale.plain(amount)));
        }
      }
    } else {
      axis.mark(scale.step(last - first), first, last);
    }
    return axis;
  }

  /**
   * The axis along which measures stand: it begins at 0 unless all of them lie far from it.
   *
   * @param fromZero whether it begins at 0 in any case
   */
  static Axis of(double[] amounts, Dimension dimension, boolean fromZero) {
    double least = java.util.Arrays.stream(amounts).min().orElse(0);
    double most = java.util.Arrays.stream(amounts).max().orElse(1);
    boolean zero = fromZero || least < 0 || most - least >= 0.35 * most;
    double low = zero ? Math.min(0, least) : least;
    double high = zero ? Math.max(0, most) : most;
    if (low == high) {
      low = Math.min(0, low);
      high = high <= 0 ? 1 : high;
    }
    Scale scale = Scale.of(dimension, Math.max(Math.abs(low), Math.abs(high)));
    double step = scale.step(high - low);
    double from = Math.floor(low / step) * step;
    double to = Math.ceil(high / step - SAME_RATIO) * step;
    Axis axis = new Axis(Sort.LINEAR, from, to, scale, scale.unit(), new ArrayList<>());
    axis.mark(step, from, to);
    return axis;
  }

  private void mark(double step, double first, double last) {
    long begin = (long) Math.ceil(first / step - SAME_RATIO);
    long end = (long) Math.floor(last / step + SAME_RATIO);
    for (long i = begin; i <= end; i++) {
      ticks.add(new Tick(place(i * step), scale.plain(i * step)));
    }
  }

  /** Where an amount stands; of categories, the amount is the number of one. */
  double place(double amount) {
    return switch (sort) {
      case CATEGORIES -> (amount + 0.5) / to;
      case LINEAR -> share(amount, from, to);
      case LOGARITHMIC -> share(Math.log(amount), Math.log(from), Math.log(to));
    };
  }

  private static double share(double at, double from, double to) {
    return to == from ? 0.5 : (at - from) / (to - from);
  }

  /** The same, with room at both ends. */
  double inset(double amount) {
    return sort == Sort.CATEGORIES ? place(amount) : inset(place(amount), true);
  }

  private static double inset(double place, boolean both) {
    return both ? EDGE + place * (1 - 2 * EDGE) : place;
  }

  /** An amount as it stands beside what is drawn. */
  String write(double amount) {
    return scale.rounded(amount);
  }

  boolean isCategories() {
    return sort == Sort.CATEGORIES;
  }

  boolean isLogarithmic() {
    return sort == Sort.LOGARITHMIC;
  }

  /**
   * The unit of what is written along it; empty where it is written with each, or there is none.
   */
  String unit() {
    return unit;
  }

  List<Tick> ticks() {
    return ticks;
  }

  /** The marks, with room at both ends. */
  List<Tick> insetTicks() {
    return ticks.stream()
        .map(t -> new Tick(inset(t.place(), sort != Sort.CATEGORIES), t.label()))
        .toList();
  }
}
