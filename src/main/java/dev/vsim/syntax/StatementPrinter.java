package dev.vsim.syntax;

import java.util.List;

/** Writes statements, without a line end behind them. */
final class StatementPrinter implements Stmt.Visitor<Void> {
  /** How blocks are written. */
  enum Layout {
    LINES,
    ONE_LINE
  }

  private static final List<String> CONTINUING = List.of(" and", " or", " not", " ->");

  private final StringBuilder out;
  private final Layout layout;
  private final ExpressionPrinter expressions;
  private final ItemPrinter items;
  private final PatternPrinter patterns;
  private int depth;

  StatementPrinter(StringBuilder out, Layout layout) {
    this.out = out;
    this.layout = layout;
    this.expressions = new ExpressionPrinter(out);
    this.items = new ItemPrinter(out, expressions);
    this.patterns = new PatternPrinter(out, expressions);
  }

  private StatementPrinter text(String text) {
    out.append(text);
    return this;
  }

  private StatementPrinter expression(Expr expression) {
    expressions.expression(expression);
    return this;
  }

  private Void block(Block block) {
    return block(block.statements());
  }

  private Void block(List<Stmt> statements) {
    if (statements.isEmpty()) {
      return text(" { }").done();
    }
    text(" {");
    depth++;
    boolean first = true;
    for (Stmt each : statements) {
      text(layout == Layout.LINES ? line() : first ? " " : "; ");
      statement(each);
      first = false;
    }
    depth--;
    return text(layout == Layout.LINES ? line() : " ").text("}").done();
  }

  /** Writes a statement so that the next line does not continue it, whatever it ends with. */
  void statement(Stmt statement) {
    statement.accept(this);
    boolean lines = layout == Layout.LINES;
    text(lines && CONTINUING.stream().anyMatch(this::endsWith) ? ";" : "");
  }

  private boolean endsWith(String end) {
    return out.length() >= end.length() && out.indexOf(end, out.length() - end.length()) >= 0;
  }

  private String line() {
    return "\n" + "  ".repeat(depth);
  }

  private Void done() {
    return null;
  }

  @Override
  public Void let(Stmt.Let let) {
    return text("let ").text(let.name().text()).text(" = ").expression(let.value()).done();
  }

  @Override
  public Void param(Stmt.Param param) {
    text("param ").text(param.name().text());
    if (param.within() != null) {
      text(" in ").expression(param.within());
    }
    text(" = ").expression(param.value());
    return param.about() == null ? done() : text(" ").expression(param.about()).done();
  }

  @Override
  public Void assign(Stmt.Assign assign) {
    String sign = assign.operator() == null ? "=" : assign.operator().spelling() + "=";
    return expression(assign.target())
        .text(" ")
        .text(sign)
        .text(" ")
        .expression(assign.value())
        .done();
  }

  @Override
  public Void branch(Stmt.If branch) {
    String before = "if ";
    for (Stmt.Arm arm : branch.arms()) {
      text(before).expression(arm.condition()).block(arm.body());
      before = " else if ";
    }
    return branch.otherwise() == null ? done() : text(" else").block(branch.otherwise());
  }

  @Override
  public Void loop(Stmt.For loop) {
    text("for ").text(loop.first().text());
    if (loop.second() != null) {
      text(", ").text(loop.second().text());
    }
    return text(" in ").expression(loop.over()).block(loop.body());
  }

  @Override
  public Void whileLoop(Stmt.While loop) {
    return text("while ").expression(loop.condition()).block(loop.body());
  }

  @Override
  public Void repeat(Stmt.Repeat repeat) {
    return text("repeat ").expression(repeat.times()).block(repeat.body());
  }

  @Override
  public Void def(Stmt.Def def) {
    text("def ").text(def.name().text()).text("(");
    String before = "";
    for (Stmt.Parameter each : def.parameters()) {
      text(before).text(each.name().text());
      if (each.fallback() != null) {
        text(" = ").expression(each.fallback());
      }
      before = ", ";
    }
    return text(")").block(def.body());
  }

  @Override
  public Void giveBack(Stmt.Return statement) {
    text("return");
    return statement.value() == null ? done() : text(" ").expression(statement.value()).done();
  }

  @Override
  public Void leave(Stmt.Break statement) {
    return text("break").done();
  }

  @Override
  public Void proceed(Stmt.Continue statement) {
    return text("continue").done();
  }

  @Override
  public Void use(Stmt.Use use) {
    text("use ").expression(use.what());
    if (use.as() != null) {
      text(" as ").text(use.as().text());
    }
    items.properties(use.options());
    return done();
  }

  @Override
  public Void strategy(Stmt.Strategy strategy) {
    return text(strategy.sort().text())
        .text(" ")
        .text(strategy.name().text())
        .block(strategy.members());
  }

  @Override
  public Void handler(Stmt.Handler handler) {
    text("on ").text(handler.event().text()).text("(");
    return text(String.join(", ", handler.parameters().stream().map(Word::text).toList()))
        .text(")")
        .block(handler.body());
  }

  @Override
  public Void on(Stmt.On on) {
    text("on ").expression(on.actor());
    return on.body() == null ? done() : block(on.body());
  }

  @Override
  public Void at(Stmt.At at) {
    return text("at ").expression(at.instant()).block(at.body());
  }

  @Override
  public Void in(Stmt.In in) {
    return text("in ").expression(in.world()).block(in.body());
  }

  @Override
  public Void after(Stmt.After after) {
    text("after ");
    after.command().accept(this);
    return block(after.body());
  }

  @Override
  public Void start(Stmt.Start start) {
    text("start ");
    return start.command().accept(this);
  }

  @Override
  public Void mark(Stmt.Mark mark) {
    return text("mark").done();
  }

  @Override
  public Void rewind(Stmt.Rewind rewind) {
    return text("rewind").done();
  }

  @Override
  public Void assertion(Stmt.Assert assertion) {
    text("assert ").expression(assertion.condition());
    if (assertion.message() != null) {
      text(" ").expression(assertion.message());
    }
    for (Stmt.Extra each : assertion.extras()) {
      text(" ").text(each.word().text()).text(" ").expression(each.number());
    }
    return done();
  }

  @Override
  public Void check(Stmt.Check check) {
    text("check ").expression(check.name());
    items.items(check.items());
    items.properties(check.options());
    return block(check.body());
  }

  @Override
  public Void expect(Stmt.Expect expect) {
    patterns.expect(expect);
    return done();
  }

  @Override
  public Void forbid(Stmt.Forbid forbid) {
    text("forbid ");
    patterns.pattern(forbid.pattern());
    return done();
  }

  @Override
  public Void allow(Stmt.Allow allow) {
    text("allow ");
    patterns.pattern(allow.pattern());
    return done();
  }

  @Override
  public Void print(Stmt.Print print) {
    text("print ");
    expressions.list(print.values());
    return done();
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    return expression(evaluate.value()).done();
  }

  @Override
  public Void act(Stmt.Act act) {
    text(act.word().text());
    items.items(act.items());
    if (!act.assigned().isEmpty()) {
      text(" = ");
      expressions.list(act.assigned());
    }
    items.properties(act.options());
    return done();
  }

  @Override
  public Void broken(Stmt.Broken broken) {
    return text(ExpressionPrinter.UNREADABLE).done();
  }
}
