package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.run.ExitCode;
import dev.vsim.run.Sweeps;
import dev.vsim.sweep.Chart;
import dev.vsim.sweep.Sweep;
import dev.vsim.sweep.SweepCsv;
import dev.vsim.sweep.SweepTable;
import dev.vsim.sweep.Values;
import dev.vsim.trace.Blessing;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code vsim sweep}. */
final class SweepCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "sweep",
            List.of(
                "Runs a scenario with every combination of many values, and prints what was",
                "measured at the end of each run: a table, a CSV file, a chart for a report."),
            "vsim sweep lab3.vsim --set frames=1..64 --set rule=lru,fifo,opt \\",
            "     --measure app.hit-rate --csv lab3.csv --svg lab3.svg",
            "vsim sweep tlb.vsim --set entries=16..1024..x2 --measure host.tlb.misses --measure now",
            "vsim sweep lab3.vsim --set rule=lru,fifo --set mem=16K..64K..16K --measure app.faults --x mem")
        .addPositional(Specs.paths("FILE", "1", "The scenario."))
        .addOption(
            Specs.pairs(
                "--set",
                "NAME=VALUES",
                "A `param` and its values: lru,fifo or 1..64, with a step 4K..64K..4K,",
                "doubling 1..64..x2. One value holds it still."))
        .addOption(
            OptionSpec.builder("--measure")
                .paramLabel("EXPRESSION")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(
                    "What is read at the end of each run, as the scenario would write it;",
                    "may be given several times.")
                .build())
        .addOption(Specs.text("--csv", "FILE", "", "Writes a line for each run."))
        .addOption(Specs.text("--svg", "FILE", "", "Draws a chart."))
        .addOption(
            Specs.text(
                "--x", "NAME", "", "The param along the x-axis (default: the first with numbers)."))
        .addOption(Specs.text("--title", "TEXT", "", "Stands above the chart."))
        .addOption(
            OptionSpec.builder("--jobs")
                .paramLabel("N")
                .type(int.class)
                .description("How many run at a time (default: the cores).")
                .build())
        .addOption(LimitOptions.OPTION)
        .addOption(FormatOption.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    Sweeps.Settings settings = settings(given);
    Optional<String> x = text(given, "--x");
    if (x.isPresent() && !settings.set().containsKey(x.get())) {
      throw misused(given, "--x " + x.get() + ": it is not among what --set turns");
    }
    Sweeps sweeps = new Sweeps(settings);
    Optional<Sweep> sweep = sweeps.run();
    new Outcomes(terminal, FormatOption.of(given))
        .diagnostics(sweeps.diagnostics().sorted(), sweeps.diagnostics().dropped(), terminal.err());
    return sweep.isEmpty() ? ExitCode.REFUSED : tell(sweep.get(), x, given, terminal);
  }

  private static Sweeps.Settings settings(ParseResult given) {
    Path file = Specs.path(given);
    Map<String, List<String>> set = new LinkedHashMap<>();
    Map<String, String> texts = Specs.pairs(given, "--set", "NAME=VALUES");
    for (Map.Entry<String, String> one : texts.entrySet()) {
      set.put(one.getKey(), values(given, one));
    }
    List<String> measures = Specs.value(given, "--measure", List.of());
    int jobs = Specs.value(given, "--jobs", Runtime.getRuntime().availableProcessors());
    if (set.isEmpty()) {
      throw misused(given, "nothing is turned: --set frames=1..64");
    } else if (measures.isEmpty()) {
      throw misused(given, "nothing is measured: --measure app.hit-rate");
    } else if (jobs < 1) {
      throw misused(given, "--jobs takes a number above 0");
    }
    Limits limits = LimitOptions.of(given);
    Sweeps.Settings settings = new Sweeps.Settings(file, set, measures, jobs, limits);
    if (settings.runs() > Sweeps.MOST_POINTS) {
      throw misused(given, "that is more than " + Sweeps.MOST_POINTS + " runs");
    }
    return settings;
  }

  private static List<String> values(ParseResult given, Map.Entry<String, String> one) {
    Values.Reading reading = Values.read(one.getValue(), Sweeps.MOST_POINTS);
    if (reading instanceof Values.Reading.Bad bad) {
      throw misused(given, "--set " + one.getKey() + ": " + bad.why());
    }
    return ((Values.Reading.Good) reading).values();
  }

  private static Optional<String> text(ParseResult given, String option) {
    return Optional.of(Specs.value(given, option, "")).filter(text -> !text.isEmpty());
  }

  private static int tell(Sweep sweep, Optional<String> x, ParseResult given, Terminal terminal) {
    SweepTable.draw(sweep, x).forEach(terminal.out()::println);
    boolean written = true;
    Optional<String> csv = text(given, "--csv");
    if (csv.isPresent()) {
      written &= write(csv.get(), SweepCsv.write(sweep), terminal);
    }
    Optional<String> svg = text(given, "--svg");
    if (svg.isPresent()) {
      written &= draw(svg.get(), sweep, x, text(given, "--title"), terminal);
    }
    return written ? status(sweep) : ExitCode.REFUSED;
  }

  private static boolean draw(
      String file, Sweep sweep, Optional<String> x, Optional<String> title, Terminal terminal) {
    List<String> undrawable = Chart.undrawable(sweep);
    undrawable.forEach(measure -> terminal.complain(measure + " is no number: it is not drawn"));
    return undrawable.size() == sweep.measures().size()
        || write(file, Chart.draw(sweep, x, title), terminal);
  }

  private static boolean write(String file, String text, Terminal terminal) {
    Blessing written = Blessing.bless(Path.of(file), text, new Blessing.Permission.Granted());
    boolean failed = written instanceof Blessing.Failed;
    if (failed) {
      terminal.complain(file + " cannot be written");
    }
    return !failed;
  }

  /** The worst that came of any run. */
  private static int status(Sweep sweep) {
    int worst = ExitCode.HELD;
    for (Sweep.Point point : sweep.troubled()) {
      worst =
          Math.max(
              worst,
              switch (point.trouble().orElseThrow().sort()) {
                case FAILED -> ExitCode.FAILED;
                case ERROR -> ExitCode.REFUSED;
                case LIMIT -> ExitCode.LIMIT;
              });
    }
    return worst;
  }

  private static ParameterException misused(ParseResult given, String why) {
    return new ParameterException(given.commandSpec().commandLine(), why);
  }
}
