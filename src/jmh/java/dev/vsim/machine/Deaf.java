package dev.vsim.machine;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;

/** Nobody listens. */
public final class Deaf implements EventSink {
  @Override
  public boolean wants(EventKind kind) {
    return false;
  }

  @Override
  public void accept(Event event) {
    throw new IllegalStateException("nobody wanted " + event);
  }
}
