package dev.vsim.report;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;

/** Draws why results are as they are, one below the other, each check's under its name. */
@SuppressWarnings("ReferenceEquality") // this very one is meant, not one like it
public final class ResultDrawing {
  private final Report report;
  private Case last;

  /** Draws results of this report, in their order. */
  public ResultDrawing(Report report) {
    this.report = report;
  }

  /** The next result, each line with its end. */
  public String draw(Result result) {
    Case of = report.caseOf(result);
    boolean assertion = result.origin() == Result.Origin.ASSERTION;
    String head = assertion && of != last && of.sort() == Case.Sort.CHECK ? check(of) : "";
    last = assertion ? of : last;
    return head + body(result) + repeated(result);
  }

  private static String check(Case check) {
    return "in check \"" + PlainText.shown(check.name()) + "\":\n";
  }

  private static String body(Result result) {
    if (!result.drawing().isEmpty()) {
      return result.drawing();
    }
    String place =
        result.where().hasLine()
            ? PlainText.path(result.where().file()) + ":" + result.where().line() + ": "
            : "";
    return place + PlainText.shown(result.message()) + "\n";
  }

  private static String repeated(Result result) {
    return result.times() > 1 ? "  (so " + result.times() + " times)\n" : "";
  }
}
