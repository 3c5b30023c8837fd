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
import dev.vsim.value.Type;
import dev.vsim.vocabulary.StrategySort;
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
  private Optional<StrategySort.Handler> handling = Optional.empty();
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
    }
    if (assign.operator() != null) {
      exprs.check(facts.combined(assign), scope);
    }
    if (!(assign.target() instanceof Expr.Name || assign.target() instanceof Expr.Index)) {
      Expr stored = assign.operator() == null ? assign.value() : facts.combined(assign);
      assignAttribute(assign, facts.type(stored));
    }
    return null;
  }

  /** A strategy, or a function that it calls, writes some of what it is given. */
  private void assignAttribute(Stmt.Assign assign, StaticType value) {
    StaticType of =
        assign.target() instanceof Expr.Member member && facts.symbols.get(member) == null
            ? facts.type(member.of())
            : StaticType.of(StaticType.Sort.NONE);
    boolean known = of.sort() == StaticType.Sort.THING;
    if (functions > 0 && of.isOpen()) {
      return;
    }
    Optional<Type> written =
        known ? exprs.written(of.kind(), (Expr.Member) assign.target()) : Optional.empty();
    if (written.isEmpty()) {
      report(
          NameProblem.NOT_ASSIGNABLE,
          assign.target().span(),
          "`" + source.text(assign.target().span()) + "`",
          exprs.writable(of.kind()));
    } else if (!value.isOpen() && !SlotChecker.fits(written.get(), value)) {
      report(TypeProblem.WRONG_SORT, assign.value().span(), written.get().prose(), value.prose());
    }
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
    Optional<StrategySort.Handler> handlingOutside = handling;
    loops = 0;
    handling = Optional.empty();
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
    handling = handlingOutside;
    return null;
  }

  @Override
  public Void giveBack(Stmt.Return statement) {
    if (functions == 0) {
      report(ActionProblem.FUNCTION_ONLY, statement.span());
    }
    if (statement.value() != null) {
      StaticType given = exprs.check(statement.value(), scope);
      handling
          .flatMap(StrategySort.Handler::gives)
          .ifPresent(kind -> decision(statement, kind, given));
    }
    return null;
  }

  /** What a handler gives back is of the kind that it decides on. */
  private void decision(Stmt.Return statement, String kind, StaticType given) {
    boolean fits =
        given.isOpen() || given.sort() == StaticType.Sort.THING && given.kind().equals(kind);
    if (!fits) {
      report(TypeProblem.WRONG_SORT, statement.value().span(), "a " + kind, given.prose());
    }
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
    if (scope != top) {
      report(ActionProblem.TOP_ONLY, strategy.sort().span(), strategy.sort().text());
    }
    Symbol.Strategy symbol = facts.strategies.get(strategy);
    new StrategyChecker(source, diagnostics).check(symbol, used);
    Scope before = scope;
    int loopsOutside = loops;
    loops = 0;
    scope = symbol.scope();
    strategy.members().forEach(member -> member.accept(this));
    scope = before;
    loops = loopsOutside;
    return null;
  }

  @Override
  public Void handler(Stmt.Handler handler) {
    functions++;
    handling = facts.handlers.get(handler);
    block(handler.body());
    handling = Optional.empty();
    functions--;
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
      if (any.patterns().isEmpty()) {
        report(AssertionProblem.NO_EVENT, expect.span());
      }
      any.patterns().forEach(this::pattern);
    } else if (form instanceof Expectation.Exactly exactly) {
      inOrder = true;
      exactly.patterns().forEach(this::pattern);
    } else if (form instanceof Expectation.Only only) {
      patterns.event(only.event(), List.of()).ifPresent(kinds::add);
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
    if (evaluate.value() instanceof Expr.Call call
        && call.callee() instanceof Expr.Member member
        && facts.symbols.get(member) == null) {
      unused(call, member);
    } else if (evaluate.value() instanceof Expr.Member || evaluate.value() instanceof Expr.Index) {
      report(
          ActionProblem.NO_EFFECT,
          evaluate.span(),
          "reading this",
          "`print " + source.text(evaluate.value().span()) + "` prints it");
    }
    return null;
  }

  private void unused(Expr.Call call, Expr.Member member) {
    StaticType of = facts.type(member.of());
    String name = member.name().text();
    boolean onlyGives =
        Methods.find(of.sort(), name)
            .map(m -> !m.changes())
            .orElse(of.isOpen() && Methods.onlyGives(name));
    if (onlyGives) {
      String owner = source.text(member.of().span());
      report(
          ActionProblem.NO_EFFECT,
          call.span(),
          "`" + source.text(call.span()) + "`",
          member.of() instanceof Expr.Name
              ? "it gives a new value: `" + owner + " = " + source.text(call.span()) + "` keeps it"
              : "it gives a value and changes nothing");
    }
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
