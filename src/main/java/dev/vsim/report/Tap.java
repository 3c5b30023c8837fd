package dev.vsim.report;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import dev.vsim.verdict.Where;

/**
 * The Test Anything Protocol, version 14: a test point a case; those that did not hold say why in a
 * YAML block, whose texts are quoted as JSON, which is YAML too.
 */
final class Tap implements TestReport {
  @Override
  public String word() {
    return "tap";
  }

  @Override
  public String readers() {
    return "TAP 14: prove and other harnesses";
  }

  @Override
  public String write(TestRun run) {
    StringBuilder out = new StringBuilder("TAP version 14\n");
    out.append("1..").append(run.reports().stream().mapToInt(r -> r.cases().size()).sum());
    out.append('\n');
    int number = 0;
    for (Report report : run.reports()) {
      for (Case each : report.cases()) {
        number++;
        point(out, number, report, each);
      }
    }
    return out.toString();
  }

  private static void point(StringBuilder out, int number, Report report, Case each) {
    out.append(each.status().isGood() ? "ok " : "not ok ").append(number).append(" - ");
    out.append(described(report.scenario() + ": " + each.name()));
    if (each.status() == Status.SKIP) {
      out.append(" # SKIP ").append(described(each.results().get(0).message()));
    }
    out.append('\n');
    if (!each.status().isGood()) {
      block(out, report, each);
    }
  }

  /** A description ends at a hash that no backslash escapes. */
  private static String described(String text) {
    return PlainText.shown(text).replace("\\", "\\\\").replace("#", "\\#");
  }

  private static void block(StringBuilder out, Report report, Case each) {
    Result first = each.results().get(0);
    out.append("  ---\n");
    line(out, "message: ", first.message());
    line(out, "severity: ", each.status().word());
    place(out, first.where());
    out.append("  detail:\n");
    ResultDrawing drawing = new ResultDrawing(report);
    for (Result result : each.results()) {
      drawing.draw(result).lines().forEach(drawn -> line(out, "  - ", drawn));
    }
    out.append("  ...\n");
  }

  private static void place(StringBuilder out, Where where) {
    if (!where.file().isEmpty()) {
      out.append("  at:\n");
      line(out, "  file: ", where.file());
      if (where.hasLine()) {
        out.append("    line: ").append(where.line()).append('\n');
      }
      if (where.hasColumn()) {
        out.append("    column: ").append(where.column()).append('\n');
      }
    }
  }

  private static void line(StringBuilder out, String key, String text) {
    out.append("  ").append(key).append(Json.quoted(PlainText.shown(text))).append('\n');
  }
}
