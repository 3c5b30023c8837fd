package dev.vsim.cli;

import dev.vsim.report.ConsoleReport;
import dev.vsim.run.Discovery;
import dev.vsim.run.ExitCode;
import dev.vsim.run.GoldenTests;
import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.TestRun;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim test}. */
final class TestCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "test",
                List.of(
                    "Runs scenarios, and holds their assertions and the goldens beside them.",
                    "NAME.trace has what a run must print, NAME.err how it must be refused."),
                "vsim test scenarios",
                "vsim test lab3.vsim --bless              record its trace as it is now",
                "vsim test scenarios --filter lru --jobs 1",
                "vsim test --report junit=vsim.xml        for a CI server",
                "vsim test --report tap                   on standard output")
            .addPositional(
                Specs.paths(
                    "PATH",
                    "0..*",
                    "Scenarios, or folders in which to look for them (default: here)."));
    TestOptions.ALL.forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    TestOptions options = TestOptions.of(given);
    for (Path path : options.paths()) {
      if (!Files.exists(path)) {
        return refuse(terminal, "there is no file or folder " + path);
      }
    }
    if (options.bless() && terminal.isCi()) {
      return refuse(terminal, "nothing is blessed where CI is set");
    }
    Discovery found = new Discovery(options.paths());
    List<Path> scenarios = found.scenarios().stream().filter(options::selects).toList();
    if (scenarios.isEmpty() && found.unreadable().isEmpty()) {
      return refuse(terminal, "no scenario is selected");
    }
    if (options.list()) {
      scenarios.forEach(file -> terminal.out().println(PlainText.path(file.toString())));
      return ExitCode.HELD;
    }
    TestRun run = run(options, scenarios, found, terminal);
    return tell(run, options, terminal);
  }

  private static int refuse(Terminal terminal, String why) {
    terminal.complain(why);
    return ExitCode.REFUSED;
  }

  private static TestRun run(
      TestOptions options, List<Path> scenarios, Discovery found, Terminal terminal) {
    long start = System.nanoTime();
    GoldenTests tests = new GoldenTests(options.settings(terminal.isCi()));
    TestProgress progress = new TestProgress(scenarios.size(), terminal);
    List<Report> reports =
        new ArrayList<>(tests.run(scenarios, options.schedule(), progress::done));
    progress.erase();
    found.unreadable().forEach(path -> reports.add(unreadable(path)));
    if (options.isWhole()) {
      Status obsolete = terminal.isCi() ? Status.FAIL : Status.SKIP;
      found.obsolete().forEach(golden -> reports.add(obsolete(golden, obsolete)));
    }
    return new TestRun(reports, Duration.ofNanos(System.nanoTime() - start));
  }

  private static Report unreadable(Path path) {
    return Report.empty(path.toString())
        .with(Case.of(Result.ofRun(Status.ERROR, "cannot be looked into")));
  }

  private static Report obsolete(Path golden, Status status) {
    return Report.empty(golden.toString()).with(Case.obsolete(golden.toString(), status));
  }

  private static int tell(TestRun run, TestOptions options, Terminal terminal) {
    boolean taken = options.reports().stream().anyMatch(ReportOption::isToOutput);
    PrintStream console = taken ? terminal.err() : terminal.out();
    console.print(new ConsoleReport(terminal.paint()).draw(run));
    options.shuffledWith().ifPresent(seed -> console.println("shuffled with --seed " + seed));
    int status = ExitCode.of(run.status());
    for (ReportOption report : options.reports()) {
      status = Math.max(status, report.write(run, terminal));
    }
    return status;
  }
}
