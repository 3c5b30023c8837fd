package dev.vsim.cli;

import dev.vsim.report.ConsoleReport;
import dev.vsim.run.ExitCode;
import dev.vsim.run.GoldenTests;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vsim test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = {
      "Runs scenarios and holds their assertions and the goldens beside them:",
      "NAME.trace what a run must print, NAME.err how it must be refused."
    },
    footer = {
      "",
      "Examples:",
      "  vsim test scenarios",
      "  vsim test lab3.vsim --bless         record its trace as it is now",
      "  vsim test scenarios --filter lru --jobs 1"
    })
final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      defaultValue = ".",
      description = "Scenarios, or folders in which to look for them (default: here).")
  private List<Path> paths;

  @Option(
      names = "--bless",
      description = "Records what comes out now as the golden; never where CI is set.")
  private boolean bless;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many run at a time (default: the cores).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only scenarios whose path holds this.")
  private String filter;

  @Option(names = "--list", description = "Lists the scenarios, and runs nothing.")
  private boolean list;

  @Mixin private LimitOptions limits = new LimitOptions();

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        return refuse("there is no file or folder " + path);
      }
    }
    if (bless && terminal.isCi()) {
      return refuse("nothing is blessed where CI is set");
    }
    if (jobs < 1) {
      return refuse("--jobs takes a number above 0");
    }
    GoldenTests tests =
        new GoldenTests(new GoldenTests.Settings(paths, filter, jobs, bless, limits.limits()));
    List<Path> scenarios = tests.discover();
    if (scenarios.isEmpty()) {
      return refuse("no scenario is selected");
    }
    if (list) {
      scenarios.forEach(terminal.out()::println);
      return ExitCode.HELD;
    }
    return run(tests, scenarios);
  }

  private int refuse(String why) {
    terminal.err().println("vsim: " + why);
    return ExitCode.REFUSED;
  }

  private int run(GoldenTests tests, List<Path> scenarios) {
    long start = System.nanoTime();
    List<Report> reports = tests.run(scenarios);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    ConsoleReport.Style style =
        terminal.colour() ? ConsoleReport.Style.COLOUR : ConsoleReport.Style.PLAIN;
    terminal.out().print(new ConsoleReport(style).draw(reports, elapsed));
    Status worst = reports.stream().map(Report::status).reduce(Status.PASS, Status::worse);
    return Math.max(obsolete(tests.obsolete()), exitCode(worst));
  }

  private int obsolete(List<Path> goldens) {
    String what = terminal.isCi() ? "obsolete" : "warning: obsolete";
    goldens.forEach(golden -> terminal.err().println(what + ": no scenario belongs to " + golden));
    return terminal.isCi() && !goldens.isEmpty() ? ExitCode.FAILED : ExitCode.HELD;
  }

  private static int exitCode(Status worst) {
    return switch (worst) {
      case PASS, SKIP -> ExitCode.HELD;
      case FAIL, NOT_RUN -> ExitCode.FAILED;
      case LIMIT -> ExitCode.LIMIT;
      case ERROR -> ExitCode.REFUSED;
    };
  }
}
