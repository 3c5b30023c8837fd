package dev.vsim.report;

import dev.vsim.text.DisplayWidth;
import dev.vsim.text.Numerals;
import dev.vsim.text.Paint;
import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Result.Origin;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Summary;
import dev.vsim.verdict.TestRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a person reads on a terminal: each scenario that does not hold, why, and a last line that
 * sums up.
 */
public final class ConsoleReport {
  private static final int WIDTH = 77;
  private static final long NANOS_A_TENTH = 100_000_000L;

  /** More checks than this are counted, not named. */
  private static final int NAMED = 2;

  private final Paint paint;

  public ConsoleReport(Paint paint) {
    this.paint = paint;
  }

  /** The whole report, each line with its end. */
  public String draw(TestRun run) {
    StringBuilder out = new StringBuilder();
    run.reports().forEach(report -> out.append(draw(report)));
    return out.append(lastLine(run.summary(), run.elapsed())).toString();
  }

  /** One scenario; nothing where there is nothing to say. */
  public String draw(Report report) {
    if (report.status() == Status.PASS) {
      return remarks(report);
    }
    StringBuilder out = new StringBuilder();
    String headline = headline(report);
    out.append(titled(report.status(), report.scenario(), headline));
    ResultDrawing drawing = new ResultDrawing(report);
    for (Result result : report.results()) {
      boolean said = result.drawing().isEmpty() && headline.contains(result.message());
      out.append(said ? "" : drawing.draw(result));
    }
    if (report.unlisted() > 0) {
      out.append("  … and ").append(report.unlisted()).append(" more\n");
    }
    return out.toString();
  }

  /** What a run's checks and assertions came to, for somebody who has run one scenario. */
  public String sum(Report report) {
    StringBuilder out = new StringBuilder();
    for (Case each : report.cases()) {
      if (each.sort() == Case.Sort.CHECK) {
        String failed = each.status() == Status.PASS ? held(each.held()) : failures(each);
        out.append(titled(each.status(), "check \"" + each.name() + "\"", failed));
      }
    }
    long open = report.of(Status.NOT_RUN).stream().mapToLong(Result::times).sum();
    long failed =
        report.results().stream().mapToLong(Result::times).sum() + report.unlisted() - open;
    List<String> parts = new ArrayList<>();
    if (failed > 0) {
      parts.add(failed(failed));
    }
    if (open > 0) {
      parts.add(Numerals.count(open, "is not answered", "are not answered"));
    }
    if (report.held() > 0 || parts.isEmpty()) {
      parts.add(held(report.held()));
    }
    String all = String.join(", ", parts);
    return out.append(titled(report.status(), report.scenario(), all)).toString();
  }

  /** {@code 41 scenarios: 40 hold, 1 differs 0.9 s}. */
  public String lastLine(Summary summary, Duration elapsed) {
    String sentence = summary.sentence();
    String time = seconds(elapsed);
    int gap = Math.max(2, WIDTH - DisplayWidth.of(sentence) - time.length());
    String painted = summary.allHold() ? paint.good(sentence) : paint.bad(sentence);
    return painted + " ".repeat(gap) + time + "\n";
  }

  private String remarks(Report report) {
    StringBuilder out = new StringBuilder();
    for (Case each : report.cases()) {
      if (!each.remark().isEmpty()) {
        out.append(titled(each.status(), each.where().file(), each.remark()));
      }
    }
    return out.toString();
  }

  private String titled(Status status, String title, String said) {
    return mark(status) + " " + PlainText.shown(title) + "   " + PlainText.shown(said) + "\n";
  }

  private static String headline(Report report) {
    List<Result> worst = report.of(report.status());
    return switch (report.status()) {
      case FAIL -> failures(report, worst);
      case NOT_RUN ->
          Numerals.count(worst.size(), "question is not answered", "questions are not answered");
      case PASS, SKIP, ERROR, LIMIT -> ofRun(worst).message();
    };
  }

  /** What ended the run says more than what that left undone. */
  private static Result ofRun(List<Result> worst) {
    return worst.stream().filter(r -> r.origin() == Origin.RUN).findFirst().orElse(worst.get(0));
  }

  /** {@code 2 assertions fail, check "isolation" fails, differs from lru.trace at its line 24}. */
  private static String failures(Report report, List<Result> failed) {
    StringJoiner joined = new StringJoiner(", ");
    List<Case> checks =
        report.cases().stream()
            .filter(each -> each.sort() == Case.Sort.CHECK && each.status() == Status.FAIL)
            .toList();
    long loose =
        failed.stream()
            .filter(r -> r.origin() == Origin.ASSERTION && !checks.contains(report.caseOf(r)))
            .count();
    if (loose > 0) {
      joined.add(failed(loose));
    }
    if (checks.size() > NAMED) {
      joined.add(checks.size() + " checks fail");
    } else {
      checks.forEach(check -> joined.add("check \"" + check.name() + "\" fails"));
    }
    failed.stream()
        .filter(r -> r.origin() == Origin.GOLDEN || r.origin() == Origin.RUN)
        .forEach(result -> joined.add(result.message()));
    return joined.toString();
  }

  private static String failures(Case each) {
    long failed = each.results().stream().mapToLong(Result::times).sum();
    return failed(failed) + (each.held() == 0 ? "" : ", " + held(each.held()));
  }

  private static String failed(long assertions) {
    return Numerals.count(assertions, "assertion fails", "assertions fail");
  }

  private static String held(long assertions) {
    return Numerals.count(assertions, "assertion holds", "assertions hold");
  }

  private String mark(Status status) {
    return switch (status) {
      case PASS -> paint.good("✓");
      case SKIP, NOT_RUN -> paint.open("–");
      case FAIL, LIMIT, ERROR -> paint.bad("✗");
    };
  }

  private static String seconds(Duration elapsed) {
    long tenths = (elapsed.toNanos() + NANOS_A_TENTH / 2) / NANOS_A_TENTH;
    return tenths / 10 + "." + tenths % 10 + " s";
  }
}
