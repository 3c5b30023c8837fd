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
    assertEquals("lab3.vsim", result.file());
    assertEquals(1, result.line());
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
    assertEquals(Status.PASS, findings.report("a.vsim").status());
    Report proof = findings.proof("a.vsim");
    assertEquals(Status.ERROR, proof.status());
    assertEquals("nothing was checked", proof.results().get(0).message());
    findings.add(
        Verdicts.of("a.trace", Golden.compare(golden("# vsim trace 1\n"), "# vsim trace 1\n"), ""));
    assertEquals(Status.PASS, findings.proof("a.vsim").status());
    assertEquals(1, findings.proof("a.vsim").held());
  }

  @Test
  void soManyFailuresAreKeptAndTheRestCounted() {
    for (int i = 0; i < Findings.KEPT + 7; i++) {
      findings.add(
          new Result(Result.Origin.CHECK, "check " + i, Status.FAIL, "no", "", "a.vsim", i));
    }
    Report report = findings.report("a.vsim");
    assertEquals(Findings.KEPT, report.results().size());
    assertEquals(7, report.unlisted());
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
    findings.add(Verdicts.of("a.err", TextGolden.compare("x\n", "y\n"), "B"));
    assertTrue(findings.report("a.vsim").onlyDiffers());
    findings.add(FIRST, cursor.some(FIRST, EventPattern.of(MISS)));
    assertFalse(findings.report("a.vsim").onlyDiffers());
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
