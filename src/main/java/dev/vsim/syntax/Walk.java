package dev.vsim.syntax;

import java.util.List;

/**
 * Goes through every statement and expression below one, from the outside in and from front to
 * back; who needs some of them overrides their method and goes on with {@code super}.
 */
public class Walk implements Stmt.Visitor<Void>, Expr.Visitor<Void> {
  /** Goes through statements. */
  public final void statements(List<Stmt> statements) {
    statements.forEach(this::statement);
  }

  /** Goes through one statement. */
  public Void statement(Stmt statement) {
    return statement.accept(this);
  }

  /** Goes through an expression, if there is one. */
  protected Void expression(Expr expression) {
    return expression == null ? null : expression.accept(this);
  }

  private Void block(Block block) {
    if (block != null) {
      statements(block.statements());
    }
    return null;
  }

  private Void expressions(List<Expr> expressions) {
    expressions.forEach(this::expression);
    return null;
  }

  private void items(List<Item> items) {
    for (Item item : items) {
      if (item instanceof Item.Values values) {
        expressions(values.values());
      }
    }
  }

  /** A property, and those that stand inside it. */
  protected void property(Property property) {
    items(property.items());
    property.options().forEach(this::property);
  }

  /** An event that is looked for. */
  protected void pattern(Pattern pattern) {
    for (Pattern.Item item : pattern.items()) {
      if (item instanceof Pattern.Item.Term term) {
        expression(term.value());
      } else if (item instanceof Pattern.Item.Interval interval) {
        expression(interval.from());
        expression(interval.to());
      }
    }
  }

  private void expectation(Expectation form) {
    if (form instanceof Expectation.Some some) {
      pattern(some.pattern());
    } else if (form instanceof Expectation.Next next) {
      pattern(next.pattern());
    } else if (form instanceof Expectation.No no) {
      pattern(no.pattern());
    } else if (form instanceof Expectation.Count count) {
      expression(count.least());
      expression(count.most());
      pattern(count.pattern());
    } else if (form instanceof Expectation.Any any) {
      any.patterns().forEach(this::pattern);
    } else if (form instanceof Expectation.Exactly exactly) {
      exactly.patterns().forEach(this::pattern);
    } else if (form instanceof Expectation.Only only) {
      only.patterns().forEach(this::pattern);
    }
  }

  @Override
  public Void let(Stmt.Let let) {
    return expression(let.value());
  }

  @Override
  public Void param(Stmt.Param param) {
    expression(param.within());
    return expression(param.value());
  }

  @Override
  public Void assign(Stmt.Assign assign) {
    expression(assign.target());
    return expression(assign.value());
  }

  @Override
  public Void branch(Stmt.If branch) {
    for (Stmt.Arm arm : branch.arms()) {
      expression(arm.condition());
      block(arm.body());
    }
    return block(branch.otherwise());
  }

  @Override
  public Void loop(Stmt.For loop) {
    expression(loop.over());
    return block(loop.body());
  }

  @Override
  public Void whileLoop(Stmt.While loop) {
    expression(loop.condition());
    return block(loop.body());
  }

  @Override
  public Void repeat(Stmt.Repeat repeat) {
    expression(repeat.times());
    return block(repeat.body());
  }

  @Override
  public Void def(Stmt.Def def) {
    def.parameters().forEach(parameter -> expression(parameter.fallback()));
    return block(def.body());
  }

  @Override
  public Void giveBack(Stmt.Return statement) {
    return expression(statement.value());
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
    use.options().forEach(this::property);
    return null;
  }

  @Override
  public Void strategy(Stmt.Strategy strategy) {
    statements(strategy.members());
    return null;
  }

  @Override
  public Void handler(Stmt.Handler handler) {
    return block(handler.body());
  }

  @Override
  public Void on(Stmt.On on) {
    expression(on.actor());
    return block(on.body());
  }

  @Override
  public Void at(Stmt.At at) {
    expression(at.instant());
    return block(at.body());
  }

  @Override
  public Void in(Stmt.In in) {
    expression(in.world());
    return block(in.body());
  }

  @Override
  public Void after(Stmt.After after) {
    statement(after.command());
    return block(after.body());
  }

  @Override
  public Void start(Stmt.Start start) {
    return statement(start.command());
  }

  @Override
  public Void mark(Stmt.Mark mark) {
    return null;
  }

  @Override
  public Void rewind(Stmt.Rewind rewind) {
    return null;
  }

  @Override
  public Void assertion(Stmt.Assert assertion) {
    expression(assertion.condition());
    return expression(assertion.message());
  }

  @Override
  public Void check(Stmt.Check check) {
    expression(check.name());
    return block(check.body());
  }

  @Override
  public Void expect(Stmt.Expect expect) {
    expression(expect.world());
    expectation(expect.expectation());
    return null;
  }

  @Override
  public Void forbid(Stmt.Forbid forbid) {
    pattern(forbid.pattern());
    return null;
  }

  @Override
  public Void allow(Stmt.Allow allow) {
    pattern(allow.pattern());
    return null;
  }

  @Override
  public Void print(Stmt.Print print) {
    return expressions(print.values());
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    return expression(evaluate.value());
  }

  @Override
  public Void act(Stmt.Act act) {
    items(act.items());
    expressions(act.assigned());
    act.options().forEach(this::property);
    return null;
  }

  @Override
  public Void broken(Stmt.Broken broken) {
    return null;
  }

  @Override
  public Void number(Expr.Number number) {
    return null;
  }

  @Override
  public Void text(Expr.Text text) {
    for (Expr.Piece piece : text.pieces()) {
      if (piece instanceof Expr.Piece.Hole hole) {
        expression(hole.value());
      }
    }
    return null;
  }

  @Override
  public Void truth(Expr.Truth truth) {
    return null;
  }

  @Override
  public Void none(Expr.None none) {
    return null;
  }

  @Override
  public Void address(Expr.Address address) {
    return null;
  }

  @Override
  public Void name(Expr.Name name) {
    return null;
  }

  @Override
  public Void list(Expr.ListOf list) {
    return expressions(list.items());
  }

  @Override
  public Void map(Expr.MapOf map) {
    for (Expr.Entry entry : map.entries()) {
      expression(entry.key());
      expression(entry.value());
    }
    return null;
  }

  @Override
  public Void range(Expr.Range range) {
    expression(range.from());
    return expression(range.to());
  }

  @Override
  public Void group(Expr.Group group) {
    return expression(group.inner());
  }

  @Override
  public Void unary(Expr.Unary unary) {
    return expression(unary.operand());
  }

  @Override
  public Void binary(Expr.Binary binary) {
    expression(binary.left());
    return expression(binary.right());
  }

  @Override
  public Void choice(Expr.Choice choice) {
    expression(choice.then());
    expression(choice.condition());
    return expression(choice.otherwise());
  }

  @Override
  public Void member(Expr.Member member) {
    return expression(member.of());
  }

  @Override
  public Void index(Expr.Index index) {
    expression(index.of());
    return expression(index.at());
  }

  @Override
  public Void call(Expr.Call call) {
    expression(call.callee());
    return expressions(call.arguments());
  }

  @Override
  public Void simulation(Expr.Simulation simulation) {
    expression(simulation.scenario());
    simulation.options().forEach(this::property);
    return null;
  }

  @Override
  public Void found(Expr.Found found) {
    return statement(found.expect());
  }

  @Override
  public Void broken(Expr.Broken broken) {
    return null;
  }
}
