package dev.vsim.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command line came to.
 *
 * @param status its exit status
 */
public record Cli(int status, String out, String err) {
  /** Runs one, as a script would: no terminal, no CI. */
  public static Cli run(String... arguments) {
    return run(Map.of(), arguments);
  }

  /** Runs one in an environment of its own. */
  public static Cli run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(stream(out), stream(err), environment, false);
    int status = Main.run(arguments, terminal);
    terminal.out().flush();
    terminal.err().flush();
    return new Cli(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
