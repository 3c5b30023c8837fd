package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.RunRequest;
import dev.vsim.run.ScenarioRun;
import dev.vsim.source.Diagnostics;
import dev.vsim.trace.TraceWriter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code vsim check}. */
final class CheckCommand implements Subcommand {
  @Override
  public CommandSpec spec() {
    return Specs.command(
            "check",
            List.of("Looks for mistakes in scenarios without running them."),
            "vsim check lab3.vsim",
            "vsim check --format json *.vsim     one object a line, for editors")
        .addPositional(Specs.paths("FILE", "1..*", "The scenarios."))
        .addOption(FormatOption.OPTION);
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    FormatOption format = FormatOption.of(given);
    boolean errors = false;
    for (Path file : Specs.somePaths(given)) {
      Diagnostics found = DeepStack.call(() -> ScenarioRun.check(request(file)));
      PrintStream to = format.isJson() ? terminal.out() : terminal.err();
      new Outcomes(terminal, format).diagnostics(found.sorted(), found.dropped(), to);
      errors |= found.hasErrors();
    }
    return errors ? ExitCode.REFUSED : ExitCode.HELD;
  }

  private static RunRequest request(Path file) {
    return new RunRequest(
        file,
        file.toString(),
        Map.of(),
        Limits.RUN,
        TraceWriter.Content.NOTHING,
        OutputStream.nullOutputStream(),
        RunRequest.ReplayProgress.NONE);
  }
}
