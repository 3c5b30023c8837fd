package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Where a line of a trace differs from a pattern. */
  static List<Integer> of(EventPattern wanted, TraceLine found) {
    if (found.kind() != wanted.kind()) {
      return List.of(TraceLine.KIND);
    }
    List<Integer> slots = new ArrayList<>();
    String subject = found.subject().orElse("");
    if (!wanted.subject().map(path -> EventPattern.covers(path, subject)).orElse(true)) {
      slots.add(TraceLine.SUBJECT);
    }
    for (EventPattern.Item item : wanted.items()) {
      if (!holds(item, found)) {
        slots.add(TraceLine.FIRST_FIELD + item.field().index());
      }
    }
    return slots;
  }

  private static boolean holds(EventPattern.Item item, TraceLine found) {
    Optional<Value> value = found.value(item.field());
    return value.map(item.test()::holds).orElse(isAbsence(item.test(), item.field()));
  }

  /** Whether a test is passed by the absence of the field: {@code inject none}, {@code again false}. */
  private static boolean isAbsence(FieldTest test, EventField field) {
    return test instanceof FieldTest.Is is
        && (is.value() == Value.None.NONE
            || is.value() == Value.Truth.FALSE && field.holds() == EventField.Holds.TRUTH);
  }
}
