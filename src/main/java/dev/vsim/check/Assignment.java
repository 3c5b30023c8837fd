package dev.vsim.check;

import dev.vsim.source.SourceText;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.Stmt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An assignment: what is handed in, and what it is checked for.
 *
 * @param source its text
 * @param title what it is called
 * @param submit the path of the file that is handed in
 * @param limits what each check may use, by the name of the limit
 * @param samples the points that each sample submission is to get
 * @param checks in the order in which they stand
 */
public record Assignment(
    SourceText source,
    String title,
    String submit,
    Map<String, Long> limits,
    Map<String, Expected> samples,
    List<AssignedCheck> checks) {
  /** The word with which an assignment says that it is one. */
  static final String WORD = "assignment";

  /**
   * What a sample submission is to get.
   *
   * @param points its total; empty where it is not even to be read
   */
  public record Expected(Optional<BigDecimal> points) {}

  /** What all checks together are worth. */
  public BigDecimal total() {
    return checks.stream().map(AssignedCheck::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether a scenario is an assignment. */
  public static boolean isOne(Scenario scenario) {
    return scenario.statements().stream()
        .anyMatch(s -> s instanceof Stmt.Act act && act.word().text().equals(WORD));
  }
}
