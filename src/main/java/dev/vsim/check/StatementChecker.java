package dev.vsim.check;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
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
import dev.vsim.vocabulary.StrategySort;
import dev.vsim.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** The second pass: checks every statement and notes what it means. */
final class StatementChecker implements Stmt.Visitor<Void> {
  private final Tables tables;
  private final SourceText source;
  private final Facts facts;
  private final Diagnostics diagnostics;
  private final ExprChecker exprs;
  private final PatternChecker patterns;
  private final ActChecker acts;
  private final Scope top;
  private final boolean trace;
  private final boolean used;
  private final Looked here = new Looked();
  private final Looked elsewhere = new Looked();
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
      Worlds worlds,
      Names names,
      Diagnostics diagnostics,
      boolean trace,
      boolean used) {
    this(
        new Tables(
            source,
            vocabulary,
            facts,
            worlds,
            names,
            new CheckNames(source, diagnostics),
            diagnostics),
        objects,
        new PageLabels(names.labels(), false),
        new Told(names.objectsOfAll(), new PageLabels(names.labelsOfAll(), false)),
        trace,
        used);
  }

  /** What all checkers of one file share. */
  private record Tables(
      SourceText source,
      Vocabulary vocabulary,
      Facts facts,
      Worlds worlds,
      Names names,
      CheckNames checks,
      Diagnostics diagnostics) {}

  /** What events may tell of: all that there is in their world, whichever file declares it. */
  private record Told(Objects objects, PageLabels labels) {}

  /**
   * @param objects those of the world in which the statements act, as far as they can name them
   * @param labels those of its pages
   */
  private StatementChecker(
      Tables tables, Objects objects, PageLabels labels, Told told, boolean trace, boolean used) {
    this.tables = tables;
    this.source = tables.source;
    this.facts = tables.facts;
    this.diagnostics = tables.diagnostics;
    this.trace = trace;
    this.used = used;
    this.top = tables.names.top();
    this.scope = top;
    this.exprs =
        new ExprChecker(
            source,
            tables.vocabulary,
            facts,
            objects,
            tables.worlds,
            diagnostics,
            found -> expect(found.expect()));
    this.patterns =
        new PatternChecker(
            source,
            exprs,
            told.objects,
            told.labels,
            facts,
            diagnostics,
            trace || objects.isOpen());
    SlotChecker slots = new SlotChecker(source, exprs, objects, labels, diagnostics);
    this.acts =
        new ActChecker(
            source, tables.vocabulary, facts, objects, tables.names, slots, exprs, diagnostics);
  }

  void file(List<Stmt> statements) {
    for (Stmt statement : statements) {
      if (trace
          && !(statement instanceof Stmt.Expect
              || statement instanceof Stmt.Rewind
              || statement instanceof Stmt.Broken)) {
        report(AssertionProblem.NOT_A_TRACE_LINE, statement.span());
      }
      if (diagnostics.isOverfull()) {
        return;
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
    return here.observed(proves || tables.worlds.simulates());
  }

  /** What is looked at in the worlds that the file simulates. */
  CheckedProgram.Observed observedElsewhere() {
    return elsewhere.observed(false);
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
    new AssignChecker(source, facts, diagnostics, exprs, scope, functions > 0).assign(assign);
    return null;
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
      facts.effects.begin(function);
      block(def.body());
      facts.effects.end();
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
    StaticType world = world(in.world());
    Objects objects = tables.worlds.objects(world);
    StatementChecker inside =
        new StatementChecker(
            tables,
            objects,
            tables.worlds.labels(world),
            new Told(objects, tables.worlds.labels(world)),
            false,
            used);
    inside.loops = loops;
    inside.functions = functions;
    inside.scope = scope;
    facts.scopes.get(in.body()).lookInto(objects);
    inside.block(in.body());
    elsewhere.add(inside.here);
    elsewhere.add(inside.elsewhere);
    proves |= inside.proves;
    return null;
  }

  /** An expression that is to yield a simulated world. */
  private StaticType world(Expr expr) {
    StaticType type = exprs.check(expr, scope);
    if (!type.isOpen() && type.sort() != StaticType.Sort.WORLD) {
      report(TypeProblem.WRONG_SORT, expr.span(), "a world that `simulate` made", type.prose());
    }
    return type;
  }

  @Override
  public Void after(Stmt.After after) {
    here.inOrder = true;
    elsewhere.inOrder |= functions > 0;
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
    facts.effects.beginAssertion();
    checkAssertion(assertion);
    facts.effects.end();
    return null;
  }

  private void checkAssertion(Stmt.Assert assertion) {
    proves = true;
    exprs.condition(assertion.condition(), scope);
    if (assertion.message() != null) {
      exprs.check(assertion.message(), scope);
    }
    for (Stmt.Extra extra : assertion.extras()) {
      exprs.check(extra.number(), scope);
    }
    new AssertionExtras(source, diagnostics).check(assertion);
  }

  @Override
  public Void check(Stmt.Check check) {
    proves = true;
    tables.checks.add(check);
    exprs.check(check.name(), scope);
    CheckForm form = CheckForm.of(check, source, diagnostics);
    if (!form.needs().isEmpty()) {
      report(GradeProblem.ASSIGNMENT_ONLY, form.needs().get(0).span(), "needs");
    }
    return block(check.body());
  }

  @Override
  public Void expect(Stmt.Expect expect) {
    proves = true;
    if (expect.world() == null) {
      form(
          expect.expectation(),
          expect.span(),
          patterns,
          functions == 0 ? List.of(here) : List.of(here, elsewhere));
    } else {
      StaticType world = world(expect.world());
      form(expect.expectation(), expect.span(), patternsOf(world), List.of(elsewhere));
    }
    return null;
  }

  private PatternChecker patternsOf(StaticType world) {
    Objects objects = tables.worlds.objects(world);
    return new PatternChecker(
        source,
        exprs,
        objects,
        tables.worlds.labels(world),
        facts,
        diagnostics,
        trace || objects.isOpen());
  }

  /**
   * Checks a form, and notes what has to be kept for it.
   *
   * @param at where it stands
   * @param logs where it may look; inside a function that is any world
   */
  private void form(Expectation form, Span at, PatternChecker by, List<Looked> logs) {
    if (form instanceof Expectation.Some some) {
      pattern(some.pattern(), by, logs);
    } else if (form instanceof Expectation.Next next) {
      logs.forEach(log -> log.inOrder = true);
      pattern(next.pattern(), by, logs);
    } else if (form instanceof Expectation.No no) {
      logs.forEach(log -> log.counts = true);
      pattern(no.pattern(), by, logs);
    } else if (form instanceof Expectation.Count count) {
      logs.forEach(log -> log.counts = true);
      bound(count.least());
      bound(count.most());
      pattern(count.pattern(), by, logs);
    } else if (form instanceof Expectation.Any any) {
      if (any.patterns().isEmpty()) {
        report(AssertionProblem.NO_EVENT, at);
      }
      any.patterns().forEach(pattern -> pattern(pattern, by, logs));
    } else if (form instanceof Expectation.Exactly exactly) {
      logs.forEach(log -> log.inOrder = true);
      exactly.patterns().forEach(pattern -> pattern(pattern, by, logs));
    } else if (form instanceof Expectation.Only only) {
      by.event(only.event(), List.of()).ifPresent(kind -> logs.forEach(log -> log.kinds.add(kind)));
      only.patterns().forEach(pattern -> pattern(pattern, by, logs));
    }
  }

  private void bound(Expr expr) {
    if (expr != null) {
      facts.effects.beginAssertion();
      StaticType type = exprs.check(expr, scope);
      facts.effects.end();
      if (!type.isOpen() && !type.isWhole()) {
        report(TypeProblem.WRONG_SORT, expr.span(), "a number of events", type.prose());
      }
    }
  }

  private void pattern(Pattern pattern, PatternChecker by, List<Looked> logs) {
    facts.effects.beginAssertion();
    by.check(pattern, scope)
        .map(Meant.Events::kind)
        .ifPresent(kind -> logs.forEach(log -> log.kinds.add(kind)));
    facts.effects.end();
  }

  /** A rule: inside a function it may be one of any world. */
  private void rule(Pattern pattern) {
    pattern(pattern, patterns, functions == 0 ? List.of(here) : List.of(here, elsewhere));
  }

  @Override
  public Void forbid(Stmt.Forbid forbid) {
    proves = true;
    rule(forbid.pattern());
    return null;
  }

  @Override
  public Void allow(Stmt.Allow allow) {
    rule(allow.pattern());
    return null;
  }

  @Override
  public Void print(Stmt.Print print) {
    print.values().forEach(value -> exprs.check(value, scope));
    return null;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    new EvaluationChecker(source, facts, diagnostics, exprs, scope).evaluate(evaluate);
    return null;
  }

  @Override
  public Void act(Stmt.Act act) {
    acts.check(act, scope);
    facts.effects.does(source, act.span(), "performs `" + act.word().text() + "`");
    return null;
  }

  @Override
  public Void broken(Stmt.Broken broken) {
    return null;
  }
}
