package dev.vsim.report;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * JUnit's XML as Surefire writes it and Jenkins, GitLab and others read it: a suite a scenario, a
 * case each of its checks, its golden and the run itself. An assertion that does not hold is a
 * failure, anything else an error.
 */
final class JunitXml implements TestReport {
  private static final double NANOS = 1e9;

  @Override
  public String word() {
    return "junit";
  }

  @Override
  public String readers() {
    return "JUnit XML: Jenkins, GitLab and most CI systems";
  }

  @Override
  public String write(TestRun run) {
    Xml xml = new Xml();
    List<Case> all = run.reports().stream().flatMap(report -> report.cases().stream()).toList();
    xml.open("testsuites", "name", "vsim");
    counts(xml, all, run.elapsed());
    run.reports().forEach(report -> suite(xml, report));
    xml.close("testsuites");
    return xml.toString();
  }

  private static void suite(Xml xml, Report report) {
    xml.open("testsuite", "name", report.scenario());
    counts(xml, report.cases(), report.elapsed());
    // The time is the scenario's, which cannot be told apart: its first case has it all.
    Duration time = report.elapsed();
    for (Case each : report.cases()) {
      test(xml, report, each, time);
      time = Duration.ZERO;
    }
    xml.close("testsuite");
  }

  private static void counts(Xml xml, List<Case> cases, Duration elapsed) {
    xml.attribute("tests", cases.size());
    xml.attribute("failures", cases.stream().filter(JunitXml::isFailure).count());
    xml.attribute("errors", cases.stream().filter(JunitXml::isError).count());
    xml.attribute("skipped", cases.stream().filter(c -> c.status() == Status.SKIP).count());
    xml.attribute("time", seconds(elapsed));
  }

  private static boolean isFailure(Case each) {
    return each.status() == Status.FAIL;
  }

  private static boolean isError(Case each) {
    return !each.status().isGood() && !isFailure(each);
  }

  private static void test(Xml xml, Report report, Case each, Duration time) {
    xml.open("testcase", "name", each.name());
    xml.attribute("classname", report.scenario());
    xml.attribute("time", seconds(time));
    if (each.status() == Status.SKIP) {
      xml.open("skipped", "message", each.results().get(0).message());
      xml.close("skipped");
    } else if (each.status() != Status.PASS) {
      String element = isFailure(each) ? "failure" : "error";
      xml.open(element, "message", worst(each).message());
      xml.attribute("type", each.status().word());
      xml.text(text(report, each));
      xml.close(element);
    }
    xml.close("testcase");
  }

  private static Result worst(Case each) {
    return each.results().stream()
        .filter(result -> result.status() == each.status())
        .findFirst()
        .orElseThrow();
  }

  private static String text(Report report, Case each) {
    StringBuilder text = new StringBuilder();
    ResultDrawing drawing = new ResultDrawing(report);
    each.results().forEach(result -> text.append(drawing.draw(result)));
    return text.toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / NANOS);
  }

  /** Elements as they are written; no text can end one or say what XML 1.0 does not allow. */
  private static final class Xml {
    private final StringBuilder out =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;
    private boolean open;
    private boolean filled;

    void open(String element, String attribute, String value) {
      endTag();
      out.append("  ".repeat(depth)).append('<').append(element);
      depth++;
      open = true;
      attribute(attribute, value);
    }

    void attribute(String name, Object value) {
      out.append(' ').append(name).append("=\"");
      harmless(PlainText.shown(value.toString()))
          .chars()
          .forEach(c -> out.append(attributeCharacter((char) c)));
      out.append('"');
    }

    private static String attributeCharacter(char c) {
      return switch (c) {
        case '&' -> "&amp;";
        case '<' -> "&lt;";
        case '>' -> "&gt;";
        case '"' -> "&quot;";
        case '\t' -> "&#9;";
        default -> Character.toString(c);
      };
    }

    void text(String text) {
      StringBuilder lines = new StringBuilder();
      PlainText.lines(text).forEach(line -> lines.append(harmless(line)).append('\n'));
      out.append("><![CDATA[\n").append(lines.toString().replace("]]>", "]]]]><![CDATA[>"));
      out.append("]]>");
      open = false;
      filled = true;
    }

    void close(String element) {
      depth--;
      if (open) {
        out.append("/>\n");
      } else {
        out.append(filled ? "" : "  ".repeat(depth)).append("</").append(element).append(">\n");
      }
      open = false;
      filled = false;
    }

    private void endTag() {
      if (open) {
        out.append(">\n");
      }
    }

    /** Without the characters that XML 1.0 has no place for, whatever escapes them (2.2, Char). */
    private static String harmless(String text) {
      StringBuilder kept = new StringBuilder();
      text.codePoints()
          .forEach(c -> kept.append(isChar(c) ? Character.toString(c) : PlainText.escaped(c)));
      return kept.toString();
    }

    private static boolean isChar(int c) {
      return c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF;
    }

    @Override
    public String toString() {
      return out.toString();
    }
  }
}
