package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.machine.world.LimitReached;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.trace.Cursor;
import dev.vsim.trace.EventLog;
import dev.vsim.trace.TraceWriter;
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
  private final Programs programs;
  private final CheckedProgram program;

  /**
   * @param setting the machine, whose events go to {@code log}
   * @param meter what the run counts on, perhaps together with others
   * @param simulator runs what the program simulates
   */
  public Interpreter(
      CheckedProgram program,
      Vocabulary vocabulary,
      Setting setting,
      EventLog log,
      TraceWriter writer,
      Meter meter,
      Witness witness,
      Simulator simulator) {
    this.program = program;
    this.context =
        new Context(
            vocabulary,
            setting,
            log,
            new Cursor(log),
            writer,
            meter,
            witness,
            new Context.Reads(),
            simulator,
            new Inhabitants(program.source().shortName(), setting.machine()),
            Optional.empty());
    this.programs = new Programs(context);
  }

  /** Runs to the end, or to what stops it. */
  public Ending run() {
    context.meter().enterScenario(program.source().shortName());
    context.meter().spend(program.source().text().length());
    try {
      context.setting().machine().budget().charge(WORLD_BYTES);
      run(program);
      int length = program.source().text().length();
      Span end = new Span(length, length);
      new Instants.End(new Node.At(program.source(), end), context).reach();
      return Ending.COMPLETE;
    } catch (Stopped stopped) {
      return stopped.ending();
    } catch (LimitReached reached) {
      return context.meter().memoryReached(program.source(), reached.limit());
    } finally {
      context.meter().leaveScenario();
    }
  }

  /**
   * The world that the run has left behind, for who has simulated it.
   *
   * @param setting the same machine, as the one who looks sees it
   * @param log what the one who looks sees of its events
   */
  public Value.World world(Setting setting, EventLog log) {
    return new Value.World(new SimulatedWorld(program, programs, setting, log));
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

  private void run(CheckedProgram file) {
    if (programs.frame(file.activation()) != null) {
      return;
    }
    Frame frame = programs.open(file);
    for (CheckedProgram used : file.used()) {
      run(used);
    }
    new Planner(file, file.activation(), programs, context).block(file.statements()).run(frame);
  }
}
