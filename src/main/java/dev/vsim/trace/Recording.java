package dev.vsim.trace;

import dev.vsim.event.EventKind;
import java.util.Set;

/**
 * Which events a log keeps for assertions to look at, chosen before the run from all assertions of
 * the program.
 *
 * @param kinds kinds named in any assertion: always kept, shown or not
 * @param allVisible whether every visible event is kept too: so where {@code next} or {@code
 *     exactly} is used anywhere
 * @param windows whether visible events are at least counted where nobody reads the trace: so where
 *     {@code no} or a count is used, which warn when nothing at all happened
 * @param limit how many events are kept at most
 */
public record Recording(Set<EventKind> kinds, boolean allVisible, boolean windows, int limit) {
  /** How many events a run keeps unless told otherwise. */
  public static final int DEFAULT_LIMIT = 1_000_000;

  public Recording {
    kinds = Set.copyOf(kinds);
  }

  /** Keeps nothing: a program without assertions. */
  public static Recording nothing() {
    return new Recording(Set.of(), false, false, DEFAULT_LIMIT);
  }

  /** Keeps these kinds, and counts all else that is visible. */
  public static Recording of(Set<EventKind> kinds) {
    return new Recording(kinds, false, true, DEFAULT_LIMIT);
  }

  /** The same, keeping every visible event too. */
  public Recording withAllVisible() {
    return new Recording(kinds, true, windows, limit);
  }

  /** The same with another limit. */
  public Recording withLimit(int newLimit) {
    return new Recording(kinds, allVisible, windows, newLimit);
  }
}
