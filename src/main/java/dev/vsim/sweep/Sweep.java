package dev.vsim.sweep;

import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What came of one scenario run with many values.
 *
 * @param scenario its file's name, without folders
 * @param parameters what was turned, in the order in which it was asked for
 * @param measures the expressions that were read at the end of each run, as written
 * @param points one for each combination of values, the last parameter turning fastest
 */
public record Sweep(
    String scenario, List<Parameter> parameters, List<String> measures, List<Point> points) {
  /**
   * A {@code param} and the values that it takes.
   *
   * @param meaning what the scenario says of it, or empty
   * @param values as they are set, in their order
   */
  public record Parameter(String name, String meaning, List<String> values) {
    /** Whether there is anything to compare. */
    boolean turns() {
      return values.size() > 1;
    }
  }

  /**
   * One run.
   *
   * @param at which value of each parameter it had
   * @param measured what each measure came to; empty where nothing came of the run
   * @param trouble why, if so
   */
  public record Point(List<Integer> at, List<Value> measured, Optional<Trouble> trouble) {
    Optional<Value> measure(int index) {
      return index < measured.size() ? Optional.of(measured.get(index)) : Optional.empty();
    }
  }

  /** Why a run came to nothing. */
  public record Trouble(Sort sort, String message) {
    /** The word that stands in the place of its value. */
    public enum Sort {
      ERROR,
      LIMIT,
      FAILED
    }

    String word() {
      return sort.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Sweep {
    parameters = List.copyOf(parameters);
    measures = List.copyOf(measures);
    points = List.copyOf(points);
  }

  /** Points that came to nothing, in their order. */
  public List<Point> troubled() {
    return points.stream().filter(p -> p.trouble().isPresent()).toList();
  }

  /** {@code frames 3, policy lru}: which point it is, by what is turned. */
  String name(Point point) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).turns()) {
        name.append(name.length() == 0 ? "" : ", ")
            .append(parameters.get(i).name())
            .append(' ')
            .append(parameters.get(i).values().get(point.at().get(i)));
      }
    }
    return name.length() == 0 ? scenario : name.toString();
  }
}
