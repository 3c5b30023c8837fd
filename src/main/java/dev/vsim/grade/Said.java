package dev.vsim.grade;

import dev.vsim.text.PlainText;

/** What the texts of reports say of grades. */
final class Said {
  private Said() {}

  /** Why a check came out as it did: its sentence, what shows it, and what was printed. */
  static String of(CheckGrade check) {
    StringBuilder out = new StringBuilder();
    if (!check.message().isEmpty()) {
      out.append(PlainText.shown(check.message())).append('\n');
    }
    if (!check.detail().isEmpty()) {
      out.append(check.detail());
    }
    if (!check.output().isEmpty()) {
      out.append("printed:\n").append(check.output());
    }
    return out.toString();
  }

  /** What there is to say of the submission as a whole. */
  static String of(Grade grade) {
    String own = grade.own().sentence();
    return grade.problem() + (own.isEmpty() ? "" : PlainText.shown(own) + "\n");
  }

  /** A number of points as people write it. */
  static String points(java.math.BigDecimal points) {
    return Json.plain(points).toPlainString();
  }
}
