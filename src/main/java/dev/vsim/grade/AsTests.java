package dev.vsim.grade;

import dev.vsim.report.TestReport;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import java.time.Duration;
import java.util.List;

/** Grades as a report of tests: each submission is what was tested, each check a case. */
final class AsTests implements GradeFormat {
  private final TestReport form;
  private final String ending;

  /**
   * @param form how tests are reported
   * @param ending how its files end
   */
  AsTests(TestReport form, String ending) {
    this.form = form;
    this.ending = ending;
  }

  @Override
  public String word() {
    return form.word();
  }

  @Override
  public String readers() {
    return form.readers();
  }

  @Override
  public Audience usual() {
    return Audience.STUDENT;
  }

  @Override
  public boolean joins() {
    return true;
  }

  @Override
  public boolean counts() {
    return false;
  }

  @Override
  public String ending() {
    return ending;
  }

  @Override
  public String write(List<Grade> grades) {
    Duration time = grades.stream().map(Grade::elapsed).reduce(Duration.ZERO, Duration::plus);
    return form.write(new TestRun(grades.stream().map(AsTests::report).toList(), time));
  }

  private static Report report(Grade grade) {
    List<Case> cases = grade.checks().stream().map(AsTests::of).toList();
    List<Result> results = cases.stream().flatMap(each -> each.results().stream()).toList();
    return new Report(grade.submission(), cases, results, 0, grade.elapsed());
  }

  private static Case of(CheckGrade check) {
    boolean holds = check.status() == Status.PASS;
    Result result =
        new Result(
            Result.Origin.CHECK,
            check.name(),
            check.status(),
            check.message(),
            check.detail(),
            check.where());
    return new Case(
        Case.Sort.CHECK,
        check.name(),
        check.where(),
        holds ? 1 : 0,
        holds ? List.of() : List.of(result));
  }
}
