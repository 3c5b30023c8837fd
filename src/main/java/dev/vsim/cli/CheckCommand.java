package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.RunRequest;
import dev.vsim.run.ScenarioRun;
import dev.vsim.source.Diagnostics;
import dev.vsim.trace.TraceWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code vsim check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Looks for mistakes in scenarios without running them.",
    footer = {
      "",
      "Examples:",
      "  vsim check lab3.vsim",
      "  vsim check --format json *.vsim     one object a line, for editors"
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The scenarios.")
  private List<Path> files;

  @Mixin private FormatOption format = new FormatOption();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    boolean errors = false;
    for (Path file : files) {
      RunRequest request =
          new RunRequest(
              file,
              file.toString(),
              Map.of(),
              Limits.RUN,
              TraceWriter.Content.NOTHING,
              OutputStream.nullOutputStream(),
              RunRequest.ReplayProgress.NONE);
      Diagnostics found = DeepStack.call(() -> ScenarioRun.check(request));
      java.io.PrintStream to = format.isJson() ? terminal.out() : terminal.err();
      new Outcomes(terminal, format).diagnostics(found.sorted(), found.dropped(), to);
      errors |= found.hasErrors();
    }
    return errors ? ExitCode.REFUSED : ExitCode.HELD;
  }
}
