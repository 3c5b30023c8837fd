package dev.vsim.cli;

import java.io.ByteArrayInputStream;
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
    return run(environment, new byte[0], arguments);
  }

  /** Runs one that reads this text from its standard input. */
  public static Cli typing(String input, String... arguments) {
    return run(Map.of(), input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  private static Cli run(Map<String, String> environment, byte[] input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(input), stream(out), stream(err), environment, false);
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
