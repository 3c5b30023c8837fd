package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A mistake of vsim's own: the user is told so and asked to report it; the details go to a file.
 */
final class Defect {
  private Defect() {}

  static int report(Throwable defect, Terminal terminal) {
    terminal.out().flush();
    terminal
        .err()
        .println(
            "vsim: this is a defect in vsim, not in your scenario ("
                + defect.getClass().getSimpleName()
                + ")");
    try {
      Path file = Files.createTempFile("vsim-defect-", ".txt");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
        defect.printStackTrace(writer);
      }
      terminal.err().println("help: please report it with your scenario and the file " + file);
    } catch (IOException e) {
      terminal.err().println("help: please report it with your scenario");
    }
    return ExitCode.DEFECT;
  }
}
