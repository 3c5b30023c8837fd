package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.value.Value;
import java.util.Optional;

/**
 * One event of a recorded trace, as its line names it: what it was, whom it is about, and its
 * fields as written.
 */
public final class TraceLine {
  /**
   * The slot of the event's own word; the subject's follows, then one for each field of the kind.
   */
  static final int KIND = 0;

  static final int SUBJECT = 1;
  static final int FIRST_FIELD = 2;

  private final EventKind kind;
  private final String text;
  private final int[] bounds;
  private final int number;

  /**
   * @param text the text that holds the line
   * @param bounds begin and end of each slot in it, both -1 where the line lacks it
   * @param number the line's number in its file, from 1
   */
  TraceLine(EventKind kind, String text, int[] bounds, int number) {
    this.kind = kind;
    this.text = text;
    this.bounds = bounds;
    this.number = number;
  }

  /** An event's line as it would be printed. */
  static TraceLine of(Event event) {
    SourceText printed = new SourceText("", EventPrinter.print(event));
    return new LineParser(printed, new Diagnostics())
        .parse(0, printed.text().length(), 1)
        .orElseThrow();
  }

  public EventKind kind() {
    return kind;
  }

  /** The subject's path, if the line names one. */
  public Optional<String> subject() {
    return raw(SUBJECT).map(raw -> Literal.unquoted(raw).orElse(raw));
  }

  /** A field as it is written, if the line names it. */
  public Optional<String> raw(EventField field) {
    return raw(FIRST_FIELD + field.index());
  }

  /** A field's value, if the line names it. */
  public Optional<Value> value(EventField field) {
    return raw(field).flatMap(raw -> FieldReader.value(field, raw));
  }

  /** What the line asks of a field when it is read as an assertion, if it names it. */
  public Optional<FieldTest> test(EventField field) {
    return raw(field).flatMap(raw -> FieldReader.test(field, raw));
  }

  /** The first field of which it asks a question. */
  Optional<EventField> question() {
    for (EventField field : kind.fields()) {
      int slot = FIRST_FIELD + field.index();
      if (has(slot) && text.charAt(bounds[2 * slot]) == '?') {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Whether a slot is the same in both letter by letter. */
  boolean sameText(int slot, TraceLine other) {
    int start = bounds[2 * slot];
    int length = bounds[2 * slot + 1] - start;
    int otherStart = other.bounds[2 * slot];
    return otherStart >= 0
        && other.bounds[2 * slot + 1] - otherStart == length
        && text.regionMatches(start, other.text, otherStart, length);
  }

  /** The line's number in its file, counted from 1. */
  public int number() {
    return number;
  }

  /** The line from the event's word on, as written. */
  public String text() {
    int end = 0;
    for (int i = 1; i < bounds.length; i += 2) {
      end = Math.max(end, bounds[i]);
    }
    return text.substring(bounds[0], end);
  }

  /** What the line looks for when it is read as an assertion. */
  public EventPattern pattern() {
    EventPattern pattern = EventPattern.of(kind);
    if (subject().isPresent()) {
      pattern = pattern.about(subject().get());
    }
    for (EventField field : kind.fields()) {
      Optional<FieldTest> test = test(field);
      if (test.isPresent()) {
        pattern = pattern.with(field, test.get());
      }
    }
    return pattern;
  }

  /** How many slots the kind has. */
  int slots() {
    return bounds.length / 2;
  }

  /** A slot as written, if the line has it. */
  Optional<String> raw(int slot) {
    return has(slot)
        ? Optional.of(text.substring(bounds[2 * slot], bounds[2 * slot + 1]))
        : Optional.empty();
  }

  boolean has(int slot) {
    return bounds[2 * slot] >= 0;
  }

  /**
   * Where a slot begins in {@link #text()}; behind the line and a blank where the line lacks it.
   */
  int start(int slot) {
    return has(slot) ? bounds[2 * slot] - bounds[0] : text().length() + 1;
  }

  int end(int slot) {
    return has(slot) ? bounds[2 * slot + 1] - bounds[0] : text().length() + 2;
  }
}
