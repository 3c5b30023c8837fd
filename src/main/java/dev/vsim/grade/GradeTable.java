package dev.vsim.grade;

import dev.vsim.text.DisplayWidth;
import dev.vsim.text.Paint;
import dev.vsim.text.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Grades as a table on a teacher's terminal: a line a submission, and one that sums up. */
public final class GradeTable {
  private static final int BAR = 20;
  private static final int LONGEST_NAME = 40;
  private static final int WIDTH = 76;

  private final Paint paint;

  public GradeTable(Paint paint) {
    this.paint = paint;
  }

  /**
   * The whole table.
   *
   * @param files the files that were written, to be named at its end, or empty
   */
  public String draw(List<Grade> grades, String files) {
    if (grades.isEmpty()) {
      return "";
    }
    Grade first = grades.get(0);
    StringBuilder out = new StringBuilder();
    String worth = first.checks().size() + (first.checks().size() == 1 ? " check, " : " checks, ");
    boolean one = grades.stream().allMatch(grade -> grade.seed() == first.seed());
    String seed = one ? ", seed " + first.seed() : ", a seed each";
    line(
        out,
        paint.strong(PlainText.shown(first.assignment())),
        PlainText.shown(first.assignment()),
        worth + Said.points(first.maxScore()) + " points" + seed);
    int names =
        Math.min(
            LONGEST_NAME, grades.stream().mapToInt(g -> DisplayWidth.of(shown(g))).max().orElse(0));
    grades.forEach(grade -> row(out, grade, names));
    String sum = "  " + ClassSum.of(grades).sentence();
    line(out, sum, sum, PlainText.shown(files));
    return out.toString();
  }

  private static String shown(Grade grade) {
    return PlainText.path(grade.submission());
  }

  private static void line(StringBuilder out, String painted, String plain, String right) {
    int gap = Math.max(2, WIDTH - DisplayWidth.of(plain) - DisplayWidth.of(right));
    out.append(painted);
    if (!right.isEmpty()) {
      out.append(" ".repeat(gap)).append(right);
    }
    out.append('\n');
  }

  private void row(StringBuilder out, Grade grade, int names) {
    String name = shown(grade);
    String score = score(grade);
    out.append("  ").append(name);
    out.append(" ".repeat(Math.max(0, names - DisplayWidth.of(name))));
    out.append(" ".repeat(Math.max(1, 8 - score.length()))).append(score).append("   ");
    String remark = remark(grade);
    if (grade.state() == Grade.State.GRADED) {
      String bar = "█".repeat(filled(grade));
      out.append(grade.allHold() ? paint.good(bar) : paint.open(bar));
      out.append(remark.isEmpty() ? "" : " ".repeat(BAR + 2 - bar.length()));
    }
    out.append(remark.isEmpty() ? "" : paint.bad(remark)).append('\n');
    if (grade.state() == Grade.State.ERROR) {
      grade.problem().lines().forEach(l -> out.append("      ").append(l).append('\n'));
    }
  }

  private static int filled(Grade grade) {
    return grade.maxScore().signum() == 0
        ? 0
        : grade
            .score()
            .multiply(BigDecimal.valueOf(BAR))
            .divide(grade.maxScore(), 0, RoundingMode.HALF_EVEN)
            .intValue();
  }

  /** The points of a submission, or a dash where there is nothing to grade. */
  static String score(Grade grade) {
    return grade.state() == Grade.State.UNGRADABLE ? "–" : Said.points(grade.score());
  }

  /** What to say of it in a few words: the first check that does not hold. */
  static String remark(Grade grade) {
    return grade.checks().stream()
        .filter(check -> !check.holds())
        .findFirst()
        .map(check -> remark(grade, check))
        .orElse("");
  }

  private static String remark(Grade grade, CheckGrade check) {
    String message = PlainText.shown(check.message());
    return grade.state() == Grade.State.UNGRADABLE
        ? message
        : "\"" + PlainText.shown(check.name()) + "\": " + message;
  }
}
