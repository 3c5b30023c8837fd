package dev.vsim.check;

import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;
import dev.vsim.syntax.Walk;
import java.util.Optional;

/**
 * Goes through a strategy and what it calls: what computes and looks is read, what acts is
 * reported, and so is what it does not see.
 */
final class DecidingWalk extends Walk {
  private static final String HELP =
      "it sees what its handlers are given, and what is read of that";

  private final Deciding.Here here;

  DecidingWalk(Deciding.Here here) {
    this.here = here;
  }

  private Void acts(Stmt statement, String what) {
    here.acts(statement.span(), what);
    return null;
  }

  @Override
  public Void param(Stmt.Param param) {
    return acts(param, "param");
  }

  @Override
  public Void use(Stmt.Use use) {
    return acts(use, "use");
  }

  @Override
  public Void strategy(Stmt.Strategy strategy) {
    return acts(strategy, strategy.sort().text());
  }

  @Override
  public Void on(Stmt.On on) {
    return acts(on, "on");
  }

  @Override
  public Void at(Stmt.At at) {
    return acts(at, "at");
  }

  @Override
  public Void in(Stmt.In in) {
    return acts(in, "in");
  }

  @Override
  public Void after(Stmt.After after) {
    return acts(after, "after");
  }

  @Override
  public Void start(Stmt.Start start) {
    return acts(start, "start");
  }

  @Override
  public Void mark(Stmt.Mark mark) {
    return acts(mark, "mark");
  }

  @Override
  public Void rewind(Stmt.Rewind rewind) {
    return acts(rewind, "rewind");
  }

  @Override
  public Void check(Stmt.Check check) {
    return acts(check, "check");
  }

  @Override
  public Void expect(Stmt.Expect expect) {
    return acts(expect, "expect");
  }

  @Override
  public Void forbid(Stmt.Forbid forbid) {
    return acts(forbid, "forbid");
  }

  @Override
  public Void allow(Stmt.Allow allow) {
    return acts(allow, "allow");
  }

  @Override
  public Void act(Stmt.Act act) {
    here.acts(act.word().span(), act.word().text());
    return null;
  }

  @Override
  public Void name(Expr.Name name) {
    here.symbol(name).ifPresent(symbol -> symbol(name, symbol));
    return null;
  }

  private void symbol(Expr expr, Symbol symbol) {
    if (symbol instanceof Symbol.Variable variable) {
      here.variable(expr.span(), variable);
    } else if (symbol instanceof Symbol.Thing thing) {
      here.unseen(expr.span(), "the " + thing.kind() + " `" + thing.name() + "`", HELP);
    } else if (symbol instanceof Symbol.Row row) {
      here.unseen(expr.span(), "the row `" + row.name() + "`", HELP);
    } else if (symbol instanceof Symbol.Now) {
      here.unseen(expr.span(), "`now`", "count references in `on tick()` or `on hit(f)`");
    }
  }

  @Override
  public Void member(Expr.Member member) {
    if (module(member).isPresent()) {
      here.symbol(member).ifPresent(symbol -> symbol(member, symbol));
      return null;
    }
    here.read(member.name().text());
    return expression(member.of());
  }

  /** The file in use whose name stands before the dot. */
  private Optional<CheckedProgram> module(Expr.Member member) {
    return here.symbol(member.of())
        .filter(s -> s instanceof Symbol.Module)
        .map(s -> ((Symbol.Module) s).program());
  }

  @Override
  public Void call(Expr.Call call) {
    call.arguments().forEach(argument -> expression(argument));
    Optional<Symbol> callee = here.symbol(call.callee());
    if (callee.isPresent() && callee.get() instanceof Symbol.Function function) {
      here.calls(call.span(), function, inFile(call.callee()));
    } else if (callee.isEmpty() && call.callee() instanceof Expr.Member method) {
      expression(method.of());
    }
    return null;
  }

  private Optional<CheckedProgram> inFile(Expr callee) {
    return callee instanceof Expr.Member member ? module(member) : Optional.empty();
  }

  @Override
  public Void simulation(Expr.Simulation simulation) {
    here.acts(simulation.span(), "simulate");
    return null;
  }

  @Override
  public Void found(Expr.Found found) {
    here.acts(found.span(), "expect");
    return null;
  }
}
