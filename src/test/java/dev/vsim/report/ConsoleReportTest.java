package dev.vsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vsim.verdict.Findings;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Result.Origin;
import dev.vsim.verdict.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
  private final ConsoleReport plain = new ConsoleReport(ConsoleReport.Style.PLAIN);

  @Test
  void aGoldenThatDiffersIsDrawnAsInTheGuide() {
    List<Report> reports = new ArrayList<>(Collections.nCopies(40, held("x.vsim")));
    Result differs =
        new Result(
            Origin.GOLDEN,
            "lru.trace",
            Status.FAIL,
            "differs from lru.trace at its line 24",
            "  - 24   evict\n",
            "lru.trace",
            24);
    reports.add(report("scenarios/memory/lru.vsim", differs));
    assertEquals(
        """
        ✗ scenarios/memory/lru.vsim   differs from lru.trace at its line 24
          - 24   evict
        41 scenarios: 40 hold, 1 differs                                        0.9 s
        """,
        plain.draw(reports, Duration.ofMillis(850)));
  }

  @Test
  void everyStatusHasItsWords() {
    Result assertion =
        new Result(Origin.ASSERTION, "expect evict", Status.FAIL, "no", "drawn\n", "a.vsim", 3);
    Result golden =
        new Result(Origin.GOLDEN, "a.trace", Status.FAIL, "differs from a.trace", "", "a.trace", 2);
    Result question =
        new Result(Origin.ASSERTION, "expect evict", Status.NOT_RUN, "asks", "", "q.vsim", 3);
    List<Report> reports =
        List.of(
            held("h.vsim"),
            report("a.vsim", assertion),
            report("b.vsim", assertion, assertion, golden),
            report("e.vsim", Result.ofRun(Status.ERROR, "it cannot be read", "a.vsim:1:1: …\n")),
            report("l.vsim", Result.ofRun(Status.LIMIT, "the limit of 10 steps is reached", "")),
            report("q.vsim", question),
            report("s.vsim", Result.ofRun(Status.SKIP, "needs \"x\"", "")));
    assertEquals(
        """
        ✗ a.vsim   1 assertion fails
        drawn
        ✗ b.vsim   1 assertion fails, differs from a.trace
        drawn
          (so 2 times)
        ✗ e.vsim   it cannot be read
        a.vsim:1:1: …
        ✗ l.vsim   the limit of 10 steps is reached
        – q.vsim   1 question is not answered
          q.vsim:3: asks
        – s.vsim   needs "x"
        7 scenarios: 1 holds, 2 fail, 1 is in error, 1 meets a limit, 1 is not answered, 1 is skipped  12.0 s
        """,
        plain.draw(reports, Duration.ofSeconds(12)));
  }

  @Test
  void colourIsAChoice() {
    ConsoleReport coloured = new ConsoleReport(ConsoleReport.Style.COLOUR);
    String drawn = coloured.draw(List.of(held("a.vsim")), Duration.ZERO);
    assertEquals("\u001b[32m1 scenario: 1 holds\u001b[0m", drawn.substring(0, drawn.indexOf("  ")));
  }

  @Test
  void pathsAndMessagesAreHarmless() {
    Result bad = Result.ofRun(Status.ERROR, "a\nok 1 \u001b[2J", "");
    assertEquals("✗ x\\u{a}y   a\\u{a}ok 1 \\u{1b}[2J\n", plain.draw(report("x\ny", bad)));
  }

  private static Report held(String scenario) {
    return new Findings().report(scenario);
  }

  private static Report report(String scenario, Result... results) {
    Findings findings = new Findings();
    for (Result result : results) {
      findings.add(result);
    }
    return findings.report(scenario);
  }
}
