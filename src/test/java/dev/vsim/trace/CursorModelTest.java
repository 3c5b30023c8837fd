package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSelection;
import dev.vsim.event.MemoryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every form of {@code expect}, over small random logs, against {@link NaiveCursor}. */
class CursorModelTest {
  private static final int RUNS = 1_000;
  private static final int STEPS = 40;
  private static final Place AT = Patterns.place(1, "expect");
  private static final List<String> PATTERNS =
      List.of(
          "tlb-hit",
          "tlb-hit p",
          "tlb-hit q page 0x1",
          "tlb-miss page 0x0",
          "tlb-miss page 0..1",
          "tlb-miss page _",
          "walk level 1",
          "walk",
          "walk q level 0..");

  private final List<EventPattern> patterns = PATTERNS.stream().map(Patterns::pattern).toList();
  private final Set<EventKind> kinds =
      patterns.stream().map(EventPattern::kind).collect(Collectors.toSet());

  @Test
  void everyFormDoesWhatTheTableSays() {
    int held = 0;
    int failed = 0;
    for (int run = 0; run < RUNS; run++) {
      Run one = new Run(new SplittableRandom(run));
      for (int step = 0; step < STEPS; step++) {
        one.step();
      }
      held += one.held;
      failed += one.failed;
    }
    assertTrue(held > RUNS * 2 && failed > RUNS * 2, held + " held, " + failed + " failed");
  }

  private final class Run {
    private final SplittableRandom random;
    private final EventLog log =
        new EventLog(Recording.of(kinds).withAllVisible(), TraceWriter.silent(), violation -> {});
    private final Cursor cursor = new Cursor(log);
    private final NaiveCursor naive = new NaiveCursor();
    private boolean walksShown;
    private int held;
    private int failed;

    Run(SplittableRandom random) {
      this.random = random;
    }

    void step() {
      switch (random.nextInt(14)) {
        case 0, 1, 2, 3, 4, 5 -> happen();
        case 6 -> some();
        case 7 -> next();
        case 8 -> any();
        case 9 -> count();
        case 10 -> exactly();
        case 11 -> only();
        case 12 -> move();
        default -> toggle();
      }
    }

    private void happen() {
      Actor subject = new Actor(random.nextBoolean() ? "p" : "q");
      int page = random.nextInt(3);
      Event event =
          switch (random.nextInt(3)) {
            case 0 -> new MemoryEvent.TlbHit(subject, page);
            case 1 -> new MemoryEvent.TlbMiss(subject, page);
            default -> new MemoryEvent.Walk(subject, page, 0, 0, null);
          };
      log.accept(event);
      naive.happen(event, walksShown || !(event instanceof MemoryEvent.Walk));
    }

    private void some() {
      EventPattern pattern = pick();
      assertTakes(naive.some(pattern), cursor.some(AT, pattern));
    }

    private void next() {
      EventPattern pattern = pick();
      assertTakes(naive.next(pattern), cursor.next(AT, pattern));
    }

    private void any() {
      List<EventPattern> several = several(4);
      assertHolds(naive.any(several), cursor.any(AT, several));
    }

    private void count() {
      EventPattern pattern = pick();
      int least = random.nextInt(3);
      long most = random.nextBoolean() ? Cursor.OPEN : least + random.nextInt(2);
      int found = naive.count(pattern);
      Outcome outcome = most == 0 ? cursor.no(AT, pattern) : cursor.count(AT, least, most, pattern);
      assertHolds(found >= least && found <= most, outcome);
      if (outcome instanceof Outcome.Held holds) {
        assertEquals(naive.nothingHappened(), holds.warning().isPresent());
      }
    }

    private void exactly() {
      List<EventPattern> several = several(3);
      assertHolds(naive.exactly(several), cursor.exactly(AT, several));
    }

    private void only() {
      EventKind kind = pick().kind();
      List<EventPattern> several =
          several(3).stream().filter(pattern -> pattern.kind() == kind).toList();
      assertHolds(naive.only(kind, several), cursor.only(AT, kind, several));
    }

    private void move() {
      switch (random.nextInt(4)) {
        case 0 -> {
          cursor.mark(AT);
          naive.mark();
        }
        case 1 -> {
          cursor.rewind(AT);
          naive.rewind();
        }
        default -> {
          Cursor.Saved saved = cursor.save();
          int position = naive.position();
          cursor.mark(AT);
          naive.mark();
          happen();
          some();
          cursor.restore(saved);
          naive.position(position);
        }
      }
    }

    private void toggle() {
      walksShown = !walksShown;
      EventSelection walk = EventSelection.named("walk").orElseThrow();
      if (walksShown) {
        log.show(walk);
      } else {
        log.hide(walk);
      }
    }

    private EventPattern pick() {
      return patterns.get(random.nextInt(patterns.size()));
    }

    private List<EventPattern> several(int most) {
      List<EventPattern> several = new ArrayList<>();
      for (int n = random.nextInt(most + 1); n > 0; n--) {
        several.add(pick());
      }
      return several;
    }

    private void assertTakes(Optional<Event> expected, Outcome outcome) {
      assertHolds(expected.isPresent(), outcome);
      if (outcome instanceof Outcome.Held holds) {
        assertTrue(expected.get() == holds.event().orElseThrow(), "another event was taken");
      }
    }

    private void assertHolds(boolean expected, Outcome outcome) {
      assertEquals(expected, outcome instanceof Outcome.Held);
      if (outcome instanceof Outcome.Failed failure) {
        assertTrue(MismatchDrawing.draw(failure.mismatch()).startsWith("lab3.vsim:1: failed: "));
        failed++;
      } else {
        held++;
      }
    }
  }
}
