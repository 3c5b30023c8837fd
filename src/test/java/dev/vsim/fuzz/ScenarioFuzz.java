package dev.vsim.fuzz;

/** Inputs are scenarios, byte for byte, which are checked and run. */
public final class ScenarioFuzz {
  private ScenarioFuzz() {}

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Claims.run(input);
  }
}
