package dev.vsim.trace;

import dev.vsim.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the events that come nearest to a pattern that none matched. */
final class Nearest {
  /** How many are shown at most. */
  static final int SHOWN = 5;

  /** How many events of the kind are compared at most, the first behind the cursor. */
  private static final int COMPARED = 10_000;

  private static final Comparator<Candidate> ORDER =
      Comparator.comparing((Candidate c) -> c.slots.contains(TraceLine.SUBJECT))
          .thenComparing(c -> c.slots.size())
          .thenComparing(c -> c.place);

  /** An event that was looked at, and where it differs; nowhere, if another pattern took it. */
  record Candidate(int place, Event event, List<Integer> slots) {}

  private Nearest() {}

  /**
   * The nearest first: same subject, then fewest fields that differ, then closest to the cursor.
   */
  static List<Candidate> of(EventPattern wanted, Window window) {
    return find(wanted, window, false);
  }

  /** The same without those that match. */
  static List<Candidate> others(EventPattern wanted, Window window) {
    return find(wanted, window, true);
  }

  private static List<Candidate> find(EventPattern wanted, Window window, boolean differing) {
    List<Candidate> nearest = new ArrayList<>();
    int[] places = window.of(wanted.kind());
    for (int i = 0; i < Math.min(places.length, COMPARED); i++) {
      Event event = window.event(places[i]);
      List<Integer> slots = Difference.of(wanted, event);
      if (!differing || !slots.isEmpty()) {
        insert(new Candidate(places[i], event, slots), nearest);
      }
    }
    return nearest;
  }

  private static void insert(Candidate candidate, List<Candidate> nearest) {
    int at = nearest.size();
    while (at > 0 && ORDER.compare(candidate, nearest.get(at - 1)) < 0) {
      at--;
    }
    nearest.add(at, candidate);
    if (nearest.size() > SHOWN) {
      nearest.remove(SHOWN);
    }
  }
}
