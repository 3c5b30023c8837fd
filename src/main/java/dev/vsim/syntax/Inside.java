package dev.vsim.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * The statements that stand directly inside a statement, in the order in which they are written.
 */
public final class Inside implements Stmt.Visitor<List<Stmt>> {
  private Inside() {}

  /** Those of one statement. */
  public static List<Stmt> of(Stmt statement) {
    return statement.accept(new Inside());
  }

  private static List<Stmt> of(Block body) {
    return body == null ? List.of() : body.statements();
  }

  private static List<Stmt> of(Stmt first, Block body) {
    List<Stmt> all = new ArrayList<>(List.of(first));
    all.addAll(of(body));
    return all;
  }

  @Override
  public List<Stmt> branch(Stmt.If branch) {
    List<Stmt> all = new ArrayList<>();
    branch.arms().forEach(arm -> all.addAll(of(arm.body())));
    all.addAll(of(branch.otherwise()));
    return all;
  }

  @Override
  public List<Stmt> loop(Stmt.For loop) {
    return of(loop.body());
  }

  @Override
  public List<Stmt> whileLoop(Stmt.While loop) {
    return of(loop.body());
  }

  @Override
  public List<Stmt> repeat(Stmt.Repeat repeat) {
    return of(repeat.body());
  }

  @Override
  public List<Stmt> def(Stmt.Def def) {
    return of(def.body());
  }

  @Override
  public List<Stmt> strategy(Stmt.Strategy strategy) {
    return strategy.members();
  }

  @Override
  public List<Stmt> handler(Stmt.Handler handler) {
    return of(handler.body());
  }

  @Override
  public List<Stmt> on(Stmt.On on) {
    return of(on.body());
  }

  @Override
  public List<Stmt> at(Stmt.At at) {
    return of(at.body());
  }

  @Override
  public List<Stmt> in(Stmt.In in) {
    return of(in.body());
  }

  @Override
  public List<Stmt> after(Stmt.After after) {
    return of(after.command(), after.body());
  }

  @Override
  public List<Stmt> start(Stmt.Start start) {
    return List.of(start.command());
  }

  @Override
  public List<Stmt> check(Stmt.Check check) {
    return of(check.body());
  }

  @Override
  public List<Stmt> let(Stmt.Let let) {
    return List.of();
  }

  @Override
  public List<Stmt> param(Stmt.Param param) {
    return List.of();
  }

  @Override
  public List<Stmt> assign(Stmt.Assign assign) {
    return List.of();
  }

  @Override
  public List<Stmt> giveBack(Stmt.Return statement) {
    return List.of();
  }

  @Override
  public List<Stmt> leave(Stmt.Break statement) {
    return List.of();
  }

  @Override
  public List<Stmt> proceed(Stmt.Continue statement) {
    return List.of();
  }

  @Override
  public List<Stmt> use(Stmt.Use use) {
    return List.of();
  }

  @Override
  public List<Stmt> mark(Stmt.Mark mark) {
    return List.of();
  }

  @Override
  public List<Stmt> rewind(Stmt.Rewind rewind) {
    return List.of();
  }

  @Override
  public List<Stmt> assertion(Stmt.Assert assertion) {
    return List.of();
  }

  @Override
  public List<Stmt> expect(Stmt.Expect expect) {
    return List.of();
  }

  @Override
  public List<Stmt> forbid(Stmt.Forbid forbid) {
    return List.of();
  }

  @Override
  public List<Stmt> allow(Stmt.Allow allow) {
    return List.of();
  }

  @Override
  public List<Stmt> print(Stmt.Print print) {
    return List.of();
  }

  @Override
  public List<Stmt> evaluate(Stmt.Evaluate evaluate) {
    return List.of();
  }

  @Override
  public List<Stmt> act(Stmt.Act act) {
    return List.of();
  }

  @Override
  public List<Stmt> broken(Stmt.Broken broken) {
    return List.of();
  }
}
