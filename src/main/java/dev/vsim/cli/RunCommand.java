package dev.vsim.cli;

import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.RunRequest;
import dev.vsim.run.RunResult;
import dev.vsim.run.ScenarioRun;
import dev.vsim.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vsim run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description =
        "Runs a scenario: prints what happens as a trace, and what its assertions come to.",
    footer = {
      "",
      "Examples:",
      "  vsim run lab3.vsim",
      "  vsim run lab3.vsim --set frames=3 --set rule=lru",
      "  vsim run lab3.vsim --trace none          print and show only",
      "  vsim run lab3.vsim --trace lab3.trace    the trace into a file"
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", description = "The scenario.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Turns a `param` of the scenario.")
  private Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--trace",
      paramLabel = "none|-|FILE",
      defaultValue = "-",
      description = "Where the trace goes; `none` leaves what the scenario prints and shows.")
  private String trace;

  @Option(
      names = "--why",
      description = "Prints under each eviction why that page goes: rule, candidates, values.")
  private boolean why;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private FormatOption format = new FormatOption();

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean standard = trace.equals("-") || trace.equals("none");
    TraceWriter.Content content =
        trace.equals("none") ? TraceWriter.Content.COMMENTS : TraceWriter.Content.EVERYTHING;
    if (standard) {
      return run(content, terminal.out());
    }
    try (OutputStream output = Files.newOutputStream(Path.of(trace))) {
      return run(content, output);
    } catch (IOException e) {
      terminal.err().println("vsim: the trace cannot be written to " + trace);
      return ExitCode.REFUSED;
    }
  }

  private int run(TraceWriter.Content content, OutputStream output) {
    ReplayLines progress = new ReplayLines(terminal);
    RunRequest request =
        new RunRequest(file, file.toString(), set, limits.limits(), content, output, progress, why);
    RunResult result = DeepStack.call(() -> ScenarioRun.run(request));
    terminal.out().flush();
    new Outcomes(terminal, format).tell(result);
    return result.exitCode();
  }
}
