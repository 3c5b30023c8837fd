package dev.vsim.trace;

import static dev.vsim.trace.Patterns.kind;
import static dev.vsim.trace.Patterns.pattern;
import static dev.vsim.trace.Patterns.patterns;
import static dev.vsim.trace.Patterns.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.vsim.event.Cause;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How each failed form is drawn (voice.md, "An expectation that fails"). */
class MismatchDrawingTest {
  private static final Actor INIT = Actor.lettered("host.init");
  private static final Actor APP = new Actor("linux.app");

  private final List<Mismatch.Forbidden> violations = new ArrayList<>();
  private final EventLog log =
      new EventLog(
          Recording.of(Set.copyOf(EventKind.all())).withAllVisible(),
          TraceWriter.silent(),
          violations::add);
  private final Cursor cursor = new Cursor(log);

  @Test
  void someShowsTheNearestFirstWithTheFieldThatDiffers() {
    happen(miss(0));
    cursor.mark(place(7, "mark"));
    happen(miss(3), evict(1, true), miss(4), evict(0, false), evict(2, false));
    Place at = place(9, "expect evict page A dirty true");
    assertDrawn(
        cursor.some(at, pattern("evict page A dirty true")),
        """
        lab3.vsim:9: failed: expect evict page A dirty true
          9 | expect evict page A dirty true
            | no such event among the 3 evict events since line 7; nearest first:
            |   evict host.init page B frame 0x1 dirty true
            |                        ^ wanted A
            |   evict host.init page A frame 0x0 dirty false
            |                                          ^^^^^ wanted true
            |   evict host.init page C frame 0x2 dirty false
            |                        ^                 ^^^^^ wanted page A, dirty true
        """);
  }

  @Test
  void someSaysWhereMatchesLieThatTheCursorHasPassed() {
    happen(evict(0, false), miss(1));
    assertInstanceOf(Outcome.Held.class, cursor.some(place(4, "x"), pattern("tlb-miss")));
    assertDrawn(
        cursor.some(place(5, "expect evict page A"), pattern("evict page A")),
        """
        lab3.vsim:5: failed: expect evict page A
          5 | expect evict page A
            | no such event: no evict at all since line 4
            | one such event lies before that, where the cursor has passed
        """);
  }

  @Test
  void aCursorSetInAnotherFileSaysWhich() {
    happen(miss(1));
    SourceText used = new SourceText("net.vsim", "mark");
    cursor.mark(new Place(used, new Span(0, 4)));
    assertDrawn(
        cursor.some(place(2, "expect evict"), pattern("evict")),
        """
        lab3.vsim:2: failed: expect evict
          2 | expect evict
            | no such event: no evict at all since line 1 of net.vsim
        """);
  }

  @Test
  void subjectsAndAbsentFieldsAreMarkedToo() {
    happen(new MemoryEvent.PageFault(APP, 0x1000, Cause.SWAPPED, 4, false));
    assertDrawn(
        cursor.some(
            place(12, "expect page-fault host.init again true"),
            pattern("page-fault host.init again true")),
        """
        lab3.vsim:12: failed: expect page-fault host.init again true
          12 | expect page-fault host.init again true
             | no such event among the one page-fault event since the start:
             |   page-fault linux.app va 0x1000 cause swapped error 0x4
             |              ^^^^^^^^^                                   ^ wanted host.init, again true
        """);
  }

  @Test
  void theSubjectComesBeforeFields() {
    for (int i = 0; i < 8; i++) {
      happen(new MemoryEvent.TlbMiss(APP, 9));
    }
    happen(miss(2));
    Outcome outcome =
        cursor.some(place(1, "expect tlb-miss host page 9"), pattern("tlb-miss host page 9"));
    List<String> lines =
        MismatchDrawing.explain(((Outcome.Failed) outcome).mismatch()).stream().toList();
    assertEquals("  tlb-miss host.init page C", lines.get(1));
    assertEquals(1 + 2 * Nearest.SHOWN, lines.size());
  }

  @Test
  void nextShowsTheEventThatCameInstead() {
    happen(miss(1), evict(1, false));
    assertDrawn(
        cursor.next(place(2, "expect next evict page B"), pattern("evict page B")),
        """
        lab3.vsim:2: failed: expect next evict page B
          2 | expect next evict page B
            | the next visible event since the start is another:
            |   tlb-miss host.init page B
            |   ^^^^^^^^ wanted evict page B
        """);
    assertInstanceOf(
        Outcome.Held.class, cursor.next(place(3, "expect next evict"), pattern("evict")));
    assertDrawn(
        cursor.next(place(4, "expect next evict"), pattern("evict")),
        """
        lab3.vsim:4: failed: expect next evict
          4 | expect next evict
            | there is no visible event since line 3
        """);
  }

  @Test
  void noShowsWhatShouldNotBeThere() {
    happen(evict(0, false));
    cursor.mark(place(3, "mark"));
    happen(evict(1, false), evict(2, true));
    assertDrawn(
        cursor.no(place(6, "expect no evict"), pattern("evict")),
        """
        lab3.vsim:6: failed: expect no evict
          6 | expect no evict
            | found 2 since line 3:
            |   evict host.init page B frame 0x1 dirty false
            |   evict host.init page C frame 0x2 dirty true
        """);
  }

  @Test
  void countsSayHowManyThereAre() {
    happen(evict(0, false), evict(1, true));
    assertDrawn(
        cursor.count(place(6, "expect 2..4 evict dirty true"), 2, 4, pattern("evict dirty true")),
        """
        lab3.vsim:6: failed: expect 2..4 evict dirty true
          6 | expect 2..4 evict dirty true
            | wanted 2 to 4, found 1 since the start:
            |   evict host.init page B frame 0x1 dirty true
            | nearest others:
            |   evict host.init page A frame 0x0 dirty false
            |                                          ^^^^^ wanted true
        """);
    assertDrawn(
        cursor.count(place(7, "expect 1 tlb-hit"), 1, 1, pattern("tlb-hit")),
        """
        lab3.vsim:7: failed: expect 1 tlb-hit
          7 | expect 1 tlb-hit
            | wanted 1, found none since the start
        """);
    happen(evict(2, true), evict(2, true), evict(2, true), evict(2, true));
    assertDrawn(
        cursor.count(place(8, "expect 5 evict"), 5, 5, pattern("evict")),
        """
        lab3.vsim:8: failed: expect 5 evict
          8 | expect 5 evict
            | wanted 5, found 6 since the start; the first:
            |   evict host.init page A frame 0x0 dirty false
            |   evict host.init page B frame 0x1 dirty true
            |   evict host.init page C frame 0x2 dirty true
            |   evict host.init page C frame 0x2 dirty true
            |   evict host.init page C frame 0x2 dirty true
        """);
  }

  @Test
  void anySaysWhichPatternFoundNoneAndWhoTookWhat() {
    happen(evict(0, true), evict(1, false));
    List<EventPattern> wanted = patterns("evict dirty true", "evict page A", "evict");
    assertDrawn(
        cursor.any(place(3, "expect any {\n  evict dirty true\n}"), wanted),
        """
        lab3.vsim:3: failed: expect any { …
          3 | expect any {
            | of 3 patterns one found no event of its own:
            | `evict page A` has none among the 2 evict events since the start; nearest first:
            |   evict host.init page A frame 0x0 dirty true   (taken by `evict dirty true`)
            |   evict host.init page B frame 0x1 dirty false
            |                        ^ wanted A
        """);
  }

  @Test
  void exactlyShowsTheFirstDifferenceAlignedWithItsNeighbours() {
    happen(miss(0), evict(1, false), miss(2));
    assertDrawn(
        cursor.exactly(
            place(3, "expect exactly { }"),
            patterns("tlb-miss page A", "evict page B dirty true", "tlb-miss page C")),
        """
        lab3.vsim:3: failed: expect exactly { }
          3 | expect exactly { }
            | number 2 of the 3 visible events since the start is another:
            |     tlb-miss host.init page A
            |   - evict page B dirty true
            |   + evict host.init page B frame 0x1 dirty false
            |                                            ^^^^^ wanted true
            |     tlb-miss host.init page C
        """);
    assertDrawn(
        cursor.exactly(
            place(4, "expect exactly { }"), patterns("tlb-miss page A", "tlb-miss page C")),
        """
        lab3.vsim:4: failed: expect exactly { }
          4 | expect exactly { }
            | 1 too many among the 3 visible events since the start:
            |     tlb-miss host.init page A
            |   + evict host.init page B frame 0x1 dirty false
            |     tlb-miss host.init page C
        """);
  }

  @Test
  void onlyShowsWhatIsMissing() {
    happen(evict(1, false), miss(0), evict(3, false));
    assertDrawn(
        cursor.only(
            place(3, "expect only evict { page B; page C; page D }"),
            kind("evict"),
            patterns("evict page B", "evict page C", "evict page D")),
        """
        lab3.vsim:3: failed: expect only evict { page B; page C; page D }
          3 | expect only evict { page B; page C; page D }
            | 1 missing among the 2 evict events since the start:
            |     evict host.init page B frame 0x1 dirty false
            |   - evict page C
            |     evict host.init page D frame 0x3 dirty false
        """);
    assertDrawn(
        cursor.only(
            place(4, "expect only swap-out { slot 1 }"),
            kind("swap-out"),
            patterns("swap-out slot 1")),
        """
        lab3.vsim:4: failed: expect only swap-out { slot 1 }
          4 | expect only swap-out { slot 1 }
            | 1 missing, there is no swap-out event since the start:
            |   - swap-out slot 1
        """);
  }

  @Test
  void forbidShowsTheOffendingEvent() {
    log.add(new Rule(true, pattern("evict"), place(2, "forbid evict")));
    happen(evict(1, false));
    assertEquals(
        """
        lab3.vsim:2: failed: forbid evict
          2 | forbid evict
            | this happened:
            |   evict host.init page B frame 0x1 dirty false
        """,
        MismatchDrawing.draw(violations.get(0)));
    assertEquals(
        """
        lab3.vsim:2: failed: forbid evict
          2 | forbid evict
            | this happened:
            |   evict host.init page B frame 0x1 dirty false
            | in line 5: access page 4
        """,
        MismatchDrawing.draw(violations.get(0), place(5, "access page 4")));
  }

  @Test
  void caretsStandUnderWideCharactersAndNothingHostilePassesThrough() {
    Actor wide = new Actor("리눅스.앱", Map.of(1L, "가", 2L, "\u202Eb\u001b[2J"));
    happen(new MemoryEvent.SwapOut(wide, 1, 3), new MemoryEvent.SwapOut(wide, 2, 3));
    assertDrawn(
        cursor.some(
            place(1, "expect swap-out page 9   \u001b[31m\u202E"), pattern("swap-out page 9")),
        """
        lab3.vsim:1: failed: expect swap-out page 9   \\u{1b}[31m\\u{202e}
          1 | expect swap-out page 9   \\u{1b}[31m\\u{202e}
            | no such event among the 2 swap-out events since the start; nearest first:
            |   swap-out 리눅스.앱 page 가 slot 3
            |                           ^^ wanted 9
            |   swap-out 리눅스.앱 page "\\u{202e}b\\u{1b}[2J" slot 3
            |                           ^^^^^^^^^^^^^^^^^^^^ wanted 9
        """);
  }

  private void happen(Event... events) {
    for (Event event : events) {
      log.accept(event);
    }
  }

  private static Event miss(long page) {
    return new MemoryEvent.TlbMiss(INIT, page);
  }

  private static Event evict(long page, boolean dirty) {
    return new MemoryEvent.Evict(INIT, page, page, dirty);
  }

  private static void assertDrawn(Outcome outcome, String drawing) {
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
    assertEquals(drawing, MismatchDrawing.draw(failed.mismatch()));
  }
}
