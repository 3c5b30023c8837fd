package dev.vsim.check;

import dev.vsim.syntax.Block;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Stmt;

/**
 * The statements of a strategy and of what it calls: those that compute and look are read, those
 * that act are reported.
 */
final class DecidingStatements implements Stmt.Visitor<Void> {
  private final Deciding.Here here;
  private final DecidingExpressions exprs;

  DecidingStatements(Deciding.Here here) {
    this.here = here;
    this.exprs = new DecidingExpressions(here);
  }

  private Void read(Expr expr) {
    return expr == null ? null : expr.accept(exprs);
  }

  private Void body(Block block) {
    if (block != null) {
      block.statements().forEach(s -> s.accept(this));
    }
    return null;
  }

  private Void acts(Stmt statement, String what) {
    here.acts(statement.span(), what);
    return null;
  }

  @Override
  public Void let(Stmt.Let let) {
    return read(let.value());
  }

  @Override
  public Void param(Stmt.Param param) {
    return acts(param, "param");
  }

  @Override
  public Void assign(Stmt.Assign assign) {
    read(assign.target());
    return read(assign.value());
  }

  @Override
  public Void branch(Stmt.If branch) {
    for (Stmt.Arm arm : branch.arms()) {
      read(arm.condition());
      body(arm.body());
    }
    return body(branch.otherwise());
  }

  @Override
  public Void loop(Stmt.For loop) {
    read(loop.over());
    return body(loop.body());
  }

  @Override
  public Void whileLoop(Stmt.While loop) {
    read(loop.condition());
    return body(loop.body());
  }

  @Override
  public Void repeat(Stmt.Repeat repeat) {
    read(repeat.times());
    return body(repeat.body());
  }

  @Override
  public Void def(Stmt.Def def) {
    def.parameters().forEach(p -> read(p.fallback()));
    return body(def.body());
  }

  @Override
  public Void giveBack(Stmt.Return statement) {
    return read(statement.value());
  }

  @Override
  public Void leave(Stmt.Break statement) {
    return null;
  }

  @Override
  public Void proceed(Stmt.Continue statement) {
    return null;
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
  public Void handler(Stmt.Handler handler) {
    return body(handler.body());
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
  public Void assertion(Stmt.Assert assertion) {
    read(assertion.condition());
    return read(assertion.message());
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
  public Void print(Stmt.Print print) {
    print.values().forEach(this::read);
    return null;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    return read(evaluate.value());
  }

  @Override
  public Void act(Stmt.Act act) {
    here.acts(act.word().span(), act.word().text());
    return null;
  }

  @Override
  public Void broken(Stmt.Broken broken) {
    return null;
  }
}
