package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Limits;
import dev.vsim.source.Diagnostics;
import dev.vsim.trace.TraceWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes worksheets: runs a scenario, and leaves blanks in its trace. */
public final class WorksheetMaker {
  private static final String HOW_TO =
      "# Put a value in the place of each ? below. To see which answers differ: vsim run THIS-FILE\n";

  /**
   * What is to be made.
   *
   * @param file the scenario
   * @param set what its {@code param}s are set to, which the sheet then has as their usual values
   */
  public record Settings(Path file, Map<String, String> set, Blanks blanks, Limits limits) {}

  /** A sheet, or why there is none. */
  public sealed interface Made {
    /** The sheet's text. */
    record Sheet(String text) implements Made {}

    /** The scenario is at fault: {@link WorksheetMaker#diagnostics}. */
    record Refused() implements Made {}

    /** The blanks are: a sentence. */
    record NoBlanks(String why) implements Made {}
  }

  private final Settings settings;
  private final Diagnostics diagnostics = new Diagnostics();

  public WorksheetMaker(Settings settings) {
    this.settings = settings;
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  /** Makes the sheet. */
  public Made make() {
    String name = settings.file().toString();
    FileLibrary library = new FileLibrary(name, settings.file());
    Optional<CheckedProgram> program =
        ScenarioRun.check(settings.file(), name, library, diagnostics);
    program.ifPresent(p -> ParameterTexts.check(p, settings.set(), diagnostics));
    if (program.isEmpty() || diagnostics.hasErrors()) {
      return new Made.Refused();
    }
    String trace = trace(program.get(), library);
    return diagnostics.hasErrors() ? new Made.Refused() : sheet(program.get(), trace);
  }

  private String trace(CheckedProgram program, FileLibrary library) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter writer =
        new TraceWriter(bytes, TraceWriter.Content.EVENTS, settings.limits().output());
    Job job =
        new Job(
            program,
            library,
            ParameterTexts.read(program, settings.set()),
            writer,
            new AssertionWitness(false),
            RunRequest.ReplayProgress.NONE,
            false);
    Account account = Account.of(settings.limits(), ScenarioRun.deadline(settings.limits()));
    Ending ending = OneRun.play(job, account, Optional.empty()).ending();
    writer.flush();
    ending.diagnostic().ifPresent(diagnostics::add);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private Made sheet(CheckedProgram program, String trace) {
    List<String> lines = trace.lines().toList();
    Blanks.Left left = settings.blanks().in(lines);
    if (left instanceof Blanks.Left.Nothing nothing) {
      return new Made.NoBlanks(nothing.why());
    }
    StringBuilder out = new StringBuilder();
    out.append(Worksheet.HEADER).append('\n').append(HOW_TO);
    String asked = new AskedScenario(program, settings.set()).text();
    out.append(asked).append(asked.endsWith("\n") ? "\n" : "\n\n").append("rewind\n");
    ((Blanks.Left.Lines) left).lines().forEach(line -> out.append(line).append('\n'));
    return new Made.Sheet(out.toString());
  }
}
