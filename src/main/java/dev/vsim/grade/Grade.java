package dev.vsim.grade;

import dev.vsim.verdict.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of one submission: the one report that every format is made from.
 *
 * @param assignment what the assignment is called
 * @param submission the submission's path as it was given
 * @param student whose it is
 * @param state whether there was anything to grade
 * @param seed of the random numbers, which may be the student's own
 * @param checks every check of the assignment, whatever happened
 * @param own what the submission asserts itself
 * @param problem why it could not be graded: lines, or empty
 * @param elapsed how long it took
 */
public record Grade(
    String assignment,
    String submission,
    String student,
    State state,
    long seed,
    List<CheckGrade> checks,
    OwnAssertions own,
    String problem,
    Duration elapsed) {
  /** Whether there was anything to grade. */
  public enum State {
    GRADED,
    /** It is missing, or cannot be read as a scenario. */
    UNGRADABLE,
    /** vsim itself has failed. */
    ERROR;

    /** Its name in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Grade {
    checks = List.copyOf(checks);
  }

  /** The points of all checks. */
  public BigDecimal score() {
    return checks.stream().map(CheckGrade::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What all checks are worth. */
  public BigDecimal maxScore() {
    return checks.stream().map(CheckGrade::maxPoints).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** How many steps the checks took. */
  public long steps() {
    return checks.stream().mapToLong(CheckGrade::steps).sum();
  }

  /** Whether some of it is kept from who is graded. */
  public boolean hasHidden() {
    return checks.stream().anyMatch(check -> !check.visibility().isOpen());
  }

  /** Whether all checks hold. */
  public boolean allHold() {
    return checks.stream().allMatch(CheckGrade::holds);
  }

  /** The worst status of all checks. */
  public Status status() {
    return Status.worst(checks.stream().map(CheckGrade::status));
  }

  /**
   * The report as this reader may see it.
   *
   * @param counted whether what hidden checks count is kept: for a platform that makes the grade of
   *     it, and hides it itself
   */
  public Grade seenBy(Audience audience, boolean counted) {
    return audience == Audience.TEACHER || !hasHidden() ? this : veiled(counted);
  }

  private Grade veiled(boolean counted) {
    Set<String> hidden =
        checks.stream()
            .filter(check -> !check.visibility().isOpen())
            .map(CheckGrade::name)
            .collect(Collectors.toUnmodifiableSet());
    List<CheckGrade> seen = new ArrayList<>();
    Duration time = Duration.ZERO;
    int number = 0;
    for (CheckGrade check : checks) {
      if (!check.visibility().isOpen()) {
        number++;
        seen.add(counted ? check.veiled(number) : check.closed(number));
      } else {
        boolean reason =
            check.status() == Status.SKIP && check.needs().stream().anyMatch(hidden::contains);
        seen.add(reason ? check.withoutReason() : check);
        time = time.plus(check.elapsed());
      }
    }
    return new Grade(assignment, submission, student, state, seed, seen, own, problem, time);
  }
}
