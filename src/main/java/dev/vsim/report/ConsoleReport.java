package dev.vsim.report;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Result.Origin;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Summary;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a person reads on a terminal: each scenario that does not hold, why, and a last line that
 * sums up.
 */
public final class ConsoleReport {
  private static final int WIDTH = 77;
  private static final long NANOS_A_TENTH = 100_000_000L;

  /** How it is written. */
  public enum Style {
    PLAIN,
    COLOUR
  }

  private final Style style;

  public ConsoleReport(Style style) {
    this.style = style;
  }

  /**
   * The whole report, each line with its end.
   *
   * @param reports in the order in which the scenarios were found
   * @param elapsed how long they took together
   */
  public String draw(List<Report> reports, Duration elapsed) {
    StringBuilder out = new StringBuilder();
    reports.forEach(report -> out.append(draw(report)));
    return out.append(lastLine(Summary.of(reports), elapsed)).toString();
  }

  /** One scenario; nothing where it holds. */
  public String draw(Report report) {
    if (report.status() == Status.PASS) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append(mark(report.status())).append(' ').append(PlainText.shown(report.scenario()));
    String headline = headline(report);
    out.append("   ").append(PlainText.shown(headline)).append('\n');
    report.results().forEach(result -> out.append(details(result, headline)));
    if (report.unlisted() > 0) {
      out.append("  … and ").append(report.unlisted()).append(" more\n");
    }
    return out.toString();
  }

  /** {@code 41 scenarios: 40 hold, 1 differs 0.9 s}. */
  public String lastLine(Summary summary, Duration elapsed) {
    String sentence = summary.sentence();
    String time = seconds(elapsed);
    int gap = Math.max(2, WIDTH - sentence.length() - time.length());
    Colour colour = summary.allHold() ? Colour.GREEN : Colour.RED;
    return paint(colour, sentence) + " ".repeat(gap) + time + "\n";
  }

  private static String headline(Report report) {
    List<Result> worst = report.of(report.status());
    return switch (report.status()) {
      case FAIL -> failures(worst);
      case NOT_RUN -> count(worst.size(), "question is not answered", "questions are not answered");
      case PASS, SKIP, ERROR, LIMIT -> worst.get(0).message();
    };
  }

  /** {@code 2 assertions fail, differs from lru.trace at its line 24}. */
  private static String failures(List<Result> failed) {
    StringJoiner joined = new StringJoiner(", ");
    int assertions = withOrigin(failed, Origin.ASSERTION).size();
    int checks = withOrigin(failed, Origin.CHECK).size();
    if (assertions > 0) {
      joined.add(count(assertions, "assertion fails", "assertions fail"));
    }
    if (checks > 0) {
      joined.add(count(checks, "check fails", "checks fail"));
    }
    withOrigin(failed, Origin.GOLDEN).forEach(result -> joined.add(result.message()));
    withOrigin(failed, Origin.RUN).forEach(result -> joined.add(result.message()));
    return joined.toString();
  }

  private static List<Result> withOrigin(List<Result> results, Origin origin) {
    return results.stream().filter(result -> result.origin() == origin).toList();
  }

  /** Why a result is as it is; what the headline has said is not said again. */
  private static String details(Result result, String headline) {
    String message = "";
    if (result.drawing().isEmpty() && !headline.contains(result.message())) {
      String place = result.line() == 0 ? "" : result.file() + ":" + result.line() + ": ";
      message = PlainText.shown("  " + place + result.message()) + "\n";
    }
    String repeated = result.times() > 1 ? "  (so " + result.times() + " times)\n" : "";
    return message + result.drawing() + repeated;
  }

  private String mark(Status status) {
    return switch (status) {
      case PASS -> paint(Colour.GREEN, "✓");
      case SKIP, NOT_RUN -> paint(Colour.YELLOW, "–");
      case FAIL, LIMIT, ERROR -> paint(Colour.RED, "✗");
    };
  }

  private String paint(Colour colour, String text) {
    return switch (style) {
      case PLAIN -> text;
      case COLOUR -> colour.start + text + Colour.END;
    };
  }

  private static String count(int n, String one, String several) {
    return n + " " + (n == 1 ? one : several);
  }

  private static String seconds(Duration elapsed) {
    long tenths = (elapsed.toNanos() + NANOS_A_TENTH / 2) / NANOS_A_TENTH;
    return tenths / 10 + "." + tenths % 10 + " s";
  }

  /** Colours of ECMA-48 that stay readable on dark and light grounds. */
  private enum Colour {
    RED("\u001b[31m"),
    GREEN("\u001b[32m"),
    YELLOW("\u001b[33m");

    static final String END = "\u001b[0m";

    private final String start;

    Colour(String start) {
      this.start = start;
    }
  }
}
