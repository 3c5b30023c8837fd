package dev.vsim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.value.Subject;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every kind of event keeps to, so that the trace can print, read and compare it. */
class EventKindTest {
  @Test
  void theFirstComponentIsTheSubject() {
    for (EventKind kind : EventKind.all()) {
      assertEquals(Subject.class, kind.record().getRecordComponents()[0].getType(), kind.name());
      assertFalse(kind.subjects().isEmpty(), kind.name());
    }
  }

  @Test
  void namesAreWordsOfTheLanguageAndDiffer() {
    Set<String> names = new HashSet<>();
    for (EventKind kind : EventKind.all()) {
      assertTrue(kind.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), kind.name());
      assertTrue(names.add(kind.name()), kind.name() + " is there twice");
      Set<String> fields = new HashSet<>();
      for (EventField field : kind.fields()) {
        assertTrue(field.name().matches("[a-z0-9]+(-[a-z0-9]+)*"), field.name());
        assertTrue(fields.add(field.name()), kind + "." + field.name() + " is there twice");
      }
    }
  }

  @Test
  void aKindWithAHiddenGroupMayHideOnlySomeOfItsEvents() {
    EventKind interrupt = EventKind.named("interrupt").orElseThrow();
    assertTrue(interrupt.hidden() && interrupt.partlyHidden());
    assertEquals("steps", interrupt.group());
    Subject vcpu = () -> "linux.vcpu0";
    assertTrue(interrupt.hides(new MemoryEvent.Interrupt(vcpu, 14, 4)));
    assertFalse(interrupt.hides(new MemoryEvent.Interrupt(vcpu, 0x20, Event.ABSENT)));
    EventKind retry = EventKind.named("retry").orElseThrow();
    assertTrue(retry.hidden() && !retry.partlyHidden());
    assertFalse(EventKind.named("access").orElseThrow().hidden());
  }
}
