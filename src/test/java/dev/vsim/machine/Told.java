package dev.vsim.machine;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.event.Format;
import dev.vsim.value.Printed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes down what happens, a line an event, as a trace has it. */
public final class Told implements EventSink {
  private final Predicate<EventKind> wanted;
  private final boolean hidden;
  private final List<String> lines = new ArrayList<>();

  private Told(Predicate<EventKind> wanted, boolean hidden) {
    this.wanted = wanted;
    this.hidden = hidden;
  }

  /** All that is not hidden. */
  public static Told visible() {
    return new Told(kind -> !kind.hidden() || kind.partlyHidden(), false);
  }

  /** Hidden events too. */
  public static Told everything() {
    return new Told(kind -> true, true);
  }

  /** Only these kinds. */
  public static Told only(String... names) {
    return new Told(kind -> List.of(names).contains(kind.name()), true);
  }

  public static Told nothing() {
    return new Told(kind -> false, false);
  }

  /** The lines since the last call. */
  public List<String> lines() {
    List<String> since = List.copyOf(lines);
    lines.clear();
    return since;
  }

  /** The lines since the last call, as one text. */
  public String text() {
    return String.join("\n", lines()) + "\n";
  }

  @Override
  public boolean wants(EventKind kind) {
    return wanted.test(kind);
  }

  @Override
  public void accept(Event event) {
    EventKind kind = EventKind.of(event);
    if (!hidden && kind.hides(event)) {
      return;
    }
    StringBuilder line = new StringBuilder(kind.name()).append(' ').append(event.subject().path());
    for (EventField field : kind.fields()) {
      text(field, event)
          .ifPresent(t -> line.append(' ').append(field.name()).append(' ').append(t));
    }
    lines.add(line.toString());
  }

  private static Optional<String> text(EventField field, Event event) {
    if (field.holds() == EventField.Holds.NUMBER && field.format() == Format.PAGE) {
      Optional<String> label = event.subject().pageLabel(field.number(event));
      if (label.isPresent()) {
        return label;
      }
    }
    return field.value(event).map(Printed::of);
  }
}
