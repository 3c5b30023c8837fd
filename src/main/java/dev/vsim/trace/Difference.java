package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;

/** In which slots ({@link TraceLine}) something found is not what was wanted. */
final class Difference {
  private Difference() {}

  /** Where an event differs from a pattern: in its kind, or else in its subject and in fields. */
  static List<Integer> of(EventPattern wanted, Event found) {
    if (EventKind.of(found) != wanted.kind()) {
      return List.of(TraceLine.KIND);
    }
    List<Integer> slots = new ArrayList<>();
    if (!wanted.isAbout(found)) {
      slots.add(TraceLine.SUBJECT);
    }
    for (EventPattern.Item item : wanted.items()) {
      if (!item.test().holds(item.field(), found)) {
        slots.add(TraceLine.FIRST_FIELD + item.field().index());
      }
    }
    return slots;
  }

  /** Where a line of a trace differs from a golden line, which need not name every slot. */
  static List<Integer> of(TraceLine wanted, TraceLine found) {
    if (wanted.kind() != found.kind()) {
      return List.of(TraceLine.KIND);
    }
    List<Integer> slots = List.of();
    for (int slot = TraceLine.SUBJECT; slot < wanted.slots(); slot++) {
      if (wanted.has(slot) && !wanted.sameText(slot, found) && !isMet(slot, wanted, found)) {
        slots = with(slots, slot);
      }
    }
    return slots;
  }

  /** Whether what a golden line asks in a slot is met by another spelling. */
  private static boolean isMet(int slot, TraceLine wanted, TraceLine found) {
    if (slot == TraceLine.SUBJECT) {
      return EventPattern.covers(wanted.subject().orElse(""), found.subject().orElse(""));
    }
    EventField field = wanted.kind().fields().get(slot - TraceLine.FIRST_FIELD);
    FieldTest test = wanted.test(field).orElseThrow();
    return found.value(field).map(test::holds).orElseGet(() -> isAbsence(test, field));
  }

  private static List<Integer> with(List<Integer> slots, int slot) {
    List<Integer> more = new ArrayList<>(slots);
    more.add(slot);
    return more;
  }

  /**
   * Whether a test is passed by the absence of the field: {@code inject none}, {@code again false}.
   */
  private static boolean isAbsence(FieldTest test, EventField field) {
    return test instanceof FieldTest.Is is
        && (is.value() == Value.None.NONE
            || is.value() == Value.Truth.FALSE && field.holds() == EventField.Holds.TRUTH);
  }
}
