package dev.vsim.trace;

/** Which event each pattern of an {@code expect any} got. */
final class Assignment {
  private final int[] eventOf;
  private final int end;

  /**
   * @param eventOf the event's place by the pattern's index, -1 for a pattern that got none
   * @param end behind the last event that was needed; -1 where some pattern got none
   */
  Assignment(int[] eventOf, int end) {
    this.eventOf = eventOf;
    this.end = end;
  }

  boolean isComplete() {
    return end >= 0;
  }

  int end() {
    return end;
  }

  /** The place of the event that a pattern got, or -1. */
  int eventOf(int pattern) {
    return eventOf[pattern];
  }

  /** The pattern that got the event, or -1. */
  int patternOf(int event) {
    for (int p = 0; p < eventOf.length; p++) {
      if (eventOf[p] == event) {
        return p;
      }
    }
    return -1;
  }
}
