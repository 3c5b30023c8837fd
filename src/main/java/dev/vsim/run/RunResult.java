package dev.vsim.run;

import dev.vsim.exec.Ending;
import dev.vsim.source.Diagnostic;
import dev.vsim.verdict.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param mistakes what was found before it began: mistakes, which refuse it, and warnings
 * @param unlisted how many more mistakes there were
 * @param warnings what it warned of while it ran
 * @param ending how it ended; empty where it was refused and did not begin
 * @param report what its assertions came to
 * @param proves whether it asserts anything
 * @param worksheet whether it is a worksheet, which has no golden
 * @param steps how many steps it took
 */
public record RunResult(
    List<Diagnostic> mistakes,
    int unlisted,
    List<Warning> warnings,
    Optional<Ending> ending,
    Report report,
    boolean proves,
    boolean worksheet,
    long steps) {

  /**
   * Something that is worth saying and refuses nothing.
   *
   * @param behind how many results had been found before it
   */
  public record Warning(Diagnostic diagnostic, int behind) {}

  /** All mistakes and warnings, in the order in which they came up. */
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(mistakes);
    warnings.forEach(warning -> all.add(warning.diagnostic()));
    ending.flatMap(Ending::diagnostic).ifPresent(all::add);
    return all;
  }

  /** Whether it ran behind its last statement. */
  public boolean isComplete() {
    return ending.filter(e -> e.sort() == Ending.Sort.COMPLETE).isPresent();
  }

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
