package dev.vsim.verdict;

/**
 * What came of one thing that was looked at.
 *
 * @param origin what was looked at
 * @param name the assertion's text, the check's name, or the golden's file name
 * @param status what came of it
 * @param message one sentence, empty where there is nothing to say
 * @param drawing further lines that show why, each with its end, or empty
 * @param where where it stands
 * @param times how often it came out so, in a loop
 */
public record Result(
    Origin origin,
    String name,
    Status status,
    String message,
    String drawing,
    Where where,
    long times) {

  /** What was looked at. */
  public enum Origin {
    /** {@code expect}, {@code assert}, {@code forbid}. */
    ASSERTION,
    /** {@code check "name" { … }} as a whole. */
    CHECK,
    /** The recorded trace or diagnostics beside the scenario. */
    GOLDEN,
    /** The run as a whole: whether it could be read, and came to its end. */
    RUN
  }

  /** Something that was looked at once. */
  public Result(
      Origin origin, String name, Status status, String message, String drawing, Where where) {
    this(origin, name, status, message, drawing, where, 1);
  }

  /** The run as a whole came out badly: the message says why. */
  public static Result ofRun(Status status, String message, String drawing, Where where) {
    return new Result(Origin.RUN, Case.RUN, status, message, drawing, where);
  }

  /** The same where no place is to blame. */
  public static Result ofRun(Status status, String message) {
    return ofRun(status, message, "", Where.NOWHERE);
  }

  Result again() {
    return new Result(origin, name, status, message, drawing, where, times + 1);
  }
}
