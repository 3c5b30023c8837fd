package dev.vsim.junit;

import dev.vsim.report.ResultDrawing;
import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Where;
import org.opentest4j.AssertionFailedError;

/** What JUnit is given for a case that does not hold: what to read, and the line to jump to. */
final class Failures {
  private static final String ENDING = ".vsim";

  private Failures() {}

  /** An assertion that does not hold is a failure; anything else is an error. */
  static Throwable of(Report report, Case each) {
    StringBuilder text = new StringBuilder(PlainText.shown(first(each).message())).append('\n');
    ResultDrawing drawing = new ResultDrawing(report);
    each.results().forEach(result -> text.append(drawing.draw(result)));
    String message = text.toString().stripTrailing();
    return at(
        first(each).where(),
        report,
        each.status() == Status.FAIL
            ? new AssertionFailedError(message)
            : new ScenarioException(message));
  }

  /** The run has ended before it came to a case. */
  static Throwable unreached(Report report, String reason) {
    Result why = report.results().get(0);
    String message = reason + ": " + PlainText.shown(why.message());
    return at(why.where(), report, new ScenarioException(message));
  }

  /** The result that makes the case what it is. */
  private static Result first(Case each) {
    return each.results().stream()
        .filter(result -> result.status() == each.status())
        .findFirst()
        .orElseThrow();
  }

  /** The scenario stands where a stack trace has a method: editors make a link of it. */
  private static Throwable at(Where where, Report report, Throwable failure) {
    String file = where.file().isEmpty() ? report.scenario() : where.file();
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    String bare =
        report.scenario().endsWith(ENDING)
            ? report.scenario().substring(0, report.scenario().length() - ENDING.length())
            : report.scenario();
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement(
              bare.replaceAll("[/\\\\]+", "."), "scenario", name, Math.max(1, where.line()))
        });
    return failure;
  }
}
