package dev.vsim.syntax;

import java.util.ArrayList;
import java.util.List;
import vsim.VsimParser;
import vsim.VsimParserBaseVisitor;

/** Makes records of a pattern's items. */
final class FacetBuilder extends VsimParserBaseVisitor<Pattern.Item> {
  private final ExpressionBuilder expressions;

  FacetBuilder(ExpressionBuilder expressions) {
    this.expressions = expressions;
  }

  List<Pattern.Item> all(List<VsimParser.FacetContext> contexts) {
    List<Pattern.Item> made = new ArrayList<>(contexts.size());
    for (VsimParser.FacetContext each : contexts) {
      made.add(each.accept(this));
    }
    return List.copyOf(made);
  }

  @Override
  public Pattern.Item visitMeasure(VsimParser.MeasureContext context) {
    Expr from = expressions.of(context.limit(0));
    if (context.RANGE() == null) {
      return new Pattern.Item.Term(from);
    }
    Expr to = context.limit().size() > 1 ? expressions.of(context.limit(1)) : null;
    return new Pattern.Item.Interval(ExpressionBuilder.span(context), from, to);
  }

  @Override
  public Pattern.Item visitWords(VsimParser.WordsContext context) {
    return new Pattern.Item.Term(expressions.of(context.path()));
  }

  @Override
  public Pattern.Item visitFacetAddress(VsimParser.FacetAddressContext context) {
    return new Pattern.Item.Term(expressions.address(context));
  }

  @Override
  public Pattern.Item visitFacetText(VsimParser.FacetTextContext context) {
    return new Pattern.Item.Term(expressions.text(context.text()));
  }

  @Override
  public Pattern.Item visitFacetTruth(VsimParser.FacetTruthContext context) {
    return new Pattern.Item.Term(
        new Expr.Truth(ExpressionBuilder.span(context), context.TRUE() != null));
  }

  @Override
  public Pattern.Item visitFacetNone(VsimParser.FacetNoneContext context) {
    return new Pattern.Item.Term(new Expr.None(ExpressionBuilder.span(context)));
  }

  @Override
  public Pattern.Item visitAnything(VsimParser.AnythingContext context) {
    return new Pattern.Item.Anything(ExpressionBuilder.span(context));
  }

  @Override
  public Pattern.Item visitQuestion(VsimParser.QuestionContext context) {
    return new Pattern.Item.Question(ExpressionBuilder.span(context));
  }
}
