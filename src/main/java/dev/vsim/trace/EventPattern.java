package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code page-fault linux va 0x1000 cause first-touch}: what an assertion looks for. Fields that it
 * does not name are not compared.
 *
 * @param kind the kind of event
 * @param subject the path of the object that it must be about, or that must hold what it is about
 * @param items what is asked of its fields, in the order written
 */
public record EventPattern(EventKind kind, Optional<String> subject, List<Item> items) {
  /** One field and what is asked of it; the field is one of the pattern's kind. */
  public record Item(EventField field, FieldTest test) {}

  public EventPattern {
    items = List.copyOf(items);
    for (Item item : items) {
      if (item.field().kind() != kind) {
        throw new IllegalArgumentException(kind + " has no field of " + item.field().kind());
      }
    }
  }

  /** Any event of this kind. */
  public static EventPattern of(EventKind kind) {
    return new EventPattern(kind, Optional.empty(), List.of());
  }

  /** The same, of events about this object or one below it. */
  public EventPattern about(String path) {
    return new EventPattern(kind, Optional.of(path), items);
  }

  /** The same with one more field asked. */
  public EventPattern with(EventField field, FieldTest test) {
    List<Item> more = new ArrayList<>(items);
    more.add(new Item(field, test));
    return new EventPattern(kind, subject, more);
  }

  /** Whether the event matches; one of another kind costs one comparison. */
  public boolean matches(EventKind eventKind, Event event) {
    return eventKind == kind && isAbout(event) && fieldsHold(event);
  }

  /** The first field that asks a question: an assertion with one is not run. */
  public Optional<EventField> question() {
    return items.stream()
        .filter(item -> item.test() instanceof FieldTest.Question)
        .map(Item::field)
        .findFirst();
  }

  /** As the language spells it, on one line. */
  public String print() {
    StringBuilder text = new StringBuilder(kind.name());
    subject.ifPresent(path -> text.append(' ').append(path));
    for (Item item : items) {
      text.append(' ').append(item.field().name()).append(' ').append(item.test().print());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return print();
  }

  /**
   * Whether the object of one path is that of the other or holds it: {@code linux} covers {@code
   * linux.vcpu0}.
   */
  static boolean covers(String holder, String path) {
    if (!path.startsWith(holder)) {
      return false;
    }
    int end = holder.length();
    return path.length() == end || path.charAt(end) == '.' || path.charAt(end) == '[';
  }

  /** Whether an event, of whatever kind, is about the pattern's object. */
  boolean isAbout(Event event) {
    return subject.isEmpty() || covers(subject.get(), event.subject().path());
  }

  private boolean fieldsHold(Event event) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (!item.test().holds(item.field(), event)) {
        return false;
      }
    }
    return true;
  }
}
