package dev.vsim.syntax;

import static vsim.VsimLexer.ASSIGN;

import dev.vsim.source.FormProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import vsim.VsimParser;
import vsim.VsimParserBaseVisitor;

/**
 * Makes records of statements, the inner ones first: each is made as soon as the parser has read
 * it, and its tree is dropped, so that even a long block never stands in memory as a tree.
 */
final class AstBuilder extends VsimParserBaseVisitor<Stmt> {
  /** What the loops of Python count with; a scenario may still define a function of that name. */
  private static final String FOREIGN_RANGE = "range";

  private final IdentityHashMap<ParseTree, Stmt> made = new IdentityHashMap<>();
  private final Complaints complaints;
  private final ExpressionBuilder expressions;
  private final ItemBuilder items;
  private final PatternBuilder patterns;
  private boolean definesRange;

  AstBuilder(Spellings spellings, Complaints complaints) {
    this.complaints = complaints;
    this.expressions = new ExpressionBuilder(spellings, complaints);
    this.items = new ItemBuilder(expressions, complaints);
    this.patterns = new PatternBuilder(expressions);
  }

  /** Makes the record of a statement, and of its tree keeps nothing. */
  void finish(ParserRuleContext statement) {
    put(statement, statement.getChild(0).accept(this));
    statement.children = null;
  }

  /** Gives the record of a statement that could not be read as it stands. */
  void put(ParseTree statement, Stmt record) {
    made.put(statement, record);
  }

  /** Takes the record of a statement. */
  Stmt take(ParseTree statement) {
    return made.remove(statement);
  }

  /** Forgets the statements that were finished inside one that was given up. */
  void forget() {
    made.clear();
  }

  /**
   * A {@code let}, {@code param} or {@code def} that could not be read to its end still declares
   * its name; null for what does not.
   */
  Stmt declared(ParserRuleContext form, Span whole) {
    if (form instanceof VsimParser.LetContext let && isRead(let.name())) {
      return new Stmt.Let(
          whole, expressions.word(let.name()), broken(let.name(), let.ASSIGN(), whole));
    } else if (form instanceof VsimParser.DefContext def && isRead(def.name())) {
      return new Stmt.Let(whole, expressions.word(def.name()), broken(def.name(), null, whole));
    } else if (form instanceof VsimParser.ParamContext param && isRead(param.name())) {
      return new Stmt.Param(
          whole,
          expressions.word(param.name()),
          null,
          broken(param.name(), param.ASSIGN(), whole),
          null);
    }
    return null;
  }

  private static boolean isRead(VsimParser.NameContext name) {
    return name != null && name.exception == null && name.getChildCount() > 0;
  }

  private static Expr broken(VsimParser.NameContext name, TerminalNode assign, Span whole) {
    int start = assign == null ? span(name).end() : ExpressionBuilder.lexeme(assign).end();
    return new Expr.Broken(new Span(start, Math.max(start, whole.end())));
  }

  private static Span span(ParserRuleContext context) {
    return ExpressionBuilder.span(context);
  }

  private Block block(VsimParser.BlockContext context) {
    return context == null ? null : new Block(span(context), taken(context));
  }

  private List<Stmt> taken(ParserRuleContext holder) {
    List<Stmt> taken = new ArrayList<>();
    for (ParseTree child : holder.children) {
      Stmt statement = take(child);
      if (statement != null) {
        taken.add(statement);
      }
    }
    return List.copyOf(taken);
  }

  private Stmt of(ParserRuleContext context) {
    return context.accept(this);
  }

  private Expr value(VsimParser.ResultContext context) {
    return context.simulation() == null
        ? expressions.of(context.expression())
        : simulation(context.simulation());
  }

  private Expr simulation(VsimParser.SimulationContext context) {
    return expressions.simulation(context, items.properties(context.properties()));
  }

  // ---- Values and names

  @Override
  public Stmt visitLet(VsimParser.LetContext context) {
    Expr value =
        context.result() == null
            ? new Expr.Found(span(context.finding()), patterns.expect(context.finding().expect()))
            : value(context.result());
    return new Stmt.Let(span(context), expressions.word(context.name()), value);
  }

  @Override
  public Stmt visitMemberLet(VsimParser.MemberLetContext context) {
    return new Stmt.Let(span(context), expressions.word(context.name()), value(context.result()));
  }

  @Override
  public Stmt visitParam(VsimParser.ParamContext context) {
    Word name = expressions.word(context.name());
    Expr within = context.value() == null ? null : expressions.of(context.value());
    Expr value = expressions.of(context.expression());
    if (within == null) {
      rangeInPlace(name, value);
    }
    return new Stmt.Param(
        span(context),
        name,
        within,
        value,
        context.text() == null ? null : expressions.text(context.text()));
  }

  /** {@code param n = 3 in 1..4}: a question where a range is meant. */
  private void rangeInPlace(Word name, Expr value) {
    if (value instanceof Expr.Binary question && question.operator() == Expr.Operator.IN) {
      complaints.add(
          FormProblem.PARAM_RANGE,
          question.operatorSpan().to(question.right().span()),
          name.text(),
          complaints.text(question.right().span()),
          complaints.text(question.left().span()));
    }
  }

  @Override
  public Stmt visitUse(VsimParser.UseContext context) {
    List<VsimParser.NameContext> names = context.name();
    Expr what =
        context.text() == null ? expressions.of(names.get(0)) : expressions.text(context.text());
    Word as = context.AS() == null ? null : expressions.word(names.get(names.size() - 1));
    return new Stmt.Use(span(context), what, as, items.properties(context.properties()));
  }

  // ---- Control

  @Override
  public Stmt visitBranch(VsimParser.BranchContext context) {
    List<VsimParser.ExpressionContext> conditions = context.expression();
    List<VsimParser.BlockContext> blocks = context.block();
    List<Stmt.Arm> arms = new ArrayList<>(conditions.size());
    for (int i = 0; i < conditions.size(); i++) {
      arms.add(new Stmt.Arm(expressions.of(conditions.get(i)), block(blocks.get(i))));
    }
    Block otherwise =
        blocks.size() > conditions.size() ? block(blocks.get(conditions.size())) : null;
    return new Stmt.If(span(context), List.copyOf(arms), otherwise);
  }

  @Override
  public Stmt visitLoop(VsimParser.LoopContext context) {
    Expr over = expressions.of(context.expression());
    if (over instanceof Expr.Call call
        && call.callee() instanceof Expr.Name callee
        && callee.name().equals(FOREIGN_RANGE)
        && !definesRange) {
      rangeCall(call);
    }
    Word second = context.name().size() > 1 ? expressions.word(context.name(1)) : null;
    return new Stmt.For(
        span(context), expressions.word(context.name(0)), second, over, block(context.block()));
  }

  private void rangeCall(Expr.Call call) {
    List<Expr> bounds = call.arguments();
    String from = bounds.size() < 2 ? "0" : complaints.text(bounds.get(0).span());
    String to =
        bounds.isEmpty() ? "9" : complaints.text(bounds.get(bounds.size() < 2 ? 0 : 1).span());
    complaints.add(HabitProblem.RANGE_CALL, call.span(), from, lastOf(to));
  }

  /** Python's ranges leave out their end. */
  private static String lastOf(String end) {
    boolean small = end.length() < 10 && end.chars().allMatch(c -> c >= '0' && c <= '9');
    return small ? String.valueOf(Integer.parseInt(end) - 1) : end + " - 1";
  }

  @Override
  public Stmt visitWhileLoop(VsimParser.WhileLoopContext context) {
    return new Stmt.While(
        span(context), expressions.of(context.expression()), block(context.block()));
  }

  @Override
  public Stmt visitRepeat(VsimParser.RepeatContext context) {
    return new Stmt.Repeat(
        span(context), expressions.of(context.expression()), block(context.block()));
  }

  @Override
  public Stmt visitLeave(VsimParser.LeaveContext context) {
    return new Stmt.Break(span(context));
  }

  @Override
  public Stmt visitProceed(VsimParser.ProceedContext context) {
    return new Stmt.Continue(span(context));
  }

  @Override
  public Stmt visitGiveBack(VsimParser.GiveBackContext context) {
    return new Stmt.Return(
        span(context), context.result() == null ? null : value(context.result()));
  }

  // ---- Functions and strategies

  @Override
  public Stmt visitDef(VsimParser.DefContext context) {
    return def(context, context.name(), context.parameter(), context.block());
  }

  @Override
  public Stmt visitMemberDef(VsimParser.MemberDefContext context) {
    return def(context, context.name(), context.parameter(), context.block());
  }

  private Stmt def(
      ParserRuleContext context,
      VsimParser.NameContext name,
      List<VsimParser.ParameterContext> given,
      VsimParser.BlockContext body) {
    List<Stmt.Parameter> parameters = new ArrayList<>(given.size());
    for (VsimParser.ParameterContext each : given) {
      Expr fallback = each.expression() == null ? null : expressions.of(each.expression());
      parameters.add(new Stmt.Parameter(expressions.word(each.name()), fallback));
    }
    Word word = expressions.word(name);
    definesRange |= word.text().equals(FOREIGN_RANGE);
    return new Stmt.Def(span(context), word, List.copyOf(parameters), block(body));
  }

  @Override
  public Stmt visitStrategy(VsimParser.StrategyContext context) {
    return new Stmt.Strategy(
        span(context), expressions.word(context), expressions.word(context.name()), taken(context));
  }

  @Override
  public Stmt visitHandler(VsimParser.HandlerContext context) {
    List<Word> words = new ArrayList<>();
    for (VsimParser.NameContext each : context.name()) {
      words.add(expressions.word(each));
    }
    List<Word> parameters = List.copyOf(words.subList(1, words.size()));
    return new Stmt.Handler(span(context), words.get(0), parameters, block(context.block()));
  }

  // ---- Who acts, when and where

  @Override
  public Stmt visitOn(VsimParser.OnContext context) {
    return new Stmt.On(span(context), expressions.of(context.path()), block(context.block()));
  }

  @Override
  public Stmt visitAt(VsimParser.AtContext context) {
    return new Stmt.At(span(context), expressions.of(context.expression()), block(context.block()));
  }

  @Override
  public Stmt visitIn(VsimParser.InContext context) {
    return new Stmt.In(span(context), expressions.of(context.path()), block(context.block()));
  }

  @Override
  public Stmt visitAfter(VsimParser.AfterContext context) {
    return new Stmt.After(span(context), of(context.action()), block(context.block()));
  }

  @Override
  public Stmt visitStart(VsimParser.StartContext context) {
    return new Stmt.Start(span(context), of(context.action()));
  }

  // ---- Assertions

  @Override
  public Stmt visitMark(VsimParser.MarkContext context) {
    return new Stmt.Mark(span(context));
  }

  @Override
  public Stmt visitRewind(VsimParser.RewindContext context) {
    return new Stmt.Rewind(span(context));
  }

  @Override
  public Stmt visitAssertion(VsimParser.AssertionContext context) {
    List<Stmt.Extra> extras = new ArrayList<>();
    for (VsimParser.ExtraContext each : context.extra()) {
      extras.add(new Stmt.Extra(expressions.word(each), expressions.number(each.NUMBER())));
    }
    Expr.Text message = context.text() == null ? null : expressions.text(context.text());
    return new Stmt.Assert(
        span(context), expressions.of(context.expression()), message, List.copyOf(extras));
  }

  @Override
  public Stmt visitCheck(VsimParser.CheckContext context) {
    return new Stmt.Check(
        span(context),
        expressions.text(context.text()),
        items.items(context.item()),
        items.properties(context.properties()),
        block(context.block()));
  }

  @Override
  public Stmt visitExpecting(VsimParser.ExpectingContext context) {
    return patterns.expect(context.expect());
  }

  @Override
  public Stmt visitForbid(VsimParser.ForbidContext context) {
    return new Stmt.Forbid(span(context), patterns.pattern(context.pattern()));
  }

  @Override
  public Stmt visitAllow(VsimParser.AllowContext context) {
    return new Stmt.Allow(span(context), patterns.pattern(context.pattern()));
  }

  // ---- What acts

  @Override
  public Stmt visitPrint(VsimParser.PrintContext context) {
    return new Stmt.Print(span(context), expressions.all(context.expression()));
  }

  @Override
  public Stmt visitSimulating(VsimParser.SimulatingContext context) {
    return new Stmt.Evaluate(span(context), simulation(context.simulation()));
  }

  @Override
  public Stmt visitActing(VsimParser.ActingContext context) {
    return of(context.action());
  }

  @Override
  public Stmt visitAssign(VsimParser.AssignContext context) {
    return assign(context, expressions.of(context.name()), context.assigning(), context.result());
  }

  @Override
  public Stmt visitEvaluate(VsimParser.EvaluateContext context) {
    Expr target = expressions.trailed(expressions.of(context.name()), context.tail());
    if (context.assigning() == null) {
      return new Stmt.Evaluate(span(context), target);
    }
    if (target instanceof Expr.Call) {
      complaints.add(FormProblem.ASSIGN_TARGET, target.span());
    }
    return assign(context, target, context.assigning(), context.result());
  }

  private Stmt assign(
      ParserRuleContext context,
      Expr target,
      VsimParser.AssigningContext sign,
      VsimParser.ResultContext result) {
    int type = sign.start.getType();
    Expr.Operator operator = type == ASSIGN ? null : Operators.of(type);
    return new Stmt.Assign(span(context), target, operator, value(result));
  }

  @Override
  public Stmt visitAct(VsimParser.ActContext context) {
    return new Stmt.Act(
        span(context),
        expressions.word(context.name()),
        items.items(context.item()),
        context.value().isEmpty() ? List.of() : expressions.all(context.value()),
        items.properties(context.properties()));
  }
}
