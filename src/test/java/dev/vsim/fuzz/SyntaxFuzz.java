package dev.vsim.fuzz;

import java.nio.charset.StandardCharsets;

/** Inputs are texts, which the parser, the printer and the layout meet. */
public final class SyntaxFuzz {
  private SyntaxFuzz() {}

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Claims.syntax(new String(input, StandardCharsets.UTF_8));
  }
}
