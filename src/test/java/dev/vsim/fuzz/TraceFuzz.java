package dev.vsim.fuzz;

/** Inputs are recorded traces, whose lines are read as golden files are, and as scenarios. */
public final class TraceFuzz {
  private TraceFuzz() {}

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Claims.trace(input);
    Claims.run(input);
  }
}
