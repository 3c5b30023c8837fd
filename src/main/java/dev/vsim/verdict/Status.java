package dev.vsim.verdict;

import java.util.Locale;
import java.util.stream.Stream;

/** What came of one thing that was checked, from the best to the worst. */
public enum Status {
  /** It held. */
  PASS,
  /** It was left out, because what it needs did not hold. */
  SKIP,
  /** It asks a question that nobody has answered. */
  NOT_RUN,
  /** It did not hold. */
  FAIL,
  /** A limit ended the run before it could be decided. */
  LIMIT,
  /** It could not be decided: a scenario that cannot be read, or that checks nothing. */
  ERROR;

  /** The worse of the two. */
  public Status worse(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The worst of several; {@link #PASS} where there is none. */
  public static Status worst(Stream<Status> all) {
    return all.reduce(PASS, Status::worse);
  }

  /** Whether nothing is wrong. */
  public boolean isGood() {
    return this == PASS || this == SKIP;
  }

  /** Its name in reports: {@code not-run}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
