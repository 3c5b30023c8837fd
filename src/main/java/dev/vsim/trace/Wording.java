package dev.vsim.trace;

import dev.vsim.event.EventField;
import dev.vsim.event.Format;
import dev.vsim.text.PlainText;

/** Phrases that several reports share. */
final class Wording {
  private Wording() {}

  /**
   * {@code since line 7}, {@code since line 7 of net.vsim} where that is another file than the
   * statement's, {@code since the start}.
   */
  static String since(Place at, Window window) {
    if (window.from() == 0 || window.since().isEmpty()) {
      return "since the start";
    }
    Place since = window.since().get();
    boolean same = since.file().equals(at.file());
    return "since line " + since.line() + (same ? "" : " of " + PlainText.shown(since.file()));
  }

  /** What a field holds: {@code a duration}. */
  static String holds(EventField field) {
    return switch (field.holds()) {
      case NUMBER ->
          field.format() == Format.PAGE ? "a page's number or label" : field.dimension().prose();
      case WORD -> "one of its words";
      case TRUTH -> "`true` or `false`";
      case NAME, TEXT -> "a name";
      case SUBJECT -> "an object's path";
      case VALUE -> field.prose();
    };
  }

  /** How many matches lie before the window: a frequent reason for an assertion to miss them. */
  static String earlier(long n) {
    return n == 1
        ? "one such event lies before that, where the cursor has passed"
        : n + " such events lie before that, where the cursor has passed";
  }

  /** {@code the 3 evict events}, {@code the one evict event}. */
  static String the(long n, String events) {
    return n == 1 ? "the one " + events + " event" : "the " + n + " " + events + " events";
  }

  /** {@code 3}, {@code at least 2}, {@code at most 4}, {@code 2 to 4}. */
  static String span(long least, long most) {
    if (most == Cursor.OPEN) {
      return "at least " + least;
    } else if (least == most) {
      return Long.toString(least);
    }
    return least == 0 ? "at most " + most : least + " to " + most;
  }
}
