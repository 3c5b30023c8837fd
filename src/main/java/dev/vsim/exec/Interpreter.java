package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.machine.world.LimitReached;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.Place;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Subject;
import dev.vsim.vocabulary.Setting;
import dev.vsim.vocabulary.Vocabulary;
import java.util.Optional;

/** Runs a checked program once, on one machine. */
public final class Interpreter {
  private final Context context;

  /** A program that goes on, and its files. */
  private CheckedProgram current;

  private Programs programs;

  /**
   * @param setting the machine, whose events go to {@code log}
   * @param isTimeOver asked now and then
   */
  public Interpreter(
      Vocabulary vocabulary,
      Setting setting,
      EventLog log,
      TraceWriter writer,
      Limits limits,
      Witness witness,
      TimeOver isTimeOver) {
    this.context =
        new Context(
            vocabulary,
            setting,
            log,
            new Cursor(log),
            writer,
            new Meter(limits, isTimeOver::isOver),
            witness,
            new Reads());
  }

  /** Whether the wall time that a run may take is over. */
  public interface TimeOver {
    boolean isOver();
  }

  /** Runs to the end, or to what stops it. */
  public Ending run(CheckedProgram program) {
    return ending(
        program,
        () -> {
          run(program, new Programs(context));
          new Timeline(context).end();
        });
  }

  /**
   * Takes a program of which more is known now than at the last call: its statements begin with
   * those that have run. Its files in use run, if they have not.
   */
  public Ending goOn(CheckedProgram program) {
    if (current == null) {
      programs = new Programs(context);
      programs.open(program);
    } else {
      programs = programs.grown(current, program);
    }
    current = program;
    return ending(program, () -> program.used().forEach(used -> run(used, programs)));
  }

  /** Runs one statement at the top of the program that it goes on with; all before it have run. */
  public Ending goOn(int statement) {
    Frame frame = programs.frame(current.activation());
    Subject actor = frame.actor;
    Planner planner = new Planner(current, current.activation(), programs, context);
    Ending ending =
        ending(
            current,
            () ->
                planner
                    .alone(current.statements().get(statement))
                    .ifPresent(node -> node.run(frame)));
    if (ending.sort() != Ending.Sort.COMPLETE) {
      frame.actor = actor;
      context.meter().unwind();
    }
    return ending;
  }

  private Ending ending(CheckedProgram program, Runnable work) {
    try {
      work.run();
      return Ending.COMPLETE;
    } catch (Stopped stopped) {
      return stopped.ending();
    } catch (LimitReached reached) {
      return context.meter().memoryReached(program.source(), reached.limit());
    }
  }

  /** Counts work that was done before this run and belongs to it. */
  public void begin(long work) {
    context.meter().begin(work);
  }

  /** How much work there was: references, elements, characters. */
  public long work() {
    return context.meter().worked();
  }

  /** The statement that is running, or ran last. */
  public Optional<Place> running() {
    return context.meter().running().map(node -> new Place(node.source(), node.span()));
  }

  /** How many steps there were. */
  public long steps() {
    return context.meter().steps();
  }

  private void run(CheckedProgram program, Programs programs) {
    if (programs.frame(program.activation()) != null) {
      return;
    }
    Frame frame = programs.open(program);
    for (CheckedProgram used : program.used()) {
      run(used, programs);
    }
    new Planner(program, program.activation(), programs, context)
        .block(program.statements())
        .run(frame);
  }
}
