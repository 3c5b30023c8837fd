package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Symbol;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The files of one run: their variables, and their functions, each planned once. */
final class Programs {
  private final Context context;
  private final IdentityHashMap<Symbol.Activation, Frame> frames;
  private final IdentityHashMap<Symbol.Activation, CheckedProgram> files;
  private final IdentityHashMap<Symbol.Function, Calls.Function> functions =
      new IdentityHashMap<>();

  private final IdentityHashMap<Symbol.Strategy, Value.Strategy> strategies =
      new IdentityHashMap<>();

  Programs(Context context) {
    this(context, new IdentityHashMap<>(), new IdentityHashMap<>());
  }

  private Programs(
      Context context,
      IdentityHashMap<Symbol.Activation, Frame> frames,
      IdentityHashMap<Symbol.Activation, CheckedProgram> files) {
    this.context = context;
    this.frames = frames;
    this.files = files;
  }

  /** The same files and variables, whose functions act in another world. */
  Programs visiting(SimulatedWorld world) {
    return new Programs(context.in(world), frames, files);
  }

  Context context() {
    return context;
  }

  /**
   * The same variables for a program that goes on where another has ended: its statements begin
   * with the other's, word for word, and so do its files in use.
   */
  Programs grown(CheckedProgram before, CheckedProgram after) {
    Programs grown = new Programs(context);
    carry(before, after, grown);
    return grown;
  }

  private void carry(CheckedProgram before, CheckedProgram after, Programs grown) {
    Frame frame = frames.get(before.activation());
    frame.grow(after.activation().size());
    List<Symbol.Variable> variables = after.activation().variables();
    for (Symbol.Variable variable : before.activation().variables()) {
      boolean stays = variable.slot() < variables.size();
      if (stays && variable.isBare() && !variables.get(variable.slot()).isBare()) {
        frame.values[variable.slot()] =
            new Value.Whole(frame.wholes[variable.slot()], variable.type().dimension());
      }
    }
    grown.frames.put(after.activation(), frame);
    grown.files.put(after.activation(), after);
    for (CheckedProgram used : before.used()) {
      after.used().stream()
          .filter(u -> u.source().name().equals(used.source().name()))
          .filter(u -> grown.frame(u.activation()) == null)
          .forEach(u -> carry(used, u, grown));
    }
  }

  /** Makes the variables of a file. */
  Frame open(CheckedProgram program) {
    Frame frame = new Frame(program.activation().size(), null, null);
    context.meter().values().hold(frame);
    frames.put(program.activation(), frame);
    files.put(program.activation(), program);
    return frame;
  }

  /** The variables of a file that is open. */
  Frame frame(Symbol.Activation file) {
    return frames.get(file);
  }

  /** A function, ready to be called. */
  Calls.Function function(Symbol.Function function) {
    Calls.Function planned = functions.get(function);
    if (planned == null) {
      planned = plan(function);
    }
    return planned;
  }

  /** A strategy as a value, the same each time. */
  Value.Strategy strategy(Symbol.Strategy strategy) {
    Value.Strategy made = strategies.get(strategy);
    if (made == null) {
      PlannedStrategy planned =
          new PlannedStrategy(strategy, fileOf(strategy.activation()), this, context);
      made = new Value.Strategy(strategy.sort().make(planned));
      strategies.put(strategy, made);
    }
    return made;
  }

  private CheckedProgram fileOf(Symbol.Activation inside) {
    Symbol.Activation file = inside;
    while (file.outer() != null) {
      file = file.outer();
    }
    return files.get(file);
  }

  private Calls.Function plan(Symbol.Function function) {
    CheckedProgram program = fileOf(function.activation());
    List<Variables.Write> parameters = new ArrayList<>();
    List<Optional<ExprNode>> fallbacks = new ArrayList<>();
    ExprPlanner outside = new ExprPlanner(program, function.activation().outer(), this, context);
    function.parameters().forEach(p -> parameters.add(Variables.write(p, Variables.outwards(0))));
    // Known before its defaults and its body are planned, which may call it.
    Calls.Function planned =
        new Calls.Function(function.name(), function.activation().size(), parameters, fallbacks);
    functions.put(function, planned);
    function
        .def()
        .parameters()
        .forEach(p -> fallbacks.add(Optional.ofNullable(p.fallback()).map(outside::plan)));
    planned.define(
        new Planner(program, function.activation(), this, context).block(function.def().body()));
    return planned;
  }
}
