package dev.vsim.cli;

import dev.vsim.exec.Limits;
import dev.vsim.report.CheckReport;
import dev.vsim.report.CheckReports;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.RunRequest;
import dev.vsim.run.ScenarioRun;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.trace.TraceWriter;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code vsim check}. */
final class CheckCommand implements Subcommand {
  private static final String TEXT = "text";
  private static final String FORMATS =
      TEXT + "|" + String.join("|", CheckReports.ALL.stream().map(CheckReport::word).toList());

  @Override
  public CommandSpec spec() {
    return Specs.command(
            "check",
            List.of("Looks for mistakes in scenarios without running them."),
            "vsim check lab3.vsim",
            "vsim check --format json *.vsim     one object a line, for editors",
            "vsim check --format sarif *.vsim    SARIF 2.1.0, for code hosts")
        .addPositional(Specs.paths("FILE", "1..*", "The scenarios."))
        .addOption(
            Specs.text(
                "--format",
                FORMATS,
                TEXT,
                "How mistakes are written: for people; one object a line; SARIF; annotations."));
  }

  @Override
  public int run(ParseResult given, Terminal terminal) {
    Optional<CheckReport> form = form(given);
    List<CheckReport.File> files = new ArrayList<>();
    boolean errors = false;
    for (Path file : Specs.somePaths(given)) {
      Diagnostics found = DeepStack.call(() -> ScenarioRun.check(request(file)));
      files.add(new CheckReport.File(file.toString(), found.sorted(), found.dropped()));
      errors |= found.hasErrors();
    }
    if (form.isPresent()) {
      terminal.out().print(form.get().write(files));
    } else {
      DiagnosticDrawing drawing = new DiagnosticDrawing(terminal.paint());
      files.forEach(file -> terminal.err().print(drawing.draw(file.found(), file.unlisted())));
    }
    return errors ? ExitCode.REFUSED : ExitCode.HELD;
  }

  /** The form for programs that was asked for; empty for people's. */
  private static Optional<CheckReport> form(ParseResult given) {
    String word = Specs.value(given, "--format", TEXT);
    Optional<CheckReport> form = CheckReports.named(word);
    if (form.isEmpty() && !word.equals(TEXT)) {
      throw new ParameterException(
          given.commandSpec().commandLine(),
          "--format is " + FORMATS.replace("|", ", ") + ", not `" + word + "`");
    }
    return form;
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
