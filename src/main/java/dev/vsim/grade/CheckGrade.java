package dev.vsim.grade;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Where;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What came of one check.
 *
 * @param points what the submission gets for it
 * @param maxPoints what it is worth
 * @param needs the checks without which it is left out
 * @param message one sentence, empty where it holds
 * @param detail lines that show why, or empty
 * @param output what was printed, shortened
 * @param where where it failed: in the submission, or in the assignment
 * @param steps how many steps it took
 */
public record CheckGrade(
    String name,
    Visibility visibility,
    Status status,
    BigDecimal points,
    BigDecimal maxPoints,
    List<String> needs,
    String message,
    String detail,
    String output,
    Where where,
    long steps,
    Duration elapsed) {
  /** Messages hold what submissions wrote: nothing in them may end a line or steer a terminal. */
  public CheckGrade {
    message = PlainText.shown(message);
    needs = List.copyOf(needs);
  }

  /** One that has not been run, or will not be. */
  public static CheckGrade not(
      Status status,
      String name,
      Visibility visibility,
      BigDecimal maxPoints,
      List<String> needs,
      String message,
      Where where) {
    return new CheckGrade(
        name,
        visibility,
        status,
        BigDecimal.ZERO,
        maxPoints,
        needs,
        message,
        "",
        "",
        where,
        0,
        Duration.ZERO);
  }

  /** Whether it holds. */
  public boolean holds() {
    return status == Status.PASS;
  }

  /** Whether it tells nothing but that it is there. */
  boolean isVeiled() {
    return !visibility.isOpen() && where.equals(Where.NOWHERE);
  }

  /**
   * The same as the {@code number}th hidden check of an assignment, of which nothing is told but
   * what it counts.
   */
  CheckGrade veiled(int number) {
    return new CheckGrade(
        "hidden check " + number,
        visibility,
        status,
        points,
        maxPoints,
        List.of(),
        "",
        "",
        "",
        Where.NOWHERE,
        0,
        Duration.ZERO);
  }

  /** The same, of which not even that is told: it is left out, and counts nothing. */
  CheckGrade closed(int number) {
    return not(
        Status.SKIP,
        "hidden check " + number,
        visibility,
        BigDecimal.ZERO,
        List.of(),
        "hidden",
        Where.NOWHERE);
  }

  /** The same, left out for a reason that is not told. */
  CheckGrade withoutReason() {
    return not(
        status,
        name,
        visibility,
        maxPoints,
        List.of(),
        "left out: what it needs did not hold",
        where);
  }
}
