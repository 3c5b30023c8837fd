package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Interpreter;
import dev.vsim.exec.Limits;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Findings;
import java.util.List;
import java.util.Optional;

/** Runs one scenario from its file to its verdict: the stations of the house in their order. */
public final class ScenarioRun {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final RunRequest request;
  private final Diagnostics diagnostics = new Diagnostics();

  private ScenarioRun(RunRequest request) {
    this.request = request;
  }

  /** Reads, checks and runs it, in the calling thread. */
  public static RunResult run(RunRequest request) {
    return new ScenarioRun(request).run();
  }

  /** Reads and checks it only. */
  public static Diagnostics check(RunRequest request) {
    ScenarioRun run = new ScenarioRun(request);
    run.program(new FileLibrary(request.name(), request.file()));
    return run.diagnostics;
  }

  private RunResult run() {
    FileLibrary library = new FileLibrary(request.name(), request.file());
    Optional<CheckedProgram> program = program(library);
    return program.isEmpty() ? refused() : run(program.get(), library);
  }

  private Optional<CheckedProgram> program(FileLibrary library) {
    Optional<SourceText> text = SourceFiles.read(request.file(), request.name(), diagnostics);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Scenario scenario = new ScenarioParser().parse(text.get(), diagnostics);
    Optional<CheckedProgram> program =
        new Checker(Language.vocabulary(), library, diagnostics).check(scenario);
    program.ifPresent(p -> ParameterTexts.check(p, request.parameters(), diagnostics));
    return diagnostics.hasErrors() ? Optional.empty() : program;
  }

  private RunResult refused() {
    return new RunResult(
        diagnostics.sorted(),
        diagnostics.dropped(),
        List.of(),
        Optional.empty(),
        new Findings().report(request.name()),
        false,
        0);
  }

  /** A world that uses {@code opt} runs twice (rules.md R14). */
  private RunResult run(CheckedProgram program, FileLibrary library) {
    Interpreter.TimeOver deadline = deadline(request.limits());
    OneRun second = new OneRun(program, library, request, deadline);
    if (Words.in(program, request, "opt")) {
      OneRun first = second.rehearsal();
      first.run();
      second = second.knowing(first);
    }
    TraceWriter writer = second.writer();
    writer.header();
    Ending ending = second.run();
    writer.flush();
    return result(program, second.witness(), ending, second.steps());
  }

  private RunResult result(
      CheckedProgram program, AssertionWitness witness, Ending ending, long steps) {
    witness.runEnds(ending);
    return new RunResult(
        diagnostics.sorted(),
        diagnostics.dropped(),
        witness.warnings(),
        Optional.of(ending),
        witness.report(request.name()),
        program.observed().proves(),
        steps);
  }

  private static Interpreter.TimeOver deadline(Limits limits) {
    long end = System.nanoTime() + limits.seconds() * NANOS_A_SECOND;
    return () -> System.nanoTime() - end > 0;
  }
}
