package dev.vsim.cli;

import dev.vsim.exec.Ending;
import dev.vsim.report.ConsoleReport;
import dev.vsim.report.DiagnosticJson;
import dev.vsim.report.ResultDrawing;
import dev.vsim.report.ResultJson;
import dev.vsim.run.RunResult;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import java.io.PrintStream;
import java.util.List;

/** Tells a person, or a program, what came of a run. */
final class Outcomes {
  private final Terminal terminal;
  private final FormatOption format;

  Outcomes(Terminal terminal, FormatOption format) {
    this.terminal = terminal;
    this.format = format;
  }

  /** Everything in the order in which it came up; at the end a line that sums up. */
  void tell(RunResult result) {
    PrintStream err = terminal.err();
    diagnostics(result.mistakes(), result.unlisted(), err);
    results(result.report(), result.warnings());
    result.ending().flatMap(Ending::diagnostic).ifPresent(d -> diagnostics(List.of(d), 0, err));
    if (result.isComplete() && result.proves() && !format.isJson()) {
      err.print(new ConsoleReport(terminal.paint()).sum(result.report()));
    }
  }

  /** Writes what did not hold. */
  void results(Report report) {
    results(report, List.of());
  }

  private void results(Report report, List<RunResult.Warning> warnings) {
    ResultDrawing drawing = new ResultDrawing(report);
    for (int i = 0; i <= report.results().size(); i++) {
      warnings(warnings, i);
      if (i < report.results().size()) {
        Result one = report.results().get(i);
        terminal
            .err()
            .print(format.isJson() ? ResultJson.of(report, one) + "\n" : drawing.draw(one));
      }
    }
    if (report.unlisted() > 0 && !format.isJson()) {
      terminal.err().println("… and " + report.unlisted() + " more");
    }
  }

  private void warnings(List<RunResult.Warning> warnings, int behind) {
    List<Diagnostic> now =
        warnings.stream()
            .filter(warning -> warning.behind() == behind)
            .map(RunResult.Warning::diagnostic)
            .toList();
    diagnostics(now, 0, terminal.err());
  }

  /** Writes diagnostics in the form that was asked for. */
  void diagnostics(List<Diagnostic> diagnostics, int unlisted, PrintStream to) {
    if (format.isJson()) {
      diagnostics.forEach(d -> to.println(DiagnosticJson.of(d)));
    } else {
      to.print(new DiagnosticDrawing(terminal.paint()).draw(diagnostics, unlisted));
    }
  }
}
