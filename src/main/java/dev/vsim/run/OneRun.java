package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.commands.looking.WhyEach;
import dev.vsim.event.EventSink;
import dev.vsim.exec.Ending;
import dev.vsim.exec.Interpreter;
import dev.vsim.machine.Machine;
import dev.vsim.machine.world.Decisions;
import dev.vsim.machine.world.Foresight;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.Mismatch;
import dev.vsim.trace.Recording;
import dev.vsim.trace.TraceWriter;

/** One world, from its first statement to its end. */
final class OneRun {
  /** What the generator begins with unless the scenario says {@code seed}. */
  private static final long SEED = 42;

  private final CheckedProgram program;
  private final FileLibrary library;
  private final RunRequest request;
  private final Interpreter.TimeOver deadline;
  private final Foresight foresight;
  private final TraceWriter writer;
  private final AssertionWitness witness;
  private final Machine machine;
  private final Interpreter interpreter;

  OneRun(
      CheckedProgram program,
      FileLibrary library,
      RunRequest request,
      Interpreter.TimeOver deadline) {
    this(program, library, request, deadline, Foresight.none());
  }

  private OneRun(
      CheckedProgram program,
      FileLibrary library,
      RunRequest request,
      Interpreter.TimeOver deadline,
      Foresight foresight) {
    boolean first = foresight.stage() == Foresight.Stage.NOTING;
    this.program = program;
    this.library = library;
    this.request = request;
    this.deadline = deadline;
    this.foresight = foresight;
    this.writer =
        first
            ? TraceWriter.silent()
            : new TraceWriter(request.output(), request.content(), request.limits().output());
    this.witness = new AssertionWitness(!first);
    EventLog log = new EventLog(recording(), writer, this::violation);
    EventSink sink =
        request.explains() && !first
            ? new WhyEach(log, log::prints, writer::comment, this::decisions)
            : log;
    this.machine = new Machine(sink, request.limits().memory(), SEED, foresight);
    if (program.hasSeveralHosts()) {
      machine.network().expectSeveralHosts();
    }
    if (!first && (request.explains() || Words.in(program, request, "why"))) {
      machine.decisions().listen();
    }
    RunRequest.ReplayProgress progress =
        first ? RunRequest.ReplayProgress.NONE : request.progress();
    this.interpreter =
        new Interpreter(
            Language.vocabulary(),
            new RunSetting(machine, log, program, library, request, progress),
            log,
            writer,
            request.limits(),
            witness,
            deadline);
  }

  /**
   * The same world, to run once before with {@code lru} in the place of {@code opt}, in silence.
   */
  OneRun rehearsal() {
    return new OneRun(program, library, request, deadline, Foresight.noting());
  }

  /**
   * The same world, which knows what the first run has noted; what that cost is counted as work.
   */
  OneRun knowing(OneRun first) {
    if (!first.foresight.isWanted()) {
      return this;
    }
    OneRun second = new OneRun(program, library, request, deadline, first.foresight.known());
    second.interpreter.begin(first.interpreter.work() + first.foresight.noted());
    return second;
  }

  Ending run() {
    Ending ending = interpreter.run(program);
    return ending.sort() == Ending.Sort.COMPLETE
        ? foresight.shortfall().map(missing -> Endings.shortfall(program, missing)).orElse(ending)
        : ending;
  }

  TraceWriter writer() {
    return writer;
  }

  AssertionWitness witness() {
    return witness;
  }

  long steps() {
    return interpreter.steps();
  }

  private void violation(Mismatch.Forbidden violation) {
    witness.violation(violation, interpreter.running().orElseThrow());
  }

  private Decisions decisions() {
    return machine.decisions();
  }

  private Recording recording() {
    CheckedProgram.Observed observed = program.observed();
    int limit = (int) Math.min(request.limits().events(), Integer.MAX_VALUE);
    return new Recording(observed.kinds(), observed.inOrder(), observed.counts(), limit);
  }
}
