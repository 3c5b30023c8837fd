package dev.vsim.check;

import dev.vsim.event.EventKind;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.Problem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Block;
import dev.vsim.syntax.Expectation;
import dev.vsim.syntax.Expr;
import dev.vsim.syntax.Pattern;
import dev.vsim.syntax.Stmt;
import dev.vsim.value.Dimension;
import dev.vsim.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The second pass: checks every statement and notes what it means. */
final class StatementChecker implements Stmt.Visitor<Void> {
  private final SourceText source;
  private final Facts facts;
  private final Diagnostics diagnostics;
  private final ExprChecker exprs;
  private final PatternChecker patterns;
  private final ActChecker acts;
  private final Scope top;
  private final boolean trace;
  private final boolean used;
  private final Set<EventKind> kinds = new LinkedHashSet<>();
  private boolean inOrder;
  private boolean counts;
  private boolean proves;
  private Scope scope;
  private int loops;
  private int functions;

  StatementChecker(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Objects objects,
      Names names,
      Diagnostics diagnostics,
      boolean trace,
      boolean used) {
    this.source = source;
    this.facts = facts;
    this.diagnostics = diagnostics;
    this.trace = trace;
    this.used = used;
    this.top = names.top();
    this.scope = top;
    this.exprs =
        new ExprChecker(
            source, vocabulary, facts, objects, diagnostics, found -> expect(found.expect()));
    this.patterns =
        new PatternChecker(source, exprs, objects, names.labels(), facts, diagnostics, trace);
    SlotChecker slots = new SlotChecker(source, exprs, objects, names.labels(), diagnostics);
    this.acts =
        new ActChecker(source, vocabulary, facts, objects, names, slots, exprs, diagnostics);
  }

  void file(List<Stmt> statements) {
    for (Stmt statement : statements) {
      if (trace
          && !(statement instanceof Stmt.Expect
              || statement instanceof Stmt.Rewind
              || statement instanceof Stmt.Broken)) {
        report(AssertionProblem.NOT_A_TRACE_LINE, statement.span());
      }
      if (used && !declares(statement)) {
        report(ActionProblem.DECLARES_ONLY, statement.span());
      }
      statement.accept(this);
      acts.passed(statement);
    }
  }

  private boolean declares(Stmt statement) {
    return statement instanceof Stmt.Let
        || statement instanceof Stmt.Param
        || statement instanceof Stmt.Def
        || statement instanceof Stmt.Use
        || statement instanceof Stmt.Strategy
        || statement instanceof Stmt.Broken
        || statement instanceof Stmt.Act act && acts.isDeclaration(act);
  }

  CheckedProgram.Observed observed() {
    return new CheckedProgram.Observed(kinds, inOrder, counts, proves);
  }

  private void report(Problem problem, Span span, Object... arguments) {
    diagnostics.add(problem, source, span, arguments);
  }

  private Void block(Block block) {
    if (block == null) {
      return null;
    }
    Scope before = scope;
    scope = facts.scopes.get(block);
    block.statements().forEach(s -> s.accept(this));
    scope = before;
    return null;
  }

  private Void loopBody(Block block) {
    loops++;
    block(block);
    loops--;
    return null;
  }

  @Override
  public Void let(Stmt.Let let) {
    exprs.initializer(facts.variables.get(let.name()), let.value(), scope);
    return null;
  }

  @Override
  public Void param(Stmt.Param param) {
    if (scope != top) {
      report(ActionProblem.TOP_ONLY, param.span(), "param");
    }
    if (param.within() != null) {
      exprs.check(param.within(), scope);
    }
    exprs.check(param.value(), scope);
    return null;
  }

  @Override
  public Void assign(Stmt.Assign assign) {
    exprs.check(assign.value(), scope);
    if (assign.target() instanceof Expr.Name name) {
      assignName(name);
    } else if (assign.target() instanceof Expr.Index) {
      exprs.check(assign.target(), scope);
    } else {
      exprs.check(assign.target(), scope);
      report(
          NameProblem.NOT_ASSIGNABLE,
          assign.target().span(),
          "`" + source.text(assign.target().span()) + "`",
          "attributes are only read");
    }
    if (assign.operator() != null) {
      exprs.check(facts.combined(assign), scope);
    }
    return null;
  }

  private void assignName(Expr.Name name) {
    Optional<Symbol> symbol = scope.find(name.name());
    boolean assignable =
        symbol.filter(s -> s instanceof Symbol.Variable v && !v.isParameter()).isPresent();
    if (assignable) {
      exprs.check(name, scope);
    } else if (symbol.isEmpty()) {
      List<String> known = scope.names();
      String near = ExprChecker.advice(name.name(), known);
      report(
          NameProblem.UNKNOWN_NAME,
          name.span(),
          name.name(),
          near.isEmpty() ? "introduce it: `let " + name.name() + " = …`" : near);
    } else {
      String what = symbol.get() instanceof Symbol.Variable ? "the parameter" : "the name";
      report(
          NameProblem.NOT_ASSIGNABLE,
          name.span(),
          what + " `" + name.name() + "`",
          symbol.get() instanceof Symbol.Variable
              ? "turn it with --set " + name.name() + "=…"
              : "");
    }
  }

  @Override
  public Void branch(Stmt.If branch) {
    for (Stmt.Arm arm : branch.arms()) {
      exprs.condition(arm.condition(), scope);
      block(arm.body());
    }
    return block(branch.otherwise());
  }

  @Override
  public Void loop(Stmt.For loop) {
    StaticType over = exprs.check(loop.over(), scope);
    boolean iterable =
        over.isOpen()
            || switch (over.sort()) {
              case RANGE, LIST, MAP, TEXT -> true;
              default -> false;
            };
    if (!iterable) {
      report(TypeProblem.NOT_ITERABLE, loop.over().span(), over.prose());
    }
    return loopBody(loop.body());
  }

  @Override
  public Void whileLoop(Stmt.While loop) {
    exprs.condition(loop.condition(), scope);
    return loopBody(loop.body());
  }

  @Override
  public Void repeat(Stmt.Repeat repeat) {
    StaticType times = exprs.check(repeat.times(), scope);
    boolean count =
        times.isOpen() || times.isWhole() && times.dimension() == StaticType.COUNT.dimension();
    if (!count) {
      report(TypeProblem.WRONG_SORT, repeat.times().span(), "a number of times", times.prose());
    }
    return loopBody(repeat.body());
  }

  @Override
  public Void def(Stmt.Def def) {
    Symbol.Function function = facts.functions.get(def);
    int loopsOutside = loops;
    loops = 0;
    functions++;
    for (Stmt.Parameter parameter : def.parameters()) {
      if (parameter.fallback() != null) {
        exprs.check(parameter.fallback(), scope);
      }
    }
    if (function != null) {
      block(def.body());
    }
    functions--;
    loops = loopsOutside;
    return null;
  }

  @Override
  public Void giveBack(Stmt.Return statement) {
    if (functions == 0) {
      report(ActionProblem.FUNCTION_ONLY, statement.span());
    }
    if (statement.value() != null) {
      exprs.check(statement.value(), scope);
    }
    return null;
  }

  @Override
  public Void leave(Stmt.Break statement) {
    return insideLoop(statement.span(), "break");
  }

  @Override
  public Void proceed(Stmt.Continue statement) {
    return insideLoop(statement.span(), "continue");
  }

  private Void insideLoop(Span span, String word) {
    if (loops == 0) {
      report(ActionProblem.LOOP_ONLY, span, word);
    }
    return null;
  }

  @Override
  public Void use(Stmt.Use use) {
    if (scope != top) {
      report(ActionProblem.TOP_ONLY, use.span(), "use");
    }
    if (!use.options().isEmpty()) {
      report(ActionProblem.NOT_YET, use.span(), "use … < … >");
    }
    return null;
  }

  @Override
  public Void strategy(Stmt.Strategy strategy) {
    report(ActionProblem.NOT_YET, strategy.sort().span(), strategy.sort().text() + " NAME { … }");
    return null;
  }

  @Override
  public Void handler(Stmt.Handler handler) {
    report(ActionProblem.NOT_YET, handler.span(), "on " + handler.event().text() + "(…)");
    return null;
  }

  @Override
  public Void on(Stmt.On on) {
    StaticType actor = exprs.check(on.actor(), scope);
    if (!actor.isOpen() && actor.sort() != StaticType.Sort.THING) {
      report(TypeProblem.WRONG_SORT, on.actor().span(), "a process, a VM or a host", actor.prose());
    }
    return block(on.body());
  }

  @Override
  public Void at(Stmt.At at) {
    StaticType instant = exprs.check(at.instant(), scope);
    boolean duration =
        instant.isOpen() || instant.isWhole() && instant.dimension() == Dimension.DURATION;
    if (!duration) {
      report(
          TypeProblem.WRONG_SORT, at.instant().span(), "an instant, such as 5ms", instant.prose());
    }
    final int loopsOutside = loops;
    final int functionsOutside = functions;
    loops = 0;
    functions = 0;
    block(at.body());
    loops = loopsOutside;
    functions = functionsOutside;
    return null;
  }

  @Override
  public Void in(Stmt.In in) {
    report(ActionProblem.NOT_YET, in.span(), "in r { … }");
    return null;
  }

  @Override
  public Void after(Stmt.After after) {
    inOrder = true;
    after.command().accept(this);
    return block(after.body());
  }

  @Override
  public Void start(Stmt.Start start) {
    start.command().accept(this);
    if (!(start.command() instanceof Stmt.Act act)
        || facts.acts.get(act) != null && !(facts.acts.get(act) instanceof Meant.Performs)) {
      report(ActionProblem.NOT_STARTED, start.command().span());
    }
    return null;
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
    proves = true;
    exprs.condition(assertion.condition(), scope);
    if (assertion.message() != null) {
      exprs.check(assertion.message(), scope);
    }
    for (Stmt.Extra extra : assertion.extras()) {
      exprs.check(extra.number(), scope);
      switch (extra.word().text()) {
        case "within" -> tolerance(assertion, extra);
        case "points" -> report(ActionProblem.NOT_YET, extra.word().span(), "points");
        default ->
            report(
                NameProblem.UNKNOWN_WORD,
                extra.word().span(),
                extra.word().text(),
                "part of an assertion",
                "behind the condition stand a message, `within 5%` and `points 5`");
      }
    }
    return null;
  }

  private void tolerance(Stmt.Assert assertion, Stmt.Extra extra) {
    Expr condition = assertion.condition();
    while (condition instanceof Expr.Group group) {
      condition = group.inner();
    }
    boolean equality =
        condition instanceof Expr.Binary binary && binary.operator() == Expr.Operator.EQUAL;
    if (!equality) {
      report(
          NameProblem.UNKNOWN_WORD,
          extra.word().span(),
          "within",
          "part of this assertion",
          "`within` follows a comparison by ==");
    }
  }

  @Override
  public Void check(Stmt.Check check) {
    proves = true;
    exprs.check(check.name(), scope);
    if (!check.items().isEmpty() || !check.options().isEmpty()) {
      Span span = check.items().isEmpty() ? check.span() : check.items().get(0).span();
      report(
          ActionProblem.NOT_YET,
          span,
          "check … " + (check.items().isEmpty() ? "< … >" : source.text(span)));
    }
    return block(check.body());
  }

  @Override
  public Void expect(Stmt.Expect expect) {
    proves = true;
    if (expect.world() != null) {
      report(ActionProblem.NOT_YET, expect.span(), "expect in r");
      return null;
    }
    Expectation form = expect.expectation();
    if (form instanceof Expectation.Some some) {
      pattern(some.pattern());
    } else if (form instanceof Expectation.Next next) {
      inOrder = true;
      pattern(next.pattern());
    } else if (form instanceof Expectation.No no) {
      counts = true;
      pattern(no.pattern());
    } else if (form instanceof Expectation.Count count) {
      counts = true;
      bound(count.least());
      bound(count.most());
      pattern(count.pattern());
    } else if (form instanceof Expectation.Any any) {
      any.patterns().forEach(this::pattern);
    } else if (form instanceof Expectation.Exactly exactly) {
      inOrder = true;
      exactly.patterns().forEach(this::pattern);
    } else if (form instanceof Expectation.Only only) {
      patterns.event(only.event()).ifPresent(kinds::add);
      only.patterns().forEach(this::pattern);
    }
    return null;
  }

  private void bound(Expr expr) {
    if (expr != null) {
      StaticType type = exprs.check(expr, scope);
      if (!type.isOpen() && !type.isWhole()) {
        report(TypeProblem.WRONG_SORT, expr.span(), "a number of events", type.prose());
      }
    }
  }

  private void pattern(Pattern pattern) {
    patterns.check(pattern, scope).map(Meant.Events::kind).ifPresent(kinds::add);
  }

  @Override
  public Void forbid(Stmt.Forbid forbid) {
    proves = true;
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
    print.values().forEach(value -> exprs.check(value, scope));
    return null;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    exprs.check(evaluate.value(), scope);
    return null;
  }

  @Override
  public Void act(Stmt.Act act) {
    acts.check(act, scope);
    return null;
  }

  @Override
  public Void broken(Stmt.Broken broken) {
    return null;
  }
}
