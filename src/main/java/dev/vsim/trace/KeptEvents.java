package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import java.util.Arrays;
import java.util.List;

/** The events that a log keeps, in order of their happening, with an index for each kind. */
final class KeptEvents {
  private static final int FIRST_ROOM = 64;

  private final Positions[] byKind;
  private final Positions visible = new Positions();
  private Event[] events = new Event[FIRST_ROOM];
  private int size;
  private long looked;

  KeptEvents() {
    List<EventKind> kinds = EventKind.all();
    byKind = new Positions[kinds.size()];
    Arrays.setAll(byKind, i -> new Positions());
  }

  void add(EventKind kind, Event event, boolean isVisible) {
    if (size == events.length) {
      events = Arrays.copyOf(events, size * 2);
    }
    byKind[kind.index()].add(size);
    if (isVisible) {
      visible.add(size);
    }
    events[size++] = event;
  }

  int size() {
    return size;
  }

  /** Notes that so many events are looked at. */
  void look(long events) {
    looked += events;
  }

  /** How many events were looked at since this was asked last. */
  long looked() {
    long since = looked;
    looked = 0;
    return since;
  }

  Event event(int place) {
    return events[place];
  }

  EventKind kind(int place) {
    return EventKind.of(events[place]);
  }

  Positions of(EventKind kind) {
    return byKind[kind.index()];
  }

  Positions visible() {
    return visible;
  }
}
