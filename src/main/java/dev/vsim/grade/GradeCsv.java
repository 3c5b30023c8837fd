package dev.vsim.grade;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a grade book (RFC 4180): a row a submission, a column a check. No cell begins with
 * what a spreadsheet takes for a formula.
 */
final class GradeCsv implements GradeFormat {
  private static final String FORMULA = "=+-@\t";

  @Override
  public String word() {
    return "csv";
  }

  @Override
  public String readers() {
    return "a table for a grade book";
  }

  @Override
  public Audience usual() {
    return Audience.TEACHER;
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
    return ".csv";
  }

  @Override
  public String write(List<Grade> grades) {
    StringBuilder out = new StringBuilder();
    List<String> head =
        new ArrayList<>(List.of("submission", "student", "status", "score", "maxScore"));
    if (!grades.isEmpty()) {
      grades.get(0).checks().forEach(check -> head.add(check.name()));
    }
    row(out, head);
    grades.forEach(grade -> row(out, cells(grade)));
    return out.toString();
  }

  private static List<String> cells(Grade grade) {
    List<String> cells = new ArrayList<>();
    cells.add(grade.submission());
    cells.add(grade.student());
    cells.add(grade.state().word());
    cells.add(Said.points(grade.score()));
    cells.add(Said.points(grade.maxScore()));
    grade.checks().forEach(check -> cells.add(Said.points(check.points())));
    return cells;
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append(String.join(",", cells.stream().map(GradeCsv::cell).toList())).append("\r\n");
  }

  private static String cell(String text) {
    String shown = dev.vsim.text.PlainText.shown(text);
    boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
    String harmless = formula ? "'" + shown : shown;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == ';');
    return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
  }
}
