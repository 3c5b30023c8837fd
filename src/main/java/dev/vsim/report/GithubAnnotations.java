package dev.vsim.report;

import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import dev.vsim.verdict.Where;
import java.util.Optional;

/** Annotations of GitHub Actions for what does not hold, the worst first. */
final class GithubAnnotations implements TestReport {
  /** From the worst on. */
  private static final Status[] BAD = {Status.ERROR, Status.LIMIT, Status.FAIL, Status.NOT_RUN};

  @Override
  public String word() {
    return "github";
  }

  @Override
  public String readers() {
    return "annotations of GitHub Actions";
  }

  @Override
  public String write(TestRun run) {
    Annotations annotations = new Annotations();
    for (Status status : BAD) {
      for (Report report : run.reports()) {
        report.of(status).forEach(result -> annotations.add(annotation(report, result)));
      }
    }
    run.reports().forEach(report -> annotations.leaveOut(report.unlisted()));
    return annotations.write();
  }

  private static Annotations.Annotation annotation(Report report, Result result) {
    Where where = result.where();
    return new Annotations.Annotation(
        Annotations.Level.ERROR,
        where.file().isEmpty() ? report.scenario() : where.file(),
        where.hasLine() ? Optional.of(lines(where)) : Optional.empty(),
        report.scenario() + ": " + report.caseOf(result).name(),
        result.message() + "\n" + result.drawing());
  }

  private static Annotations.Lines lines(Where where) {
    return new Annotations.Lines(where.line(), where.column(), where.endLine(), where.endColumn());
  }
}
