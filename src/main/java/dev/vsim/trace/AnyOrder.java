package dev.vsim.trace;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds the shortest stretch of events in which each of several patterns has an event of its own: a
 * bipartite matching that grows event by event along augmenting paths (Kuhn, "The Hungarian method
 * for the assignment problem", 1955).
 *
 * <p>An event that cannot enlarge the matching when it is met never can later, and the patterns
 * that were reached from it in vain never take part in a path again, so all fruitless searches
 * together visit each pattern once.
 */
final class AnyOrder {
  private static final int NONE = -1;

  private final List<EventPattern> patterns;
  private final Window window;
  private final int[] eventOf;
  private final int[] reachedBy;
  private final boolean[] closed;

  private AnyOrder(List<EventPattern> patterns, Window window) {
    this.patterns = patterns;
    this.window = window;
    this.eventOf = new int[patterns.size()];
    this.reachedBy = new int[patterns.size()];
    this.closed = new boolean[patterns.size()];
    Arrays.fill(eventOf, NONE);
  }

  static Assignment assign(List<EventPattern> patterns, Window window) {
    return new AnyOrder(patterns, window).assign();
  }

  private Assignment assign() {
    int missing = patterns.size();
    int place = window.from();
    while (missing > 0 && place < window.to()) {
      if (augment(place)) {
        missing--;
      }
      place++;
    }
    window.events().look((long) (place - window.from()) * patterns.size());
    return new Assignment(eventOf, missing == 0 ? place : NONE);
  }

  /** Gives this event to a pattern, moving others to other patterns if need be; breadth first. */
  private boolean augment(int event) {
    Arrays.fill(reachedBy, NONE);
    Deque<Integer> events = new ArrayDeque<>();
    events.add(event);
    while (!events.isEmpty()) {
      int free = reach(events.remove(), events);
      if (free != NONE) {
        shift(free);
        return true;
      }
    }
    close();
    return false;
  }

  /**
   * Reaches from an event what matches it: a pattern without an event, or else more events to go on
   * from.
   */
  private int reach(int event, Deque<Integer> events) {
    for (int p = 0; p < eventOf.length; p++) {
      if (!closed[p] && reachedBy[p] == NONE && window.matches(patterns.get(p), event)) {
        reachedBy[p] = event;
        if (eventOf[p] == NONE) {
          return p;
        }
        events.add(eventOf[p]);
      }
    }
    return NONE;
  }

  /**
   * Walks the path back: each pattern takes the event that reached it, which its former pattern
   * gives up.
   */
  private void shift(int free) {
    int pattern = free;
    while (pattern != NONE) {
      int event = reachedBy[pattern];
      int former = patternOf(event);
      eventOf[pattern] = event;
      pattern = former;
    }
  }

  private int patternOf(int event) {
    for (int p = 0; p < eventOf.length; p++) {
      if (eventOf[p] == event) {
        return p;
      }
    }
    return NONE;
  }

  private void close() {
    for (int p = 0; p < closed.length; p++) {
      closed[p] |= reachedBy[p] != NONE;
    }
  }
}
