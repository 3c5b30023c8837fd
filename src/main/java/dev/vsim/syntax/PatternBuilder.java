package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.TerminalNode;
import vsim.VsimParser;
import vsim.VsimParserBaseVisitor;

/** Makes records of what assertions look for. */
final class PatternBuilder extends VsimParserBaseVisitor<Expectation> {
  private final ExpressionBuilder expressions;
  private final FacetBuilder facets;

  PatternBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
    this.facets = new FacetBuilder(expressions);
  }

  Stmt.Expect expect(VsimParser.ExpectContext context) {
    Expr world = context.path() == null ? null : expressions.of(context.path());
    return new Stmt.Expect(
        ExpressionBuilder.span(context), world, context.expectation().accept(this));
  }

  Pattern pattern(VsimParser.PatternContext context) {
    return new Pattern(
        ExpressionBuilder.span(context), word(context.NAME()), facets.all(context.facet()));
  }

  private List<Pattern> patterns(List<VsimParser.PatternContext> contexts) {
    List<Pattern> made = new ArrayList<>(contexts.size());
    for (VsimParser.PatternContext each : contexts) {
      made.add(pattern(each));
    }
    return List.copyOf(made);
  }

  private Word word(TerminalNode node) {
    return expressions.word(ExpressionBuilder.lexeme(node));
  }

  @Override
  public Expectation visitSome(VsimParser.SomeContext context) {
    return new Expectation.Some(pattern(context.pattern()));
  }

  @Override
  public Expectation visitNext(VsimParser.NextContext context) {
    return new Expectation.Next(pattern(context.pattern()));
  }

  @Override
  public Expectation visitNo(VsimParser.NoContext context) {
    return new Expectation.No(pattern(context.pattern()));
  }

  @Override
  public Expectation visitCount(VsimParser.CountContext context) {
    List<VsimParser.LimitContext> limits = context.limit();
    Expr least = expressions.of(limits.get(0));
    Expr most =
        limits.size() > 1 ? expressions.of(limits.get(1)) : context.RANGE() == null ? least : null;
    Lexeme end = (Lexeme) limits.get(limits.size() - 1).stop;
    int behind =
        Math.max(
            end.end(),
            context.RANGE() == null ? 0 : ExpressionBuilder.lexeme(context.RANGE()).end());
    Span span = new Span(least.span().start(), behind);
    return new Expectation.Count(span, least, most, pattern(context.pattern()));
  }

  @Override
  public Expectation visitAny(VsimParser.AnyContext context) {
    return new Expectation.Any(patterns(context.pattern()));
  }

  @Override
  public Expectation visitExactly(VsimParser.ExactlyContext context) {
    return new Expectation.Exactly(patterns(context.pattern()));
  }

  @Override
  public Expectation visitOnly(VsimParser.OnlyContext context) {
    Word event = word(context.NAME());
    List<Pattern> made = new ArrayList<>();
    for (VsimParser.FacetsContext each : context.facets()) {
      made.add(new Pattern(ExpressionBuilder.span(each), event, facets.all(each.facet())));
    }
    return new Expectation.Only(event, List.copyOf(made));
  }
}
