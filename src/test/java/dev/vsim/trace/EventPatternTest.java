package dev.vsim.trace;

import static dev.vsim.trace.Patterns.field;
import static dev.vsim.trace.Patterns.kind;
import static dev.vsim.trace.Patterns.pattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Cause;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.VirtEvent;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What matches what (language.md, "A pattern is an event, then items"). */
class EventPatternTest {
  private static final Actor INIT = Actor.lettered("linux.init");
  private static final Event FAULT =
      new MemoryEvent.PageFault(INIT, 0x1000, Cause.FIRST_TOUCH, 4, false);
  private static final Event HIGH_FAULT =
      new MemoryEvent.PageFault(INIT, 0xffff_8000_0000_0000L, Cause.INVALID, 5, false);
  private static final Event EVICT = new MemoryEvent.Evict(INIT, 1, 0x10, false);

  @Test
  void theSubjectIsTheObjectOrWhatHoldsIt() {
    assertMatches("page-fault", FAULT);
    assertMatches("page-fault linux.init", FAULT);
    assertMatches("page-fault linux", FAULT);
    assertNoMatch("page-fault lin", FAULT);
    assertNoMatch("page-fault linux.init.x", FAULT);
    assertNoMatch("page-fault linux.initial", FAULT);
    assertNoMatch("tlb-miss linux.init", FAULT);
    Event inRow = new MemoryEvent.TlbMiss(new Actor("node[3].init"), 1);
    assertMatches("tlb-miss node", inRow);
    assertMatches("tlb-miss node[3]", inRow);
    assertNoMatch("tlb-miss node[31]", inRow);
  }

  @Test
  void numbersCompareByAmount() {
    assertMatches("page-fault va 0x1000", FAULT);
    assertMatches("page-fault va 4096", FAULT);
    assertNoMatch("page-fault va 4095", FAULT);
    assertMatches(is("page-fault", "va", new Value.Whole(4096, Dimension.SIZE)), FAULT);
    assertMatches(is("page-fault", "va", new Value.Real(4096.0)), FAULT);
    assertNoMatch(is("page-fault", "va", new Value.Text("4096")), FAULT);
    Event end = new MemoryEvent.ReplayEnd(INIT, 1, 2, 3, 4, 5, 6, 1_500_000);
    assertMatches("replay-end time 1500us", end);
    assertMatches("replay-end time 1.5ms", end);
  }

  @Test
  void wordsTruthsTextsAndObjectsCompareByTheirLetters() {
    assertMatches("page-fault cause first-touch", FAULT);
    assertNoMatch("page-fault cause swapped", FAULT);
    assertMatches(is("page-fault", "cause", new Value.Text("first-touch")), FAULT);
    assertMatches("evict dirty false", EVICT);
    assertNoMatch("evict dirty true", EVICT);
    Event write = new MemoryEvent.Write(INIT, 0, new Value.Text("42"));
    assertMatches("write value \"42\"", write);
    assertNoMatch("write value 42", write);
    Event killed = new MemoryEvent.OutOfMemory(INIT, new Actor("linux.app"), 3);
    assertMatches("out-of-memory process linux.app", killed);
    Value app = new Value.Thing("process", new Actor("linux.app"));
    assertMatches(is("out-of-memory", "process", app), killed);
    assertNoMatch("out-of-memory process linux", killed);
  }

  @Test
  void aPageIsItsNumberOrItsLabel() {
    assertMatches("evict page B", EVICT);
    assertMatches("evict page 0x1", EVICT);
    assertMatches("evict page 1", EVICT);
    assertNoMatch("evict page A", EVICT);
    assertNoMatch("evict page Z", EVICT);
  }

  @Test
  void rangesHoldBothEndsAndAddressesAreUnsigned() {
    assertMatches("page-fault va 0x1000..0x1fff", FAULT);
    assertMatches("page-fault va 0..0x1000", FAULT);
    assertNoMatch("page-fault va 0x1001..", FAULT);
    assertNoMatch("page-fault va ..0xfff", FAULT);
    assertMatches("page-fault va 0x1001..", HIGH_FAULT);
    assertNoMatch("page-fault va ..0x7fffffffffffffff", HIGH_FAULT);
    assertMatches("page-fault va 0xffff800000000000..0xffffffffffffffff", HIGH_FAULT);
    Event end = new MemoryEvent.ReplayEnd(INIT, -1, 2, 3, 4, 5, 6, 1_500_000);
    assertNoMatch("replay-end references 0..", end);
    assertMatches("replay-end references ..0", end);
    assertMatches("replay-end time 1ms..2ms", end);
    assertMatches("replay-end time 1.5ms..", end);
  }

  @Test
  void anythingMustBeThereAndNoneMustNot() {
    Event entry = new VirtEvent.VmEntry(INIT, Event.ABSENT);
    Event injected = new VirtEvent.VmEntry(INIT, 14);
    assertMatches("vm-entry inject _", injected);
    assertNoMatch("vm-entry inject _", entry);
    assertMatches("vm-entry inject none", entry);
    assertNoMatch("vm-entry inject none", injected);
    assertNoMatch("vm-entry inject 0..", entry);
  }

  @Test
  void aTruthThatPrintsOnlyWhenTrueIsFalseElsewhere() {
    assertMatches("page-fault again false", FAULT);
    assertNoMatch("page-fault again true", FAULT);
    assertNoMatch("page-fault again _", FAULT);
    assertMatches("page-fault again none", FAULT);
  }

  @Test
  void addressesOfTheNetworkMayLeavePartsOpen() {
    Event mac = new MemoryEvent.Read(INIT, 0, new Value.Mac(0x000C29000001L));
    assertMatches("read value 00:0C:29:00:00:01", mac);
    assertMatches("read value 00:0C:29:XX:XX:XX", mac);
    assertNoMatch("read value 02:0C:29:XX:XX:XX", mac);
    Event endpoint = new MemoryEvent.Read(INIT, 0, new Value.Endpoint(0x0A000001, 80));
    assertMatches("read value 10.0.0.1:80", endpoint);
    assertMatches("read value 10.0.0.1:_", endpoint);
    assertNoMatch("read value 10.0.0.2:_", endpoint);
    assertNoMatch("read value 10.0.0.1", endpoint);
  }

  @Test
  void ratesAreTheSameWhenTheyPrintTheSame() {
    Event rate = new MemoryEvent.Read(INIT, 0, new Value.Whole(949_206_742, Dimension.RATE));
    assertMatches("read value 949.207Mbps", rate);
    assertNoMatch("read value 949.208Mbps", rate);
    Event real = new MemoryEvent.Read(INIT, 0, new Value.Real(2.0 / 3));
    assertMatches("read value 0.666667", real);
    assertNoMatch("read value 0.666666", real);
  }

  @Test
  void aQuestionNeverMatchesAndIsFound() {
    EventPattern question = pattern("page-fault linux.init va 0x1000 error ?");
    assertFalse(question.matches(EventKind.of(FAULT), FAULT));
    assertEquals(Optional.of(field("page-fault", "error")), question.question());
    assertEquals(Optional.empty(), pattern("page-fault va _").question());
  }

  @Test
  void aPatternPrintsAsItIsWritten() {
    for (String text :
        new String[] {
          "evict",
          "evict linux.init page A dirty true",
          "page-fault va 0x1000..0x1fff cause _ error ?",
          "replay-end references 719.. time 1ms..2ms",
          "read value 00:0C:29:XX:XX:XX",
          "read value 10.0.0.1:_",
          "write value \"a\\nb\""
        }) {
      assertEquals(text, pattern(text).print());
    }
  }

  @Test
  void aFieldOfAnotherEventIsRefused() {
    EventPattern evict = EventPattern.of(kind("evict"));
    FieldTest any = new FieldTest.Anything();
    assertThrows(IllegalArgumentException.class, () -> evict.with(field("page-fault", "va"), any));
  }

  private static EventPattern is(String kind, String field, Value value) {
    return EventPattern.of(kind(kind)).with(field(kind, field), new FieldTest.Is(value));
  }

  private static void assertMatches(String pattern, Event event) {
    assertMatches(pattern(pattern), event);
  }

  private static void assertMatches(EventPattern pattern, Event event) {
    assertTrue(pattern.matches(EventKind.of(event), event), pattern + " of " + event);
  }

  private static void assertNoMatch(String pattern, Event event) {
    assertNoMatch(pattern(pattern), event);
  }

  private static void assertNoMatch(EventPattern pattern, Event event) {
    assertFalse(pattern.matches(EventKind.of(event), event), pattern + " of " + event);
  }
}
