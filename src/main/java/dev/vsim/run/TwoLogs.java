package dev.vsim.run;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.trace.EventLog;

/**
 * The events of a simulated world: for its own scenario, as that shows and hides them, and for the
 * one who simulates it, who sees them all.
 */
record TwoLogs(EventLog own, EventLog outer) implements EventSink {
  @Override
  public boolean wants(EventKind kind) {
    return own.wants(kind) || outer.wants(kind);
  }

  @Override
  public void accept(Event event) {
    EventKind kind = EventKind.of(event);
    if (own.wants(kind)) {
      own.accept(event);
    }
    if (outer.wants(kind)) {
      outer.accept(event);
    }
  }
}
