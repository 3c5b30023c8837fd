package dev.vsim.junit;

/** A scenario could not be decided: it cannot be read, met a limit, or checks nothing. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ScenarioException(String message) {
    super(message);
  }
}
