package dev.vsim.verdict;

/**
 * What came of one thing that was checked.
 *
 * @param origin what was checked
 * @param name the assertion's text, the check's name, or the golden's file name
 * @param status what came of it
 * @param message one sentence, empty where it passed
 * @param drawing further lines that show why, each with its end, or empty
 * @param file where it stands, as the user gave the name, or empty
 * @param line the line in that file, counted from 1; 0 where there is none
 * @param times how often it came out so, in a loop
 */
public record Result(
    Origin origin,
    String name,
    Status status,
    String message,
    String drawing,
    String file,
    int line,
    long times) {

  /** What was checked. */
  public enum Origin {
    /** {@code expect}, {@code assert}, {@code forbid}. */
    ASSERTION,
    /** {@code check "name" { … }}. */
    CHECK,
    /** The recorded trace or diagnostics beside the scenario. */
    GOLDEN,
    /** The run as a whole: whether it could be read, and came to its end. */
    RUN
  }

  /** Something that was checked once. */
  public Result(
      Origin origin,
      String name,
      Status status,
      String message,
      String drawing,
      String file,
      int line) {
    this(origin, name, status, message, drawing, file, line, 1);
  }

  /** The run as a whole came out badly: the message says why. */
  public static Result ofRun(Status status, String message, String drawing) {
    return new Result(Origin.RUN, "run", status, message, drawing, "", 0);
  }

  Result again() {
    return new Result(origin, name, status, message, drawing, file, line, times + 1);
  }
}
