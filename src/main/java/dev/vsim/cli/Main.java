package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where vsim begins: the command line, and the exit status. */
public final class Main {
  private static final int OUTPUT_BUFFER = 1 << 16;

  private Main() {}

  public static void main(String[] arguments) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int status =
        run(
            arguments,
            new Terminal(System.in, out, err, System.getenv(), Terminal.isInteractive()));
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** Runs one command line and gives its exit status; nothing ends in a stack trace. */
  public static int run(String[] arguments, Terminal terminal) {
    if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
      terminal.out().println(Version.text());
      return ExitCode.HELD;
    }
    try {
      return CommandLines.execute(arguments, terminal);
    } catch (OutOfMemoryError e) {
      terminal
          .err()
          .println(
              "vsim: the computer has no memory left for this; declare or touch less, or allow Java more (VSIM_JAVA_OPTS=-Xmx8g)");
      return ExitCode.LIMIT;
    } catch (RuntimeException | StackOverflowError e) {
      return Defect.report(e, terminal);
    }
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), OUTPUT_BUFFER),
        false,
        StandardCharsets.UTF_8);
  }
}
