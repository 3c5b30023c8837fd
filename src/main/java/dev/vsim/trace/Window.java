package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import java.util.Optional;

/**
 * A stretch of a log: what one assertion looked at.
 *
 * @param mark where the stretch since the last {@code mark} begins, at or before {@code from}
 * @param from its first event
 * @param to behind its last event
 * @param empty whether no event happened in it at all, kept or not
 * @param since the statement that set the cursor to {@code from}; empty for the start of the run
 */
record Window(KeptEvents events, int mark, int from, int to, boolean empty, Optional<Place> since) {
  Event event(int place) {
    return events.event(place);
  }

  /** The first event at or behind {@code start} that matches, or -1. */
  int first(EventPattern pattern, int start) {
    Positions same = events.of(pattern.kind());
    int first = same.before(start);
    int i = first;
    while (i < same.size() && same.at(i) < to && !matches(pattern, same.at(i))) {
      i++;
    }
    events.look(i - first + 1L);
    return i < same.size() && same.at(i) < to ? same.at(i) : -1;
  }

  /** How many events match from {@code start} on. */
  int count(EventPattern pattern, int start) {
    Positions same = events.of(pattern.kind());
    int first = same.before(start);
    int count = 0;
    int i = first;
    while (i < same.size() && same.at(i) < to) {
      if (matches(pattern, same.at(i))) {
        count++;
      }
      i++;
    }
    events.look(i - first + 1L);
    return count;
  }

  /** How many matches lie before the window, since the last {@code mark}. */
  int earlier(EventPattern pattern) {
    return new Window(events, mark, mark, from, false, since).count(pattern, mark);
  }

  /** The first visible event, or -1. */
  int nextVisible() {
    Positions visible = events.visible();
    int first = visible.before(from);
    return first < visible.size() && visible.at(first) < to ? visible.at(first) : -1;
  }

  /** The places of the window's visible events. */
  int[] visible() {
    return slice(events.visible());
  }

  /** The places of the window's events of one kind. */
  int[] of(EventKind kind) {
    return slice(events.of(kind));
  }

  /** Whether the event there, of whatever kind, matches. */
  boolean matches(EventPattern pattern, int place) {
    return pattern.matches(events.kind(place), events.event(place));
  }

  private int[] slice(Positions positions) {
    int first = positions.before(from);
    int[] places = new int[positions.before(to) - first];
    events.look(places.length);
    for (int i = 0; i < places.length; i++) {
      places[i] = positions.at(first + i);
    }
    return places;
  }
}
