package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.report.ConsoleReport;
import dev.vsim.run.ExitCode;
import dev.vsim.run.GoldenTests;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim test}. */
final class TestCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "test",
            List.of(
                "Runs scenarios and holds their assertions and the goldens beside them:",
                "NAME.trace what a run must print, NAME.err how it must be refused."),
            "vsim test scenarios",
            "vsim test lab3.vsim --bless         record its trace as it is now",
            "vsim test scenarios --filter lru --jobs 1")
        .addPositional(
            Specs.paths(
                "PATH", "0..*", "Scenarios, or folders in which to look for them (default: here)."))
        .addOption(
            Specs.flag(
                "--bless", "Records what comes out now as the golden; never where CI is set."))
        .addOption(
            OptionSpec.builder("--jobs")
                .paramLabel("N")
                .type(int.class)
                .description("How many run at a time (default: the cores).")
                .build())
        .addOption(Specs.text("--filter", "TEXT", "", "Only scenarios whose path holds this."))
        .addOption(Specs.flag("--list", "Lists the scenarios, and runs nothing."))
        .addOption(LimitOptions.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    List<Path> paths = Specs.paths(given).isEmpty() ? List.of(Path.of(".")) : Specs.paths(given);
    boolean bless = Specs.value(given, "--bless", false);
    int jobs = Specs.value(given, "--jobs", Runtime.getRuntime().availableProcessors());
    for (Path path : paths) {
      if (!Files.exists(path)) {
        return refuse(terminal, "there is no file or folder " + path);
      }
    }
    if (bless && terminal.isCi()) {
      return refuse(terminal, "nothing is blessed where CI is set");
    }
    if (jobs < 1) {
      return refuse(terminal, "--jobs takes a number above 0");
    }
    Limits limits = LimitOptions.of(given);
    String filter = Specs.value(given, "--filter", "");
    GoldenTests tests =
        new GoldenTests(new GoldenTests.Settings(paths, filter, jobs, bless, limits));
    List<Path> scenarios = tests.discover();
    if (scenarios.isEmpty()) {
      return refuse(terminal, "no scenario is selected");
    }
    if (Specs.value(given, "--list", false)) {
      scenarios.forEach(terminal.out()::println);
      return ExitCode.HELD;
    }
    return run(tests, scenarios, terminal);
  }

  private static int refuse(Terminal terminal, String why) {
    terminal.err().println("vsim: " + why);
    return ExitCode.REFUSED;
  }

  private static int run(GoldenTests tests, List<Path> scenarios, Terminal terminal) {
    long start = System.nanoTime();
    List<Report> reports = tests.run(scenarios);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    ConsoleReport.Style style =
        terminal.colour() ? ConsoleReport.Style.COLOUR : ConsoleReport.Style.PLAIN;
    terminal.out().print(new ConsoleReport(style).draw(reports, elapsed));
    Status worst = reports.stream().map(Report::status).reduce(Status.PASS, Status::worse);
    return Math.max(obsolete(tests.obsolete(), terminal), ExitCode.of(worst));
  }

  private static int obsolete(List<Path> goldens, Terminal terminal) {
    String what = terminal.isCi() ? "obsolete" : "warning: obsolete";
    goldens.forEach(golden -> terminal.err().println(what + ": no scenario belongs to " + golden));
    return terminal.isCi() && !goldens.isEmpty() ? ExitCode.FAILED : ExitCode.HELD;
  }
}
