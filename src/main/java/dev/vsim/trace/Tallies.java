package dev.vsim.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often patterns matched in windows that begin at the same place, so that an {@code expect no
 * P} in a loop looks at each event once, however often it is asked. Only the patterns asked last
 * are remembered.
 */
final class Tallies {
  private static final int REMEMBERED = 64;

  /** What is known of a window that begins at {@code from}: the matches before {@code upTo}. */
  private record Tally(int from, int upTo, int matches) {}

  private final Map<EventPattern, Tally> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EventPattern, Tally> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** How many events of the window match. */
  int count(EventPattern pattern, Window window) {
    Tally tally = of(pattern, window);
    int matches = tally.matches() + window.count(pattern, tally.upTo());
    known.put(pattern, new Tally(window.from(), window.to(), matches));
    return matches;
  }

  /** The first match of the window, or -1. */
  int first(EventPattern pattern, Window window) {
    Tally tally = of(pattern, window);
    int start = tally.matches() == 0 ? tally.upTo() : window.from();
    int found = window.first(pattern, start);
    if (found < 0) {
      known.put(pattern, new Tally(window.from(), window.to(), 0));
    }
    return found;
  }

  private Tally of(EventPattern pattern, Window window) {
    Tally tally = known.get(pattern);
    boolean useful = tally != null && tally.from() == window.from();
    return useful ? tally : new Tally(window.from(), window.from(), 0);
  }
}
