package dev.vsim.cli;

import dev.vsim.run.ExitCode;
import dev.vsim.source.Suggestions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: which subcommand is meant, and what it was given. */
final class CommandLines {
  private static final String NAME = "vsim";
  private static final Map<String, Supplier<Subcommand>> SUBCOMMANDS = subcommands();

  private final Terminal terminal;

  private CommandLines(Terminal terminal) {
    this.terminal = terminal;
  }

  private static Map<String, Supplier<Subcommand>> subcommands() {
    Map<String, Supplier<Subcommand>> all = new LinkedHashMap<>();
    all.put("run", RunCommand::new);
    all.put("check", CheckCommand::new);
    all.put("test", TestCommand::new);
    all.put("grade", GradeCommand::new);
    all.put("sweep", SweepCommand::new);
    all.put("worksheet", WorksheetCommand::new);
    all.put("fmt", FormatCommand::new);
    all.put("import", ImportCommand::new);
    all.put("repl", ReplCommand::new);
    all.put("handbook", HandbookCommand::new);
    all.put("explain", ExplainCommand::new);
    all.put("reference", ReferenceCommand::new);
    return all;
  }

  static int execute(String[] arguments, Terminal terminal) {
    return new CommandLines(terminal).execute(arguments);
  }

  private int execute(String[] arguments) {
    boolean known = arguments.length > 0 && SUBCOMMANDS.containsKey(arguments[0]);
    if (known) {
      return subcommand(SUBCOMMANDS.get(arguments[0]).get(), arguments);
    }
    CommandLine whole = line(whole());
    SUBCOMMANDS.values().forEach(one -> add(whole, one.get()));
    return arguments.length == 0
        ? usage(whole, terminal, ExitCode.REFUSED)
        : misused(whole, arguments);
  }

  /** A command line of its own; to build that of the whole program, too, would slow a start. */
  private int subcommand(Subcommand subcommand, String[] arguments) {
    CommandSpec spec = subcommand.spec();
    CommandLine line = line(spec.name(NAME + " " + spec.name()));
    try {
      ParseResult given = line.parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
      if (line.isUsageHelpRequested()) {
        line.usage(terminal.out());
        return ExitCode.HELD;
      } else if (line.isVersionHelpRequested()) {
        line.printVersionHelp(terminal.out());
        return ExitCode.HELD;
      }
      return subcommand.run(given, terminal);
    } catch (ParameterException e) {
      return misused(e);
    }
  }

  private void add(CommandLine whole, Subcommand subcommand) {
    CommandSpec spec = subcommand.spec();
    whole.addSubcommand(spec.name(), line(spec));
  }

  private int misused(CommandLine whole, String[] arguments) {
    try {
      whole.parseArgs(arguments);
      return usage(
          whole, terminal, whole.isUsageHelpRequested() ? ExitCode.HELD : ExitCode.REFUSED);
    } catch (ParameterException e) {
      return misused(e);
    }
  }

  private static int usage(CommandLine line, Terminal terminal, int status) {
    line.usage(status == ExitCode.HELD ? terminal.out() : terminal.err());
    return status;
  }

  private static CommandSpec whole() {
    CommandSpec spec =
        Specs.command(
            NAME,
            List.of(
                "Runs scenarios (.vsim) of a virtualized machine: its memory, its hypervisor, its guests."),
            "vsim run scenarios/tour.vsim        run a scenario and print what happens",
            "vsim check lab3.vsim                look for mistakes only",
            "vsim test scenarios                 hold every scenario against its golden trace",
            "vsim explain V0203                  what an error means");
    List<String> footer = new ArrayList<>(List.of(spec.usageMessage().footer()));
    footer.add("");
    footer.add(
        "Exit status: 0 all held, 1 an assertion or golden failed, 2 a bad scenario or bad usage,");
    footer.add("3 a limit, 70 a defect in vsim.");
    spec.usageMessage().footer(footer.toArray(new String[0])).synopsisSubcommandLabel("COMMAND");
    return spec;
  }

  private CommandLine line(CommandSpec spec) {
    CommandLine line = new CommandLine(spec);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setUsageHelpWidth(Math.max(80, Math.min(100, terminal.columns())));
    return line;
  }

  private static String complaint(ParameterException exception) {
    if (exception instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      List<String> texts = unmatched.getUnmatched();
      return exception.getCommandLine().getSubcommands().isEmpty()
          ? "there is no use for `" + String.join(" ", texts) + "` here"
          : "there is no command `" + texts.get(0) + "`";
    }
    return exception.getMessage();
  }

  private int misused(ParameterException exception) {
    CommandLine line = exception.getCommandLine();
    terminal.complain(complaint(exception));
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
