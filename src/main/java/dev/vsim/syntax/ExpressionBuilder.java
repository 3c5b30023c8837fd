package dev.vsim.syntax;

import dev.vsim.source.Span;
import dev.vsim.syntax.Expr.Operator;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import vsim.VsimParser;
import vsim.VsimParserBaseVisitor;

/**
 * Makes records of expressions. The height of the tree is limited by {@link Nesting}, and so is the
 * recursion here.
 */
final class ExpressionBuilder extends VsimParserBaseVisitor<Expr> {
  private final Spellings spellings;
  private final TextBuilder texts;
  private final OperatorRules rules;
  private final ListBuilder lists;

  ExpressionBuilder(Spellings spellings, Complaints complaints) {
    this.spellings = spellings;
    this.texts = new TextBuilder(spellings, this, complaints);
    this.rules = new OperatorRules(complaints);
    this.lists = new ListBuilder(this, complaints);
  }

  static Span span(ParserRuleContext context) {
    return new Span(((Lexeme) context.start).start(), ((Lexeme) context.stop).end());
  }

  static Lexeme lexeme(TerminalNode node) {
    return (Lexeme) node.getSymbol();
  }

  Expr of(ParserRuleContext context) {
    return context.accept(this);
  }

  List<Expr> all(List<? extends ParserRuleContext> contexts) {
    if (contexts.size() == 1) {
      return List.of(of(contexts.get(0)));
    }
    List<Expr> made = new ArrayList<>(contexts.size());
    for (ParserRuleContext each : contexts) {
      made.add(of(each));
    }
    return List.copyOf(made);
  }

  Word word(ParserRuleContext context) {
    return word((Lexeme) context.start);
  }

  Word word(Lexeme token) {
    return new Word(token.span(), spellings.name(token));
  }

  Expr.Text text(VsimParser.TextContext context) {
    return texts.of(context);
  }

  Expr.Number number(TerminalNode node) {
    Lexeme token = lexeme(node);
    return new Expr.Number(token.span(), spellings.of(token));
  }

  Expr.Simulation simulation(VsimParser.SimulationContext context, List<Property> options) {
    return new Expr.Simulation(span(context), of(context.value()), options);
  }

  Expr.Address address(ParserRuleContext context) {
    return new Expr.Address(span(context), spellings.of((Lexeme) context.start));
  }

  // ---- Operators

  @Override
  public Expr visitPlain(VsimParser.PlainContext context) {
    Expr value = of(context.value());
    rules.notForeign(value);
    return value;
  }

  @Override
  public Expr visitValue(VsimParser.ValueContext context) {
    Expr from = of(context.amount(0));
    return context.RANGE() == null
        ? from
        : new Expr.Range(span(context), from, of(context.amount(1)));
  }

  @Override
  public Expr visitBits(VsimParser.BitsContext context) {
    return binary(context, (TerminalNode) context.getChild(1));
  }

  @Override
  public Expr visitShiftRight(VsimParser.ShiftRightContext context) {
    Span first = lexeme(context.GREATER(0)).span();
    Span second = lexeme(context.GREATER(1)).span();
    rules.glued(first, second);
    return binary(context, Operator.SHIFT_RIGHT, first.to(second));
  }

  @Override
  public Expr visitComparison(VsimParser.ComparisonContext context) {
    return binary(context, (TerminalNode) context.getChild(1));
  }

  @Override
  public Expr visitMembership(VsimParser.MembershipContext context) {
    Span in = lexeme(context.IN()).span();
    return context.NOT() == null
        ? binary(context, Operator.IN, in)
        : binary(context, Operator.NOT_IN, lexeme(context.NOT()).span().to(in));
  }

  @Override
  public Expr visitConjunction(VsimParser.ConjunctionContext context) {
    return binary(context, context.AND());
  }

  @Override
  public Expr visitDisjunction(VsimParser.DisjunctionContext context) {
    return binary(context, context.OR());
  }

  @Override
  public Expr visitProduct(VsimParser.ProductContext context) {
    return binary(context, (TerminalNode) context.getChild(1));
  }

  @Override
  public Expr visitSum(VsimParser.SumContext context) {
    if (context.MINUS() != null) {
      rules.apart(span(context), lexeme(context.MINUS()).span());
    }
    return binary(context, (TerminalNode) context.getChild(1));
  }

  private Expr binary(ParserRuleContext context, TerminalNode operator) {
    Lexeme token = lexeme(operator);
    return binary(context, Operators.of(token.getType()), token.span());
  }

  private Expr binary(ParserRuleContext context, Operator operator, Span operatorSpan) {
    Expr left = of((ParserRuleContext) context.getChild(0));
    Expr right = of((ParserRuleContext) context.getChild(context.getChildCount() - 1));
    Expr.Binary made = new Expr.Binary(span(context), operator, operatorSpan, left, right);
    rules.hold(made);
    return made;
  }

  @Override
  public Expr visitNegation(VsimParser.NegationContext context) {
    Expr.Unary made = new Expr.Unary(span(context), Operator.NOT, of(context.expression()));
    rules.hold(made);
    return made;
  }

  @Override
  public Expr visitNegative(VsimParser.NegativeContext context) {
    return new Expr.Unary(span(context), Operator.NEGATE, of(context.amount()));
  }

  @Override
  public Expr visitChoice(VsimParser.ChoiceContext context) {
    Expr.Choice made =
        new Expr.Choice(
            span(context),
            of(context.expression(0)),
            of(context.expression(1)),
            of(context.expression(2)));
    rules.hold(made);
    return made;
  }

  // ---- Paths and calls

  @Override
  public Expr visitTrailed(VsimParser.TrailedContext context) {
    return trailed(of(context.amount()), context.tail());
  }

  @Override
  public Expr visitPath(VsimParser.PathContext context) {
    return trailed(named((Lexeme) context.start), context.tail());
  }

  /** A name with what is glued to it. */
  Expr trailed(Expr head, List<VsimParser.TailContext> tails) {
    Expr made = head;
    for (VsimParser.TailContext each : tails) {
      made = trailed(made, each);
    }
    return made;
  }

  private Expr trailed(Expr head, VsimParser.TailContext tail) {
    Span whole = head.span().to(span(tail));
    if (tail instanceof VsimParser.MemberOfContext member) {
      return new Expr.Member(whole, head, word(member.word()));
    }
    if (tail instanceof VsimParser.IndexContext index) {
      return new Expr.Index(whole, head, of(index.expression()));
    }
    return new Expr.Call(whole, head, all(((VsimParser.CallContext) tail).expression()));
  }

  // ---- Values

  @Override
  public Expr visitNamed(VsimParser.NamedContext context) {
    return named((Lexeme) context.start);
  }

  @Override
  public Expr visitName(VsimParser.NameContext context) {
    return named((Lexeme) context.start);
  }

  private Expr.Name named(Lexeme token) {
    return new Expr.Name(token.span(), spellings.name(token));
  }

  @Override
  public Expr visitNumber(VsimParser.NumberContext context) {
    return number(context.NUMBER());
  }

  @Override
  public Expr visitAddress(VsimParser.AddressContext context) {
    return address(context);
  }

  @Override
  public Expr visitQuoted(VsimParser.QuotedContext context) {
    return text(context.text());
  }

  @Override
  public Expr visitText(VsimParser.TextContext context) {
    return text(context);
  }

  @Override
  public Expr visitTruth(VsimParser.TruthContext context) {
    return new Expr.Truth(span(context), context.TRUE() != null);
  }

  @Override
  public Expr visitNone(VsimParser.NoneContext context) {
    return new Expr.None(span(context));
  }

  @Override
  public Expr visitGroup(VsimParser.GroupContext context) {
    return new Expr.Group(span(context), of(context.expression()));
  }

  @Override
  public Expr visitList(VsimParser.ListContext context) {
    return lists.of(context);
  }

  @Override
  public Expr visitEmptyMap(VsimParser.EmptyMapContext context) {
    return new Expr.MapOf(span(context), List.of());
  }

  @Override
  public Expr visitLimitNumber(VsimParser.LimitNumberContext context) {
    return number(context.NUMBER());
  }

  @Override
  public Expr visitLimitNegative(VsimParser.LimitNegativeContext context) {
    return new Expr.Unary(span(context), Operator.NEGATE, number(context.NUMBER()));
  }

  @Override
  public Expr visitLimitGroup(VsimParser.LimitGroupContext context) {
    return new Expr.Group(span(context), of(context.expression()));
  }
}
