package dev.vsim.trace;

import static dev.vsim.trace.Patterns.pattern;
import static dev.vsim.trace.Patterns.patterns;
import static dev.vsim.trace.Patterns.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final Actor INIT = Actor.lettered("host.init");

  private final EventLog log =
      new EventLog(
          Recording.of(Set.copyOf(EventKind.all())), TraceWriter.silent(), violation -> {});
  private final Cursor cursor = new Cursor(log);

  @Test
  void aQuestionIsNotRunInAnyForm() {
    hit(1);
    EventPattern asks = pattern("tlb-hit page ?");
    List<EventPattern> list = List.of(pattern("tlb-hit"), asks);
    for (Outcome outcome :
        List.of(
            cursor.some(at(), asks),
            cursor.no(at(), asks),
            cursor.count(at(), 0, Cursor.OPEN, asks),
            cursor.any(at(), list),
            cursor.exactly(at(), list),
            cursor.only(at(), asks.kind(), list))) {
      Outcome.NotRun notRun = assertInstanceOf(Outcome.NotRun.class, outcome);
      assertEquals("`page ?` of `tlb-hit page ?` is not answered yet", notRun.message());
    }
    assertHeld(cursor.some(at(), pattern("tlb-hit page 1")));
  }

  /** So that what stands below it, in a worksheet, speaks of the events below it. */
  @Test
  void aQuestionAboutTheNextEventMovesBehindIt() {
    hit(1);
    hit(2);
    assertInstanceOf(Outcome.NotRun.class, cursor.next(at(), pattern("tlb-hit page ?")));
    assertHeld(cursor.next(at(), pattern("tlb-hit page 2")));
    assertInstanceOf(Outcome.NotRun.class, cursor.next(at(), pattern("tlb-hit page ?")));
    assertEquals(0, cursor.visibleLeft());
  }

  @Test
  void anEmptyWindowIsAWarningThatCountsWhatLiesBefore() {
    hit(1);
    cursor.mark(place(3, "mark"));
    hit(1);
    hit(1);
    hit(2);
    assertHeld(cursor.some(place(7, "expect tlb-hit page 2"), pattern("tlb-hit page 2")));
    Outcome.Held held =
        assertInstanceOf(Outcome.Held.class, cursor.no(at(), pattern("tlb-hit page 1")));
    Diagnostic warning = held.warning().orElseThrow().diagnostic();
    assertEquals(Problem.Severity.WARNING, warning.problem().severity());
    assertEquals("V0510", warning.problem().code());
    assertEquals(
        "nothing at all happened since line 7, so this says nothing about `tlb-hit page 1`",
        warning.message());
    assertEquals("2 such events lie before that, where the cursor has passed", warning.help());
  }

  @Test
  void aWindowWithEventsOfOtherKindsIsNotEmpty() {
    EventLog counting =
        new EventLog(
            Recording.of(Set.of(pattern("evict").kind())), TraceWriter.silent(), violation -> {});
    Cursor looking = new Cursor(counting);
    counting.accept(new MemoryEvent.TlbHit(INIT, 1));
    assertTrue(warning(looking.no(at(), pattern("evict"))).isEmpty());
    counting.accept(new MemoryEvent.Evict(INIT, 1, 0, false));
    assertHeld(looking.some(at(), pattern("evict")));
    assertEquals(1, warning(looking.no(at(), pattern("evict"))).size());
    counting.accept(new MemoryEvent.TlbHit(INIT, 1));
    assertTrue(warning(looking.no(at(), pattern("evict"))).isEmpty());
  }

  @Test
  void anyFindsTheOnlyAssignmentThereIs() {
    hit(1);
    hit(2);
    hit(3);
    hit(4);
    hit(1);
    List<EventPattern> chain =
        patterns("tlb-hit page 1..2", "tlb-hit page 2..3", "tlb-hit page 3..4", "tlb-hit page 1");
    assertHeld(cursor.any(at(), chain));
    assertHeld(cursor.next(at(), pattern("tlb-hit page 1")));
  }

  @Test
  void anyIsNotExponential() {
    int patterns = 200;
    List<EventPattern> wanted = new ArrayList<>();
    for (int i = 0; i < patterns; i++) {
      wanted.add(pattern("tlb-hit page " + i + ".." + 2 * patterns));
    }
    Collections.reverse(wanted);
    for (int i = 0; i < 10_000; i++) {
      hit(i % (patterns - 1));
    }
    assertInstanceOf(Outcome.Failed.class, cursor.any(at(), wanted));
    hit(patterns);
    assertHeld(cursor.any(at(), wanted));
    assertEquals(1, warning(cursor.no(at(), pattern("tlb-hit"))).size());
  }

  @Test
  void longLoopsOfAssertionsLookAtEachEventOnce() {
    EventPattern hit = pattern("tlb-hit page 1");
    EventPattern never = pattern("tlb-hit page 2");
    for (int i = 0; i < 60_000; i++) {
      hit(1);
      assertHeld(cursor.no(at(), never));
      assertInstanceOf(Outcome.Failed.class, cursor.some(at(), never));
      assertHeld(cursor.count(at(), i + 1, i + 1, hit));
    }
    for (int i = 0; i < 60_000; i++) {
      assertHeld(cursor.some(at(), hit));
    }
    assertInstanceOf(Outcome.Failed.class, cursor.some(at(), hit));
  }

  private static List<EmptyWindow> warning(Outcome outcome) {
    return assertInstanceOf(Outcome.Held.class, outcome).warning().stream().toList();
  }

  private static void assertHeld(Outcome outcome) {
    assertInstanceOf(Outcome.Held.class, outcome);
  }

  private static Place at() {
    return place(9, "expect");
  }

  private void hit(long page) {
    log.accept(new MemoryEvent.TlbHit(INIT, page));
  }
}
