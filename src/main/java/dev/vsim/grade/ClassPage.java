package dev.vsim.grade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A page for the teacher of a class: how the points are spread, and which checks fail most. */
public final class ClassPage {
  private static final int PERCENT = 100;
  private static final int BANDS = 10;

  private final List<Grade> grades;

  public ClassPage(List<Grade> grades) {
    this.grades = List.copyOf(grades);
  }

  /** The whole page; it tells everything, also of hidden checks. */
  public String write() {
    String title = grades.isEmpty() ? "no submissions" : grades.get(0).assignment();
    Html page = new Html(title);
    page.raw("<h1>").text(title).raw("</h1>\n<p class=\"sub\">").text(sum()).raw("</p>\n");
    distribution(page);
    checks(page);
    submissions(page);
    return page.end();
  }

  private String sum() {
    return ClassSum.of(grades).sentence();
  }

  private void distribution(Html page) {
    int[] bands = new int[BANDS];
    grades.stream()
        .filter(grade -> grade.state() == Grade.State.GRADED)
        .forEach(grade -> bands[Math.min(percent(grade) / BANDS, BANDS - 1)]++);
    page.raw("<h2>How the points are spread</h2>\n<table>\n");
    for (int i = BANDS - 1; i >= 0; i--) {
      int upTo = i == BANDS - 1 ? PERCENT : (i + 1) * BANDS - 1;
      row(page, i * BANDS + "–" + upTo + "%", bands[i], grades.size());
    }
    int ungraded = grades.size() - Arrays.stream(bands).sum();
    row(page, "not graded", ungraded, grades.size());
    page.raw("</table>\n");
  }

  private static void row(Html page, String label, int count, int all) {
    page.raw("<tr><td>").text(label).raw("</td><td class=\"n\">" + count + "</td><td>");
    int width = all == 0 ? 0 : count * PERCENT / all;
    page.raw("<div class=\"bar\"><div style=\"width:" + width + "%\"></div></div></td></tr>\n");
  }

  private static int percent(Grade grade) {
    return grade.maxScore().signum() == 0
        ? 0
        : grade
            .score()
            .multiply(BigDecimal.valueOf(PERCENT))
            .divide(grade.maxScore(), MathContext.DECIMAL64)
            .setScale(0, RoundingMode.FLOOR)
            .intValue();
  }

  /** How many submissions fail each check. */
  private void checks(Html page) {
    page.raw("<h2>Which checks fail most</h2>\n<table>\n");
    int count = grades.isEmpty() ? 0 : grades.get(0).checks().size();
    IntStream.range(0, count)
        .boxed()
        .sorted(Comparator.comparingInt(place -> -failed(place)))
        .forEach(
            place ->
                row(page, grades.get(0).checks().get(place).name(), failed(place), grades.size()));
    page.raw("</table>\n");
  }

  private int failed(int place) {
    return (int) grades.stream().filter(g -> !g.checks().get(place).holds()).count();
  }

  private void submissions(Html page) {
    page.raw("<h2>Submissions</h2>\n<table>\n<tr><th>submission</th><th>student</th>");
    page.raw("<th class=\"n\">points</th><th>first that failed</th></tr>\n");
    for (Grade grade : grades) {
      page.raw("<tr><td>").text(grade.submission()).raw("</td><td>").text(grade.student());
      page.raw("</td><td class=\"n\">").text(GradeTable.score(grade)).raw("</td><td>");
      page.text(GradeTable.remark(grade)).raw("</td></tr>\n");
    }
    page.raw("</table>\n");
  }
}
