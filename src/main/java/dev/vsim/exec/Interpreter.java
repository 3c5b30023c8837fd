package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.machine.world.LimitReached;
import dev.vsim.source.Diagnostic;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.Place;
import dev.vsim.trace.TraceWriter;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Setting;
import dev.vsim.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a checked program once, on one machine. */
public final class Interpreter {
  /** What a world takes that nothing has happened in yet, bytes. */
  private static final long WORLD_BYTES = 32 << 10;

  private final Context context;

  /** A program that goes on, and its files. */
  private CheckedProgram current;

  private Programs programs;

  /**
   * @param setting the machine, whose events go to {@code log}
   * @param name the scenario, as it is called where several are
   * @param meter what the run counts on, perhaps together with others
   * @param simulator runs what the program simulates
   */
  public Interpreter(
      String name,
      Vocabulary vocabulary,
      Setting setting,
      EventLog log,
      TraceWriter writer,
      Meter meter,
      Witness witness,
      Simulator simulator) {
    this.context =
        new Context(
            vocabulary,
            setting,
            log,
            new Cursor(log),
            writer,
            meter,
            witness,
            new Reads(),
            simulator,
            new Inhabitants(name, setting.machine()),
            Optional.empty());
    this.programs = new Programs(context);
  }

  /** Runs to the end, or to what stops it. */
  public Ending run(CheckedProgram program) {
    current = program;
    context.meter().enterScenario(context.inhabitants().name());
    context.meter().spend(program.source().text().length());
    Ending ending =
        ending(
            program,
            () -> {
              context.setting().machine().budget().charge(WORLD_BYTES);
              run(program, programs);
              new Timeline(context).end();
            });
    context.meter().leaveScenario();
    return ending;
  }

  /**
   * Takes a program of which more is known now than at the last call: its statements begin with
   * those that have run. Its files in use run, if they have not.
   */
  public Ending goOn(CheckedProgram program) {
    if (current == null) {
      programs.open(program);
      context.meter().enterScenario(context.inhabitants().name());
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
      return context.meter().memoryReached(program.source(), reached);
    }
  }

  /** How many visible events lie behind the cursor. */
  public int visibleLeft() {
    return context.cursor().visibleLeft();
  }

  /** The statement that is running, or ran last. */
  public Optional<Place> running() {
    return context.meter().running();
  }

  /**
   * The world that the run has left behind, for who has simulated it.
   *
   * @param setting the same machine, as the one who looks sees it
   * @param log what the one who looks sees of its events
   */
  public Value.World world(Setting setting, EventLog log) {
    return new Value.World(
        new SimulatedWorld(current, programs, setting, log, context.inhabitants().name()));
  }

  /** What came of a reading. */
  public sealed interface Reading {
    /** The values of the expressions that the text prints, in their order. */
    record Values(List<Value> values) implements Reading {}

    /** What could not be read. */
    record Failed(Diagnostic why) implements Reading {}
  }

  /**
   * Reads the expressions that a text prints, in the world as the run has left it.
   *
   * @param text {@code print a, b}, checked as being about the run's program
   */
  public Reading read(CheckedProgram text) {
    Frame frame = programs.open(text);
    ExprPlanner exprs = new ExprPlanner(text, text.activation(), programs, context);
    List<Value> values = new ArrayList<>();
    try {
      for (Stmt statement : text.statements()) {
        for (Expr value : ((Stmt.Print) statement).values()) {
          values.add(exprs.plan(value).value(frame));
        }
      }
      return new Reading.Values(values);
    } catch (Stopped stopped) {
      return new Reading.Failed(stopped.ending().diagnostic().orElseThrow());
    }
  }

  private void run(CheckedProgram program, Programs programs) {
    if (programs.frame(program.activation()) != null) {
      return;
    }
    Frame frame = programs.open(program);
    for (CheckedProgram used : program.used()) {
      run(used, programs);
    }
    Planner planner = new Planner(program, program.activation(), programs, context);
    if (program == current) {
      planner.ends(program.statements());
    }
    planner.block(program.statements()).run(frame);
  }
}
