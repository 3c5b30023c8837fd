package dev.vsim.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Inputs are changes to the scenarios that come with vsim; what they make is read, laid out,
 * checked and run.
 */
public final class SpliceFuzz {
  private static final Splice SPLICE = new Splice(Path.of("scenarios"));

  private SpliceFuzz() {}

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = text(input);
    try {
      Claims.syntax(text);
      Claims.run(text.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | Error e) {
      throw new AssertionError("with this scenario:\n" + text, e);
    }
  }

  /** The scenario that an input means. */
  static String text(byte[] input) {
    return SPLICE.text(input);
  }
}
