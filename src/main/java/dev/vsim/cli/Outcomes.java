package dev.vsim.cli;

import dev.vsim.report.DiagnosticJson;
import dev.vsim.run.RunResult;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.trace.PlainText;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import java.util.List;

/** Tells a person, or a program, what came of a run. */
final class Outcomes {
  private final Terminal terminal;
  private final FormatOption format;

  Outcomes(Terminal terminal, FormatOption format) {
    this.terminal = terminal;
    this.format = format;
  }

  void tell(RunResult result) {
    diagnostics(result.diagnostics(), result.unlisted(), terminal.err());
    results(result.report());
  }

  /** Writes what did not hold. */
  void results(Report report) {
    report.results().forEach(this::result);
    if (report.unlisted() > 0) {
      terminal.err().println("… and " + report.unlisted() + " more");
    }
  }

  /** Writes diagnostics in the form that was asked for. */
  void diagnostics(List<Diagnostic> diagnostics, int unlisted, java.io.PrintStream to) {
    if (format.isJson()) {
      diagnostics.forEach(d -> to.println(DiagnosticJson.of(d)));
      return;
    }
    DiagnosticDrawing.Style style =
        terminal.colour() ? DiagnosticDrawing.Style.COLOUR : DiagnosticDrawing.Style.PLAIN;
    to.print(new DiagnosticDrawing(style).draw(diagnostics, unlisted));
  }

  private void result(Result result) {
    if (result.drawing().isEmpty()) {
      String place = result.line() == 0 ? "" : result.file() + ":" + result.line() + ": ";
      terminal.err().println(PlainText.shown(place + result.message()));
    } else {
      terminal.err().print(result.drawing());
    }
    if (result.times() > 1) {
      terminal.err().println("  (so " + result.times() + " times)");
    }
  }
}
