package dev.vsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.Paint;
import dev.vsim.trace.Place;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Result.Origin;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import dev.vsim.verdict.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
  private static final Place CHECK =
      new Place(new SourceText("a.vsim", "check \"x\" { }\n"), new Span(0, 13));

  private final ConsoleReport plain = new ConsoleReport(Paint.PLAIN);

  @Test
  void aGoldenThatDiffersIsDrawnAsInTheGuide() {
    List<Report> reports = new ArrayList<>(Collections.nCopies(40, held("x.vsim")));
    reports.add(
        Report.empty("scenarios/memory/lru.vsim")
            .with(Case.ofGolden(golden("lru.trace at its line 24", "  - 24   evict\n"))));
    assertEquals(
        """
        ✗ scenarios/memory/lru.vsim   differs from lru.trace at its line 24
          - 24   evict
        41 scenarios: 40 hold, 1 differs                                        0.9 s
        """,
        plain.draw(new TestRun(reports, Duration.ofMillis(850))));
  }

  @Test
  void everyStatusHasItsWords() {
    Result question =
        new Result(
            Origin.ASSERTION, "expect evict", Status.NOT_RUN, "asks", "", Where.line("q.vsim", 3));
    List<Report> reports =
        List.of(
            held("h.vsim"),
            report("a.vsim", failure("drawn\n")),
            report("b.vsim", failure("drawn\n"), failure("drawn\n"))
                .with(Case.ofGolden(golden("b.trace", ""))),
            run("e.vsim", Status.ERROR, "it cannot be read", "a.vsim:1:1: …\n"),
            run("l.vsim", Status.LIMIT, "the limit of 10 steps is reached", ""),
            report("q.vsim", question),
            run("s.vsim", Status.SKIP, "needs \"x\"", ""),
            Report.empty("o.trace").with(Case.obsolete("o.trace", Status.SKIP)));
    assertEquals(
        """
        ✗ a.vsim   1 assertion fails
        drawn
        ✗ b.vsim   1 assertion fails, differs from b.trace
        drawn
          (so 2 times)
        ✗ e.vsim   it cannot be read
        a.vsim:1:1: …
        ✗ l.vsim   the limit of 10 steps is reached
        – q.vsim   1 question is not answered
        q.vsim:3: asks
        – s.vsim   needs "x"
        – o.trace   obsolete: it belongs to no scenario
        7 scenarios: 1 holds, 2 fail, 1 is in error, 1 meets a limit, 1 is not answered, 1 is skipped; 1 golden is obsolete  12.0 s
        """,
        plain.draw(new TestRun(reports, Duration.ofSeconds(12))));
  }

  @Test
  void checksAreNamed() {
    Findings findings = new Findings();
    findings.held();
    findings.checkBegins("isolation", CHECK);
    findings.held();
    findings.add(failure("drawn\n"));
    findings.checkEnds();
    Report report = findings.report("a.vsim");
    assertEquals(
        """
        ✗ a.vsim   check "isolation" fails
        in check "isolation":
        drawn
        """,
        plain.draw(report));
    assertEquals(
        """
        ✗ check "isolation"   1 assertion fails, 1 assertion holds
        ✗ a.vsim   1 assertion fails, 2 assertions hold
        """,
        plain.sum(report));
    assertEquals("✓ h.vsim   1 assertion holds\n", plain.sum(held("h.vsim")));
  }

  @Test
  void whatWasWrittenIsSaid() {
    Result written =
        new Result(
            Origin.GOLDEN,
            "a.trace",
            Status.PASS,
            "written, 12 events",
            "",
            Where.line("x/a.trace", 0));
    assertEquals(
        "✓ x/a.trace   written, 12 events\n",
        plain.draw(Report.empty("x/a.vsim").with(Case.ofGolden(written))));
  }

  @Test
  void colourIsAChoice() {
    ConsoleReport coloured = new ConsoleReport(Paint.COLOUR);
    String drawn = coloured.draw(new TestRun(List.of(held("a.vsim")), Duration.ZERO));
    assertEquals("\u001b[32m1 scenario: 1 holds\u001b[0m", drawn.substring(0, drawn.indexOf("  ")));
  }

  @Test
  void pathsAndMessagesAreHarmless() {
    assertEquals(
        "✗ x\\u{a}y   a\\u{a}ok 1 \\u{1b}[2J\n",
        plain.draw(run("x\ny", Status.ERROR, "a\nok 1 \u001b[2J", "")));
  }

  private static Report held(String scenario) {
    Findings findings = new Findings();
    findings.held();
    return findings.report(scenario);
  }

  private static Result failure(String drawing) {
    return new Result(
        Origin.ASSERTION, "expect evict", Status.FAIL, "no", drawing, Where.line("a.vsim", 3));
  }

  private static Result golden(String at, String drawing) {
    String name = at.substring(0, at.indexOf(".trace")) + ".trace";
    return new Result(
        Origin.GOLDEN, name, Status.FAIL, "differs from " + at, drawing, Where.line(name, 24));
  }

  private static Report run(String scenario, Status status, String message, String drawing) {
    return report(scenario, Result.ofRun(status, message, drawing, Where.NOWHERE));
  }

  private static Report report(String scenario, Result... results) {
    Findings findings = new Findings();
    for (Result result : results) {
      findings.add(result);
    }
    return findings.report(scenario);
  }
}
