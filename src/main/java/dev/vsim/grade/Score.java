package dev.vsim.grade;

import dev.vsim.verdict.Status;
import java.math.BigDecimal;

/**
 * What a check is worth, and how much of it is earned.
 *
 * @param most what the check as a whole is worth
 * @param parts what those of its assertions are worth that have points of their own
 * @param earned what those of them are worth that held
 * @param restHolds whether everything else in the check holds
 */
public record Score(BigDecimal most, BigDecimal parts, BigDecimal earned, boolean restHolds) {
  /** A check without parts, of which nothing is known. */
  public static Score none(BigDecimal most) {
    return new Score(most, BigDecimal.ZERO, BigDecimal.ZERO, false);
  }

  /**
   * The points of a check that came out so: the only place where points come from. All of them
   * where it holds; else those of the assertions that held, and what the check is worth beyond its
   * parts only if nothing but parts failed.
   */
  public BigDecimal points(Status status) {
    return switch (status) {
      case PASS -> most;
      case FAIL -> restHolds ? most.subtract(parts).add(earned) : earned;
      case LIMIT, ERROR -> earned;
      case SKIP, NOT_RUN -> BigDecimal.ZERO;
    };
  }
}
