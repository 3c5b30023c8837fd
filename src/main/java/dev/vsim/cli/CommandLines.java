package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.source.Suggestions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line as a whole. */
@Command(
    name = "vsim",
    mixinStandardHelpOptions = true,
    versionProvider = CommandLines.Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Runs scenarios (.vsim) of a virtualized machine: memory, processors, network, storage.",
    footer = {
      "",
      "Examples:",
      "  vsim run scenarios/tour.vsim        run a scenario and print what happens",
      "  vsim check lab3.vsim                look for mistakes only",
      "  vsim test scenarios                 hold every scenario against its golden trace",
      "  vsim explain V0203                  what an error means",
      "",
      "Exit status: 0 all held, 1 an assertion or golden failed, 2 a bad scenario or bad usage, 3 a limit, 70 a defect."
    })
final class CommandLines {
  /** The version, for {@code --version}. */
  static final class Versions implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.text()};
    }
  }

  private CommandLines() {}

  static int execute(String[] arguments, Terminal terminal) {
    CommandLine line = new CommandLine(new CommandLines());
    line.addSubcommand("run", new RunCommand(terminal));
    line.addSubcommand("check", new CheckCommand(terminal));
    line.addSubcommand("test", new TestCommand(terminal));
    line.addSubcommand("fmt", new FormatCommand(terminal));
    line.addSubcommand("explain", new ExplainCommand(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(Math.max(80, Math.min(100, terminal.columns())));
    line.setExecutionExceptionHandler(
        (exception, commandLine, result) -> {
          throw exception;
        });
    line.setParameterExceptionHandler((exception, given) -> misused(exception, terminal));
    if (arguments.length == 0) {
      line.usage(terminal.err());
      return ExitCode.REFUSED;
    }
    return line.execute(arguments);
  }

  private static int misused(ParameterException exception, Terminal terminal) {
    CommandLine line = exception.getCommandLine();
    terminal.err().println("vsim: " + exception.getMessage());
    List<String> known = new ArrayList<>(line.getSubcommands().keySet());
    known.addAll(line.getCommandSpec().optionsMap().keySet());
    if (exception instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      Suggestions.nearest(unmatched.getUnmatched().get(0), known)
          .ifPresent(near -> terminal.err().println("help: did you mean `" + near + "`?"));
    }
    terminal
        .err()
        .println("help: " + line.getCommandSpec().qualifiedName() + " --help shows how it is used");
    return ExitCode.REFUSED;
  }
}
