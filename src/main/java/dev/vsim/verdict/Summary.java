package dev.vsim.verdict;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of several scenarios came out how.
 *
 * @param obsolete how many goldens belong to none of them
 * @param obsoleteRejected whether that is wrong, rather than worth a remark
 */
public record Summary(
    int scenarios,
    int hold,
    int differ,
    int fail,
    int error,
    int limit,
    int notRun,
    int skipped,
    int obsolete,
    boolean obsoleteRejected) {

  public static Summary of(List<Report> all) {
    List<Report> reports = all.stream().filter(report -> !report.isObsolete()).toList();
    int differ = (int) reports.stream().filter(Report::onlyDiffers).count();
    return new Summary(
        reports.size(),
        count(reports, Status.PASS),
        differ,
        count(reports, Status.FAIL) - differ,
        count(reports, Status.ERROR),
        count(reports, Status.LIMIT),
        count(reports, Status.NOT_RUN),
        count(reports, Status.SKIP),
        all.size() - reports.size(),
        all.stream().anyMatch(r -> r.isObsolete() && r.status() == Status.FAIL));
  }

  /** Whether every scenario held, or was left out on purpose. */
  public boolean allHold() {
    return hold + skipped == scenarios && !obsoleteRejected;
  }

  /** {@code 41 scenarios: 40 hold, 1 differs}. */
  public String sentence() {
    List<String> parts = new ArrayList<>();
    add(parts, hold, "holds", "hold");
    add(parts, differ, "differs", "differ");
    add(parts, fail, "fails", "fail");
    add(parts, error, "is in error", "are in error");
    add(parts, limit, "meets a limit", "meet a limit");
    add(parts, notRun, "is not answered", "are not answered");
    add(parts, skipped, "is skipped", "are skipped");
    String all = scenarios + (scenarios == 1 ? " scenario" : " scenarios");
    String sentence = parts.isEmpty() ? all : all + ": " + String.join(", ", parts);
    parts.clear();
    add(parts, obsolete, "golden is obsolete", "goldens are obsolete");
    return parts.isEmpty() ? sentence : sentence + "; " + parts.get(0);
  }

  private static int count(List<Report> reports, Status status) {
    return (int) reports.stream().filter(report -> report.status() == status).count();
  }

  private static void add(List<String> parts, int count, String one, String several) {
    if (count > 0) {
      parts.add(count + " " + (count == 1 ? one : several));
    }
  }
}
