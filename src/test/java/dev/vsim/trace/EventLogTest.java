package dev.vsim.trace;

import static dev.vsim.trace.Patterns.kind;
import static dev.vsim.trace.Patterns.pattern;
import static dev.vsim.trace.Patterns.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Event;
import dev.vsim.event.EventSelection;
import dev.vsim.event.MemoryEvent;
import dev.vsim.trace.TraceWriter.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private static final Actor INIT = new Actor("host.init");
  private static final Event MISS = new MemoryEvent.TlbMiss(INIT, 1);
  private static final Event WALK = new MemoryEvent.Walk(INIT, 4, 0, 0, null);
  private static final Event FAULT_STEP = new MemoryEvent.Interrupt(INIT, 14, 4);
  private static final Event TIMER = new MemoryEvent.Interrupt(INIT, 0x20, Event.ABSENT);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Mismatch.Forbidden> violations = new ArrayList<>();
  private TraceWriter writer;

  @Test
  void whatIsNeitherShownNorKeptNorRuledIsNotWanted() {
    EventLog log = log(Recording.nothing(), Content.COMMENTS);
    assertFalse(log.wants(kind("tlb-miss")));
    int none = log.rules();
    log.add(new Rule(true, pattern("tlb-miss"), place(1, "forbid tlb-miss")));
    assertTrue(log.wants(kind("tlb-miss")));
    log.cutRules(none);
    assertFalse(log.wants(kind("tlb-miss")));
    log.show(EventSelection.named("walk").orElseThrow());
    assertFalse(log.wants(kind("walk")), "nobody reads it");
    assertTrue(log(Recording.of(Set.of(kind("walk"))), Content.NOTHING).wants(kind("walk")));
  }

  @Test
  void visibleKindsAreWantedWhereSomebodyReadsOrComparesOrCountsThem() {
    assertTrue(log(Recording.nothing(), Content.EVERYTHING).wants(kind("tlb-miss")));
    assertFalse(log(Recording.nothing(), Content.EVERYTHING).wants(kind("walk")));
    assertTrue(log(Recording.nothing().withAllVisible(), Content.NOTHING).wants(kind("tlb-miss")));
    assertTrue(log(Recording.of(Set.of(kind("walk"))), Content.NOTHING).wants(kind("tlb-miss")));
  }

  @Test
  void showAndHideDecideWhatIsPrintedFromThenOn() {
    EventLog log = log(Recording.nothing(), Content.EVERYTHING);
    accept(log, MISS, WALK);
    log.show(EventSelection.named("walk").orElseThrow());
    log.hide(EventSelection.named("tlb").orElseThrow());
    accept(log, MISS, WALK);
    log.hide(EventSelection.named("memory").orElseThrow());
    accept(log, MISS, WALK, TIMER);
    log.show(EventSelection.named("memory").orElseThrow());
    accept(log, FAULT_STEP);
    assertPrinted(
        "expect tlb-miss host.init page 0x1",
        "expect walk host.init level 4 index 0 entry 0x0",
        "expect interrupt host.init vector 14 error 0x4");
  }

  @Test
  void ofAPartlyHiddenKindTheGroupTakesOnlyItsOwn() {
    EventLog log = log(Recording.nothing(), Content.EVERYTHING);
    accept(log, FAULT_STEP, TIMER);
    log.show(EventSelection.named("steps").orElseThrow());
    accept(log, FAULT_STEP, TIMER);
    log.hide(EventSelection.named("steps").orElseThrow());
    accept(log, FAULT_STEP, TIMER);
    log.hide(EventSelection.named("interrupt").orElseThrow());
    accept(log, FAULT_STEP, TIMER);
    assertPrinted(
        "expect interrupt host.init vector 0x20",
        "expect interrupt host.init vector 14 error 0x4",
        "expect interrupt host.init vector 0x20",
        "expect interrupt host.init vector 0x20");
  }

  @Test
  void ofTheRulesThatMatchTheLastDecides() {
    EventLog log = log(Recording.nothing(), Content.NOTHING);
    log.add(rule(true, "evict"));
    int outer = log.rules();
    log.add(rule(false, "evict page 1..5"));
    log.add(rule(true, "evict page 3"));
    accept(log, evict(0), evict(1), evict(3));
    assertViolations("0x0", "0x3");
    log.cutRules(outer);
    accept(log, evict(1), MISS);
    assertViolations("0x0", "0x3", "0x1");
    log.cutRules(0);
    accept(log, evict(0));
    assertViolations("0x0", "0x3", "0x1");
  }

  @Test
  void aViolationIsToldAfterItsLineIsPrinted() {
    List<String> order = new ArrayList<>();
    TraceWriter printed = new TraceWriter(bytes, Content.EVERYTHING, TraceWriter.DEFAULT_LIMIT);
    EventLog log =
        new EventLog(
            Recording.nothing(),
            printed,
            violation -> {
              printed.flush();
              order.add(bytes.toString(StandardCharsets.UTF_8));
            });
    log.add(rule(true, "tlb-miss"));
    accept(log, MISS);
    assertEquals(List.of("expect tlb-miss host.init page 0x1\n"), order);
  }

  @Test
  void behindTheLimitNothingIsKeptAndItIsSaid() {
    EventLog log = log(Recording.of(Set.of(kind("tlb-miss"))).withLimit(2), Content.NOTHING);
    accept(log, MISS, MISS);
    assertFalse(log.isFull());
    accept(log, WALK);
    assertFalse(log.isFull());
    accept(log, MISS);
    assertTrue(log.isFull());
    assertEquals(2, log.kept().size());
  }

  private EventLog log(Recording recording, Content content) {
    writer = new TraceWriter(bytes, content, TraceWriter.DEFAULT_LIMIT);
    return new EventLog(recording, writer, violations::add);
  }

  private static Rule rule(boolean forbids, String pattern) {
    return new Rule(forbids, pattern(pattern), place(1, "forbid " + pattern));
  }

  private static Event evict(long page) {
    return new MemoryEvent.Evict(INIT, page, 0, false);
  }

  private static void accept(EventLog log, Event... events) {
    for (Event event : events) {
      log.accept(event);
    }
  }

  private void assertViolations(String... pages) {
    List<String> found =
        violations.stream()
            .map(v -> TraceLine.of(v.event()).raw(Patterns.field("evict", "page")).orElseThrow())
            .toList();
    assertEquals(List.of(pages), found);
  }

  private void assertPrinted(String... lines) {
    writer.flush();
    assertEquals(List.of(lines), bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }
}
