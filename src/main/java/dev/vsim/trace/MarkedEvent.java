package dev.vsim.trace;

import dev.vsim.event.Event;
import java.util.List;
import java.util.StringJoiner;

/** An event as a report shows it, the fields that are not as wanted marked below. */
final class MarkedEvent {
  static final String INDENT = "  ";

  private MarkedEvent() {}

  /** The event alone. */
  static String line(Event event) {
    return INDENT + EventPrinter.print(event);
  }

  /**
   * The event, and below it carets with what was wanted there; the event alone where nothing
   * differs.
   */
  static List<String> draw(EventPattern wanted, Event found) {
    List<Integer> slots = Difference.of(wanted, found);
    if (slots.isEmpty()) {
      return List.of(line(found));
    }
    String carets = Columns.carets(TraceLine.of(found), slots);
    return List.of(line(found), INDENT + carets + " wanted " + wanted(wanted, slots));
  }

  /**
   * What was wanted in these slots: {@code true} for one field, {@code page A, dirty true} for
   * several.
   */
  static String wanted(EventPattern wanted, List<Integer> slots) {
    if (slots.contains(TraceLine.KIND)) {
      return wanted.print();
    }
    StringJoiner joined = new StringJoiner(", ");
    for (int slot : slots) {
      joined.add(wanted(wanted, slot, slots.size() > 1));
    }
    return joined.toString();
  }

  private static String wanted(EventPattern wanted, int slot, boolean named) {
    if (slot == TraceLine.SUBJECT) {
      return wanted.subject().orElseThrow();
    }
    int field = slot - TraceLine.FIRST_FIELD;
    EventPattern.Item item =
        wanted.items().stream().filter(i -> i.field().index() == field).findFirst().orElseThrow();
    return (named ? item.field().name() + " " : "") + item.test().print();
  }
}
