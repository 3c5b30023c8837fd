package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Symbol;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.source.ActionProblem;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Strategy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A strategy that a program declares, ready to begin as often as it is wanted. */
final class PlannedStrategy implements Strategy {
  private final Symbol.Strategy symbol;
  private final CheckedProgram program;
  private final Programs programs;
  private final Context context;
  private final Map<String, Handler> handlers = new HashMap<>();
  private Optional<Block> lets = Optional.empty();

  PlannedStrategy(
      Symbol.Strategy symbol, CheckedProgram program, Programs programs, Context context) {
    this.symbol = symbol;
    this.program = program;
    this.programs = programs;
    this.context = context;
  }

  @Override
  public String name() {
    return symbol.name();
  }

  @Override
  public boolean handles(String event) {
    return symbol.handles(event);
  }

  @Override
  public boolean reads(String attribute) {
    return program.reads(symbol).contains(attribute);
  }

  @Override
  public Handlers begin(List<Value> given) {
    if (lets.isEmpty()) {
      plan();
    }
    Frame own = new Frame(symbol.activation().size(), programs.frame(program.activation()), null);
    own.decides = true;
    context.meter().values().hold(own);
    for (int i = 0; i < given.size(); i++) {
      own.values[symbol.given().get(i).slot()] = given.get(i);
    }
    lets.orElseThrow().run(own);
    return new Begun(own);
  }

  /** It with variables of its own. */
  private final class Begun implements Handlers {
    private final Frame own;

    Begun(Frame own) {
      this.own = own;
    }

    @Override
    public Optional<Handling> on(String event) {
      return Optional.ofNullable(handlers.get(event))
          .map(h -> new Running(h, own, context.meter()));
    }

    @Override
    public Checkpoint checkpoint(List<Value> more) {
      KeptVariables kept = new KeptVariables(own);
      more.forEach(kept::keep);
      return Checkpoint.of(kept.bytes(), kept::restore);
    }
  }

  /** At the first beginning, since its functions may name it. */
  private void plan() {
    Planner members = new Planner(program, symbol.activation(), programs, context);
    List<Stmt> statements =
        symbol.declaration().members().stream().filter(m -> m instanceof Stmt.Let).toList();
    lets = Optional.of(members.block(statements));
    for (Symbol.Handling handling : symbol.handlers()) {
      Planner inside = new Planner(program, handling.activation(), programs, context);
      Stmt.Handler handler = handling.handler();
      handlers.put(
          handling.event(),
          new Handler(
              new Node.At(program.source(), handler.event().span()),
              handling,
              inside.block(handler.body()),
              symbol.sort().handler(handling.event()).flatMap(h -> h.gives()).orElse("")));
    }
  }

  /** A handler's code. */
  private static final class Handler extends Node {
    private final Symbol.Handling symbol;
    private final Block body;
    private final String gives;

    Handler(At at, Symbol.Handling symbol, Block body, String gives) {
      super(at);
      this.symbol = symbol;
      this.body = body;
      this.gives = gives;
    }
  }

  /**
   * A handler of a strategy that has begun. It cannot run while it runs, so its variables have one
   * place.
   */
  private static final class Running implements Handling {
    private final Handler handler;
    private final Frame frame;
    private final Meter meter;
    private final int[] places;

    Running(Handler handler, Frame strategy, Meter meter) {
      this.handler = handler;
      this.meter = meter;
      this.frame = new Frame(handler.symbol.activation().size(), strategy, null);
      this.frame.decides = true;
      meter.values().hold(frame);
      this.places = handler.symbol.parameters().stream().mapToInt(p -> p.slot()).toArray();
    }

    @Override
    public void tell() {
      Arrays.fill(frame.values, null);
      run();
    }

    @Override
    public void tell(Value about) {
      Arrays.fill(frame.values, null);
      if (places.length > 0) {
        frame.values[places[0]] = about;
      }
      run();
    }

    @Override
    public Value ask(List<Value> about, Judge judge) {
      frame.returned = null;
      Arrays.fill(frame.values, null);
      for (int i = 0; i < places.length; i++) {
        frame.values[places[i]] = about.get(i);
      }
      run();
      if (frame.returned == null) {
        throw handler.stop(ActionProblem.NO_DECISION, handler.symbol.event(), "a " + handler.gives);
      }
      Value given = frame.result == null ? Value.None.NONE : frame.result;
      Optional<Outcome.Wrong> wrong = judge.misfit(given);
      if (wrong.isPresent()) {
        throw frame.returned.stop(wrong.get().problem(), wrong.get().arguments().toArray());
      }
      return given;
    }

    private void run() {
      long before = meter.enterHandler();
      handler.body.run(frame);
      meter.leaveHandler(handler, before);
    }
  }
}
