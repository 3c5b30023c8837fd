package dev.vsim.exec;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.trace.EventPrinter;
import dev.vsim.value.Value;
import java.util.Optional;

/** An event that a scenario holds on to. */
record FoundEvent(Event event, Inhabitants inhabitants) implements Value.Happened {
  @Override
  public Optional<Value> field(String name) {
    if (name.equals("subject")) {
      return Optional.of(inhabitants.thing(event.subject()));
    }
    return EventKind.of(event).field(name).map(field -> value(field).orElse(Value.None.NONE));
  }

  private Optional<Value> value(EventField field) {
    return field
        .value(event)
        .map(v -> v instanceof Value.Thing t ? inhabitants.thing(t.subject()) : v);
  }

  @Override
  public String line() {
    return EventPrinter.print(event);
  }
}
