package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Interpreter;
import dev.vsim.exec.Limits;
import dev.vsim.machine.Machine;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.Recording;
import dev.vsim.trace.TraceWriter;
import dev.vsim.verdict.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one scenario from its file to its verdict: the stations of the house in their order. */
public final class ScenarioRun {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  /** What the generator begins with unless the scenario says {@code seed}. */
  private static final long SEED = 42;

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
        Optional.empty(),
        new Findings().report(request.name()),
        false,
        0);
  }

  private RunResult run(CheckedProgram program, FileLibrary library) {
    TraceWriter writer =
        new TraceWriter(request.output(), request.content(), request.limits().output());
    AssertionWitness witness = new AssertionWitness();
    EventLog log = new EventLog(recording(program), writer, witness::violation);
    Machine machine = new Machine(log, request.limits().memory(), SEED);
    Interpreter interpreter =
        new Interpreter(
            Language.vocabulary(),
            new RunSetting(machine, log, program, library, request),
            log,
            writer,
            request.limits(),
            witness,
            deadline(request.limits()));
    writer.header();
    Ending ending = interpreter.run(program);
    writer.flush();
    return result(program, witness, ending, interpreter.steps());
  }

  private RunResult result(
      CheckedProgram program, AssertionWitness witness, Ending ending, long steps) {
    List<Diagnostic> said = new ArrayList<>(diagnostics.sorted());
    said.addAll(witness.warnings());
    ending.diagnostic().ifPresent(said::add);
    return new RunResult(
        said,
        diagnostics.dropped(),
        Optional.of(ending),
        witness.report(request.name()),
        program.observed().proves(),
        steps);
  }

  private Recording recording(CheckedProgram program) {
    CheckedProgram.Observed observed = program.observed();
    int limit = (int) Math.min(request.limits().events(), Integer.MAX_VALUE);
    return new Recording(observed.kinds(), observed.inOrder(), observed.counts(), limit);
  }

  private static Interpreter.TimeOver deadline(Limits limits) {
    long end = System.nanoTime() + limits.seconds() * NANOS_A_SECOND;
    return () -> System.nanoTime() - end > 0;
  }
}
