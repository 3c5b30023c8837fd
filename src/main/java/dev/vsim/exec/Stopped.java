package dev.vsim.exec;

import dev.vsim.source.Diagnostic;

/**
 * Unwinds the interpreter when a run cannot go on; what is to be said is a value that it carries.
 */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;
  private final Ending.Sort sort;

  Stopped(Ending.Sort sort, Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.sort = sort;
    this.diagnostic = diagnostic;
  }

  Ending ending() {
    return new Ending(sort, java.util.Optional.of(diagnostic));
  }
}
