package dev.vsim.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.EventPattern;
import dev.vsim.trace.FieldTest;
import dev.vsim.trace.Golden;
import dev.vsim.trace.Place;
import dev.vsim.trace.Recording;
import dev.vsim.trace.TextGolden;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final EventKind HIT = EventKind.named("tlb-hit").orElseThrow();
  private static final EventKind MISS = EventKind.named("tlb-miss").orElseThrow();
  private static final SourceText LAB =
      new SourceText("lab3.vsim", "expect tlb-miss\nexpect tlb-hit\n");
  private static final Place FIRST = new Place(LAB, new Span(0, 15));
  private static final Place SECOND = new Place(LAB, new Span(16, 30));
  private static final Event EVENT = new MemoryEvent.TlbHit(new Named("host.init"), 1);

  private final EventLog log =
      new EventLog(Recording.of(Set.of(HIT, MISS)), TraceWriter.silent(), violation -> {});
  private final Cursor cursor = new Cursor(log);
  private final Findings findings = new Findings();

  private record Named(String path) implements Subject {}

  @Test
  void whatHoldsIsCountedAndWhatDoesNotIsKeptOncePerPlace() {
    log.accept(EVENT);
    for (int i = 0; i < 3; i++) {
      findings.add(FIRST, cursor.some(FIRST, EventPattern.of(MISS)));
    }
    findings.add(SECOND, cursor.some(SECOND, EventPattern.of(HIT)));
    Report report = findings.report("lab3.vsim");
    assertEquals(Status.FAIL, report.status());
    assertEquals(1, report.held());
    assertEquals(1, report.results().size());
    Result result = report.results().get(0);
    assertEquals(3, result.times());
    assertEquals("expect tlb-miss", result.name());
    assertEquals(new Where("lab3.vsim", 1, 1, 1, 16), result.where());
    assertEquals("no such event: no tlb-miss at all since the start", result.message());
    assertTrue(result.drawing().startsWith("lab3.vsim:1: failed: expect tlb-miss\n"));
  }

  @Test
  void aQuestionIsNotRun() {
    EventField page = HIT.field("page").orElseThrow();
    EventPattern asks = EventPattern.of(HIT).with(page, new FieldTest.Question());
    findings.add(SECOND, cursor.some(SECOND, asks));
    assertEquals(Status.NOT_RUN, findings.report("lab3.vsim").status());
  }

  @Test
  void aProofThatCheckedNothingIsAnError() {
    Report empty = findings.report("a.vsim");
    assertEquals(Status.PASS, empty.status());
    Report proof = empty.proof();
    assertEquals(Status.ERROR, proof.status());
    assertEquals("nothing was checked", proof.results().get(0).message());
    Result same =
        Verdicts.of(
            "x/a.trace", Golden.compare(golden("# vsim trace 1\n"), "# vsim trace 1\n"), "");
    Report held = empty.with(Case.ofGolden(same)).proof();
    assertEquals(Status.PASS, held.status());
    assertEquals(1, held.held());
    assertEquals("a.trace", held.cases().get(1).name());
    assertEquals("x/a.trace", held.cases().get(1).where().file());
  }

  @Test
  void soManyFailuresAreKeptAndTheRestCounted() {
    for (int i = 0; i < Findings.KEPT + 7; i++) {
      findings.add(failure("expect " + i, i));
    }
    Report report = findings.report("a.vsim");
    assertEquals(Findings.KEPT, report.results().size());
    assertEquals(7, report.unlisted());
  }

  @Test
  void theFirstFailureOfACaseIsKeptHoweverManyThereAre() {
    for (int i = 0; i < Findings.KEPT + 7; i++) {
      findings.add(failure("expect " + i, i));
    }
    findings.checkBegins("isolation", SECOND);
    findings.add(failure("expect more", 500));
    findings.add(failure("expect still more", 501));
    findings.checkEnds();
    Report report = findings.report("a.vsim");
    assertEquals(Status.FAIL, report.cases().get(1).status());
    assertEquals(8, report.unlisted());
  }

  @Test
  void checksAreCasesOfTheirOwn() {
    findings.held();
    findings.checkBegins("outer", FIRST);
    findings.held();
    findings.checkBegins("inner", SECOND);
    findings.add(failure("expect evict", 3));
    findings.checkEnds();
    findings.checkEnds();
    Report report = findings.report("a.vsim");
    assertEquals(List.of("run", "outer", "inner"), names(report));
    assertEquals(
        List.of(Status.PASS, Status.PASS, Status.FAIL),
        report.cases().stream().map(Case::status).toList());
    assertEquals(2, report.held());
    assertEquals(report.cases().get(2), report.caseOf(report.results().get(0)));
  }

  @Test
  void aCheckInALoopIsOneCaseAndTwoOfOneNameAreTwo() {
    for (int round = 0; round < 2; round++) {
      findings.checkBegins("twin", FIRST);
      findings.held();
      findings.checkEnds();
    }
    findings.checkBegins("twin", SECOND);
    findings.held();
    findings.checkEnds();
    Report report = findings.report("a.vsim");
    assertEquals(List.of("run", "twin", "twin (2)"), names(report));
    assertEquals(2, report.cases().get(1).held());
  }

  @Test
  void aCheckMustAssertSomethingEachTime() {
    findings.checkBegins("first", FIRST);
    findings.asserted();
    findings.checkEnds();
    findings.checkBegins("first", FIRST);
    findings.checkEnds();
    Report report = findings.report("a.vsim");
    assertEquals("check \"first\": nothing was checked", report.results().get(0).message());
    assertEquals(Status.ERROR, report.status());
  }

  @Test
  void aRunThatBreaksOffLeavesItsChecksUndecided() {
    findings.checkBegins("outer", FIRST);
    findings.held();
    findings.checkBegins("inner", SECOND);
    findings.breakOff(Status.LIMIT);
    Report report = findings.report("a.vsim");
    assertEquals(
        List.of(Status.PASS, Status.LIMIT, Status.LIMIT),
        report.cases().stream().map(Case::status).toList());
  }

  @Test
  void namesMadeUpInALoopDoNotGrowWithoutEnd() {
    for (int i = 0; i < 5_000; i++) {
      findings.checkBegins("check " + i, FIRST);
      findings.held();
      findings.checkEnds();
    }
    Report report = findings.report("a.vsim");
    assertEquals(1_000, report.cases().size());
    assertEquals(5_000, report.held());
  }

  private static Result failure(String text, int line) {
    return new Result(
        Result.Origin.ASSERTION, text, Status.FAIL, "no", "", Where.line("a.vsim", line));
  }

  private static List<String> names(Report report) {
    return report.cases().stream().map(Case::name).toList();
  }

  @Test
  void goldensOfBothSortsBecomeResults() {
    String trace = "# vsim trace 1\nexpect tlb-hit p page 1\n";
    Result differs = Verdicts.of("a.trace", Golden.compare(golden(trace), "# vsim trace 1\n"), "B");
    assertEquals("differs from a.trace at its line 2", differs.message());
    assertEquals("  - 2   tlb-hit p page 1\n  if this is right: B\n", differs.drawing());
    Result asks =
        Verdicts.of("a.trace", Golden.compare(golden(trace.replace("1\n", "?\n")), trace), "B");
    assertEquals(Status.ERROR, asks.status(), "its header is another");
    asks =
        Verdicts.of(
            "a.trace", Golden.compare(golden(trace.replace("page 1", "page ?")), trace), "B");
    assertEquals(Status.NOT_RUN, asks.status());
    assertEquals("line 2 of a.trace is not answered", asks.message());
    Result err = Verdicts.of("a.err", TextGolden.compare("x\n", "y\n"), "B");
    assertEquals("differs from a.err at its line 1", err.message());
    assertEquals(Status.PASS, Verdicts.of("a.err", TextGolden.compare("x", "x\n"), "B").status());
  }

  @Test
  void onlyAGoldenDiffersUntilAnAssertionFails() {
    Case differs = Case.ofGolden(Verdicts.of("a.err", TextGolden.compare("x\n", "y\n"), "B"));
    assertTrue(findings.report("a.vsim").with(differs).onlyDiffers());
    findings.add(FIRST, cursor.some(FIRST, EventPattern.of(MISS)));
    assertFalse(findings.report("a.vsim").with(differs).onlyDiffers());
  }

  @Test
  void theWorseStatusWins() {
    List<Status> order =
        List.of(Status.PASS, Status.SKIP, Status.NOT_RUN, Status.FAIL, Status.LIMIT, Status.ERROR);
    for (int i = 1; i < order.size(); i++) {
      assertEquals(order.get(i), order.get(i).worse(order.get(i - 1)));
      assertEquals(order.get(i), order.get(i - 1).worse(order.get(i)));
    }
  }

  private static SourceText golden(String text) {
    return new SourceText("a.trace", text);
  }
}
