package dev.vsim.report;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.TestRun;
import dev.vsim.verdict.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Workflow commands of GitHub Actions, which shows them beside the lines they are about: {@code
 * ::error file=lab3.vsim,line=9::…}. It shows ten a step, so the worst come first and the rest are
 * counted.
 */
final class GithubAnnotations implements TestReport {
  private static final int SHOWN = 10;

  @Override
  public String word() {
    return "github";
  }

  @Override
  public String readers() {
    return "annotations of GitHub Actions";
  }

  /** A result and the scenario that it is about. */
  private record Finding(Report report, Result result) {}

  @Override
  public String write(TestRun run) {
    List<Finding> all = new ArrayList<>();
    long unlisted = 0;
    for (Report report : run.reports()) {
      report.results().stream()
          .filter(result -> !result.status().isGood())
          .forEach(result -> all.add(new Finding(report, result)));
      unlisted += report.unlisted();
    }
    all.sort(Comparator.comparing((Finding f) -> f.result().status()).reversed());
    StringBuilder out = new StringBuilder();
    all.stream().limit(SHOWN).forEach(finding -> annotation(out, finding));
    long more = Math.max(0, all.size() - SHOWN) + unlisted;
    if (more > 0) {
      out.append("::notice title=vsim::").append(more);
      out.append(more == 1 ? " more is not shown here\n" : " more are not shown here\n");
    }
    return out.toString();
  }

  private static void annotation(StringBuilder out, Finding finding) {
    Result result = finding.result();
    Where where = result.where();
    String file = where.file().isEmpty() ? finding.report().scenario() : where.file();
    out.append("::error file=").append(property(file));
    if (where.hasLine()) {
      out.append(",line=").append(where.line()).append(",endLine=").append(where.endLine());
    }
    if (where.hasColumn()) {
      out.append(",col=").append(where.column()).append(",endColumn=").append(where.endColumn());
    }
    String title = finding.report().scenario() + ": " + finding.report().caseOf(result).name();
    out.append(",title=").append(property(title)).append("::");
    out.append(data(result)).append('\n');
  }

  private static String data(Result result) {
    StringBuilder lines = new StringBuilder(PlainText.shown(result.message()));
    PlainText.lines(result.drawing()).forEach(line -> lines.append('\n').append(line));
    return escaped(lines.toString());
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(PlainText.shown(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
