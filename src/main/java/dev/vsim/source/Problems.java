package dev.vsim.source;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The catalogue of all mistakes, family by family. */
public final class Problems {
  private static final List<Problem[]> FAMILIES =
      List.of(
          SyntaxProblem.values(),
          FormProblem.values(),
          HabitProblem.values(),
          NameProblem.values(),
          TypeProblem.values(),
          ActionProblem.values(),
          AssertionProblem.values(),
          FileProblem.values(),
          LimitProblem.values(),
          ProcessorProblem.values(),
          NetProblem.values(),
          DeviceProblem.values(),
          OperationProblem.values(),
          GradeProblem.values());

  private Problems() {}

  /** All of them, in the order of their codes. */
  public static List<Problem> all() {
    return FAMILIES.stream()
        .flatMap(Arrays::stream)
        .sorted(Comparator.comparing(Problem::code))
        .toList();
  }

  /** The problem of this code. */
  public static Optional<Problem> named(String code) {
    return all().stream().filter(p -> p.code().equals(code)).findFirst();
  }

  /** Its sentence with an ellipsis where a case's own words stand. */
  public static String title(Problem problem) {
    return problem.template().replaceAll("\\{\\d}", "…");
  }
}
