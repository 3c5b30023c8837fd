package dev.vsim.grade;

import java.util.List;

/** A page for a student: what was checked, what happened, and the trace of his own run. */
final class GradePage implements GradeFormat {
  @Override
  public String word() {
    return "html";
  }

  @Override
  public String readers() {
    return "a page for each student";
  }

  @Override
  public Audience usual() {
    return Audience.STUDENT;
  }

  @Override
  public boolean joins() {
    return false;
  }

  @Override
  public boolean counts() {
    return false;
  }

  @Override
  public String ending() {
    return ".html";
  }

  @Override
  public String write(List<Grade> grades) {
    StringBuilder out = new StringBuilder();
    grades.forEach(grade -> out.append(page(grade)));
    return out.toString();
  }

  private static String page(Grade grade) {
    Html page = new Html(grade.assignment() + ": " + grade.student());
    page.raw("<h1>").text(grade.assignment()).raw("</h1>\n<p class=\"sub\">");
    page.text(grade.student() + ", " + grade.submission() + ", seed " + grade.seed());
    page.raw("</p>\n<p>").text(sum(grade)).raw("</p>\n");
    page.lines(Said.of(grade));
    grade.checks().forEach(check -> check(page, check));
    if (!grade.own().trace().isEmpty()) {
      page.raw("<details><summary>What your file prints when it runs by itself</summary>\n");
      page.lines(grade.own().trace());
      page.raw("</details>\n");
    }
    return page.end();
  }

  private static String sum(Grade grade) {
    return switch (grade.state()) {
      case UNGRADABLE -> "This cannot be graded:";
      case ERROR -> "Grading has failed; this is not your mistake.";
      case GRADED ->
          grade.checks().stream().anyMatch(CheckGrade::isVeiled)
              ? points(grade) + " in the checks that you see; others are hidden"
              : points(grade);
    };
  }

  private static String points(Grade grade) {
    return Said.points(grade.score()) + " of " + Said.points(grade.maxScore()) + " points";
  }

  private static void check(Html page, CheckGrade check) {
    boolean open = !check.isVeiled();
    page.raw("<section class=\"check ").raw(open ? check.status().word() : "").raw("\">\n");
    page.raw("<span class=\"points\">");
    page.text(
        open
            ? Said.points(check.points()) + " / " + Said.points(check.maxPoints())
            : Said.points(check.maxPoints()) + " points");
    page.raw("</span><h2>").text(check.name()).raw("</h2>\n<p class=\"status\">");
    page.text(open ? check.status().word() : check.visibility().word().replace('_', ' '));
    page.raw("</p>\n");
    if (!check.message().isEmpty()) {
      page.raw("<p>").text(check.message()).raw("</p>\n");
    }
    page.lines(check.detail());
    page.lines(check.output());
    page.raw("</section>\n");
  }
}
