package dev.vsim.run;

import dev.vsim.exec.Ending;
import dev.vsim.source.Diagnostic;
import dev.vsim.verdict.Report;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param diagnostics mistakes and warnings, in order of place; the run's own at the end
 * @param unlisted how many more mistakes there were
 * @param ending how it ended; empty where it was refused and did not begin
 * @param report what its assertions came to
 * @param proves whether it asserts anything
 * @param steps how many steps it took
 */
public record RunResult(
    List<Diagnostic> diagnostics,
    int unlisted,
    Optional<Ending> ending,
    Report report,
    boolean proves,
    long steps) {

  /** The exit code of this outcome (grading.md, "Exit codes"). */
  public int exitCode() {
    if (ending.isEmpty()) {
      return ExitCode.REFUSED;
    }
    return switch (ending.get().sort()) {
      case COMPLETE -> ExitCode.of(report.status());
      case FAILED -> ExitCode.FAILED;
      case ERROR -> ExitCode.REFUSED;
      case LIMIT -> ExitCode.LIMIT;
      case BROKEN_OUTPUT -> ExitCode.HELD;
    };
  }
}
