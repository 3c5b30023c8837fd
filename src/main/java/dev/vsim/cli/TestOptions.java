package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.report.TestReport;
import dev.vsim.report.TestReports;
import dev.vsim.run.GoldenTests;
import dev.vsim.trace.Blessing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code vsim test} was given.
 *
 * @param paths scenarios and folders
 * @param filter a scenario's path must hold this
 * @param jobs how many run at a time
 * @param repeat how often each is run
 * @param shuffledWith the seed of the order in which they are begun, if it is mixed
 * @param reports what is written besides the one for people
 */
record TestOptions(
    List<Path> paths,
    String filter,
    boolean bless,
    boolean list,
    int jobs,
    int repeat,
    OptionalLong shuffledWith,
    List<ReportOption> reports,
    Limits limits) {
  private static final long SEEDS = 1_000_000;

  static final List<OptionSpec> ALL =
      List.of(
          Specs.flag("--bless", "Records what comes out now as the golden; never where CI is set."),
          Specs.text("--filter", "TEXT", "", "Only scenarios whose path holds this."),
          Specs.flag("--list", "Lists the scenarios, and runs nothing."),
          Specs.number("--jobs", "N", "How many run at a time (default: the cores)."),
          Specs.number(
              "--repeat", "N", "Runs each N times; all must come out the same, byte for byte."),
          Specs.flag("--shuffle", "Begins them in a random order; its seed is printed."),
          Specs.number("--seed", "N", "Begins them in the random order of this seed."),
          Specs.several(
              "--report",
              "FORMAT[=FILE]",
              "Writes a report for programs too, to a file or to standard output: "
                  + TestReports.ALL.stream()
                      .map(TestOptions::described)
                      .collect(Collectors.joining("; "))
                  + "."),
          LimitOptions.OPTION);

  private static String described(TestReport form) {
    return form.word() + " (" + form.readers() + ")";
  }

  static TestOptions of(ParseResult given) {
    List<Path> paths = Specs.paths(given).isEmpty() ? List.of(Path.of("")) : Specs.paths(given);
    return new TestOptions(
        paths.stream().map(TestOptions::here).toList(),
        Specs.value(given, "--filter", ""),
        Specs.value(given, "--bless", false),
        Specs.value(given, "--list", false),
        Specs.positive(given, "--jobs", Runtime.getRuntime().availableProcessors()),
        Specs.positive(given, "--repeat", 1),
        seed(given),
        Specs.value(given, "--report", List.<String>of()).stream()
            .map(text -> ReportOption.of(text, given))
            .toList(),
        LimitOptions.of(given));
  }

  /** {@code .} is the folder without a name, so that paths in it are as people write them. */
  private static Path here(Path path) {
    return path.equals(Path.of(".")) ? Path.of("") : path;
  }

  private static OptionalLong seed(ParseResult given) {
    if (given.hasMatchedOption("--seed")) {
      return OptionalLong.of(Specs.positive(given, "--seed", 1));
    }
    return Specs.value(given, "--shuffle", false)
        ? OptionalLong.of(1 + Math.floorMod(System.nanoTime(), SEEDS))
        : OptionalLong.empty();
  }

  boolean selects(Path scenario) {
    return scenario.toString().contains(filter);
  }

  /** Whether all of some folders is tested, so that a golden without a scenario shows. */
  boolean isWhole() {
    return filter.isEmpty() && paths.stream().allMatch(Files::isDirectory);
  }

  GoldenTests.Settings settings(boolean ci) {
    Blessing.Permission permission =
        ci ? new Blessing.Permission.Denied("CI is set") : new Blessing.Permission.Granted();
    return new GoldenTests.Settings(bless, permission, limits, repeat);
  }

  GoldenTests.Schedule schedule() {
    return new GoldenTests.Schedule(jobs, shuffledWith);
  }
}
