package dev.vsim.exec;

import dev.vsim.source.Diagnostic;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param sort whether it came to its end, and if not, why
 * @param diagnostic what to say about it, unless it came to its end
 */
public record Ending(Sort sort, Optional<Diagnostic> diagnostic) {
  /** Why a run ended. */
  public enum Sort {
    /** Behind its last statement. */
    COMPLETE,
    /** {@code fail "why"}. */
    FAILED,
    /** A mistake that only the run could find. */
    ERROR,
    /** A limit of steps, depth, memory, output or time. */
    LIMIT,
    /** Nobody takes the output any more: the reader of the pipe has gone. */
    BROKEN_OUTPUT
  }

  static final Ending COMPLETE = new Ending(Sort.COMPLETE, Optional.empty());
}
