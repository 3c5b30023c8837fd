package dev.vsim.verdict;

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
}
