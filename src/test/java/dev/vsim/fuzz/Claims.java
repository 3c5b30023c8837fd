package dev.vsim.fuzz;

import dev.vsim.exec.Limits;
import dev.vsim.run.DeepStack;
import dev.vsim.run.ExitCode;
import dev.vsim.run.RunRequest;
import dev.vsim.run.RunResult;
import dev.vsim.run.ScenarioRun;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.DiagnosticDrawing;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.LimitProblem;
import dev.vsim.source.SourceReader;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Formatter;
import dev.vsim.syntax.Printer;
import dev.vsim.syntax.Reading;
import dev.vsim.text.Paint;
import dev.vsim.trace.TraceReader;
import dev.vsim.trace.TraceWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What must hold of every input, whatever it is; an exception, of whatever sort, is a defect. */
final class Claims {
  /** Little of everything, so that no input takes long. */
  private static final Limits SMALL = new Limits(3_000, 100, 10_000, 1 << 18, 300_000, 8 << 20, 10);

  private static final DiagnosticDrawing DRAWING = new DiagnosticDrawing(Paint.PLAIN);

  private Claims() {}

  /** A text that can be read is printed, and laid out, as the same program. */
  static void syntax(String text) {
    Reading reading = Reading.of(text);
    drawn(reading.diagnostics());
    if (!reading.diagnostics().isEmpty()) {
      return;
    }
    String shape = Reading.shape(reading.scenario().statements());
    String printed = Printer.print(reading.scenario().statements());
    same(shape, printed, "printed");
    String laidOut = format(text);
    same(shape, laidOut, "laid out");
    require(format(laidOut).equals(laidOut), "laying out twice is once: " + text);
  }

  private static void same(String shape, String text, String how) {
    Reading again = Reading.of(text);
    require(again.codes().isEmpty(), how + " it cannot be read: " + text);
    require(
        shape.equals(Reading.shape(again.scenario().statements())),
        how + " it is another program: " + text);
  }

  private static String format(String text) {
    return Formatter.format(new SourceText("fuzz.vsim", text), new Diagnostics()).orElseThrow();
  }

  /** A scenario is refused or runs to an end that is told; its trace can be read, and holds. */
  static void run(byte[] scenario) {
    ByteArrayOutputStream trace = new ByteArrayOutputStream();
    RunResult result = run(scenario, trace);
    if (result.isComplete() && result.exitCode() == ExitCode.HELD && !result.worksheet()) {
      holds(scenario, trace.toByteArray());
    }
  }

  private static RunResult run(byte[] scenario, ByteArrayOutputStream trace) {
    Path file = write("fuzz.vsim", scenario);
    RunRequest request =
        new RunRequest(
            file,
            "fuzz.vsim",
            Map.of(),
            SMALL,
            TraceWriter.Content.EVERYTHING,
            trace,
            RunRequest.ReplayProgress.NONE,
            scenario.length % 2 == 0);
    RunResult result = DeepStack.call(() -> ScenarioRun.run(request));
    drawn(result.diagnostics());
    result
        .diagnostics()
        .forEach(d -> require(d.problem() != LimitProblem.TIME, "it takes too long"));
    require(result.exitCode() != ExitCode.DEFECT, "no defect");
    return result;
  }

  private static void holds(byte[] scenario, byte[] trace) {
    String text = new String(trace, StandardCharsets.UTF_8);
    Diagnostics diagnostics = new Diagnostics();
    new TraceReader(new SourceText("fuzz.trace", text), diagnostics).rest();
    require(diagnostics.isEmpty(), () -> "the trace can be read: " + drawn(diagnostics.sorted()));
    ByteArrayOutputStream pasted = new ByteArrayOutputStream();
    pasted.writeBytes(scenario);
    pasted.writeBytes(("\n" + text).getBytes(StandardCharsets.UTF_8));
    RunResult again = run(pasted.toByteArray(), new ByteArrayOutputStream());
    require(
        again.exitCode() == ExitCode.HELD || again.exitCode() == ExitCode.LIMIT,
        () -> "the trace holds under its scenario: " + drawn(again.diagnostics()));
  }

  /** The lines of a recorded trace are read or refused, each at its place. */
  static void trace(byte[] bytes) {
    Diagnostics diagnostics = new Diagnostics();
    SourceText text = SourceReader.read("fuzz.trace", bytes, diagnostics);
    new TraceReader(text, diagnostics).rest();
    drawn(diagnostics.sorted());
  }

  /** Writes into a file that all inputs share. */
  static Path write(String name, byte[] bytes) {
    try {
      return Files.write(Folder.PATH.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Diagnostics as people see them: with a place, in lines that can be shown. */
  static String drawn(List<Diagnostic> diagnostics) {
    StringBuilder all = new StringBuilder();
    for (Diagnostic each : diagnostics) {
      String drawing = DRAWING.draw(each);
      require(
          drawing.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)),
          () -> "nothing that a terminal obeys: " + drawing);
      all.append(drawing);
    }
    return all.toString();
  }

  static void require(boolean holds, String what) {
    require(holds, () -> what);
  }

  private static void require(boolean holds, java.util.function.Supplier<String> what) {
    if (!holds) {
      throw new AssertionError(what.get());
    }
  }

  /** Where inputs lie that are read as files. */
  private static final class Folder {
    static final Path PATH = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("vsim-fuzz-");
        folder.toFile().deleteOnExit();
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
