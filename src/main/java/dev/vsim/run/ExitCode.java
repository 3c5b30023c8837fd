package dev.vsim.run;

import dev.vsim.verdict.Status;

/** What vsim's exit status says (grading.md). */
public final class ExitCode {
  /** All held. */
  public static final int HELD = 0;

  /** An assertion or a golden failed. */
  public static final int FAILED = 1;

  /** A bad scenario, bad usage, or nothing selected. */
  public static final int REFUSED = 2;

  /** A limit was met. */
  public static final int LIMIT = 3;

  /** A defect in vsim. */
  public static final int DEFECT = 70;

  private ExitCode() {}

  /** What a report's worst result comes to. */
  public static int of(Status worst) {
    return switch (worst) {
      case PASS, SKIP -> HELD;
      case FAIL, NOT_RUN -> FAILED;
      case LIMIT -> LIMIT;
      case ERROR -> REFUSED;
    };
  }
}
