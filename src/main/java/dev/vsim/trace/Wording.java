package dev.vsim.trace;

import java.util.Optional;

/** Phrases that several reports share. */
final class Wording {
  private Wording() {}

  /** {@code since line 7}, {@code since the start}. */
  static String since(Optional<Place> since) {
    return since.map(place -> "since line " + place.line()).orElse("since the start");
  }

  /** {@code 1 event}, {@code 2 events}. */
  static String count(long n, String one) {
    return n + " " + (n == 1 ? one : one + "s");
  }

  static String earlier(long n) {
    return n == 1
        ? "one such event lies before that place: `mark` or `rewind` decides what is looked at"
        : n + " such events lie before that place: `mark` or `rewind` decides what is looked at";
  }
}
