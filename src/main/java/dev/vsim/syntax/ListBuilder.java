package dev.vsim.syntax;

import dev.vsim.source.FormProblem;
import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.List;
import vsim.VsimParser;

/** Makes records of {@code […]}: a map where the elements have keys, else a list. */
final class ListBuilder {
  private final ExpressionBuilder expressions;
  private final Complaints complaints;

  ListBuilder(ExpressionBuilder expressions, Complaints complaints) {
    this.expressions = expressions;
    this.complaints = complaints;
  }

  Expr of(VsimParser.ListContext context) {
    List<VsimParser.EntryContext> entries = context.entry();
    Span span = ExpressionBuilder.span(context);
    if (entries.isEmpty() || entries.get(0).COLON() == null) {
      return list(span, entries);
    }
    return map(span, entries);
  }

  private Expr list(Span span, List<VsimParser.EntryContext> entries) {
    List<Expr> items = new ArrayList<>(entries.size());
    for (VsimParser.EntryContext each : entries) {
      if (each.COLON() != null) {
        complaints.add(FormProblem.MIXED_MAP, ExpressionBuilder.lexeme(each.COLON()).span());
      }
      items.add(expressions.of(each.expression(0)));
    }
    return new Expr.ListOf(span, List.copyOf(items));
  }

  private Expr map(Span span, List<VsimParser.EntryContext> entries) {
    List<Expr.Entry> made = new ArrayList<>(entries.size());
    for (VsimParser.EntryContext each : entries) {
      Expr key = expressions.of(each.expression(0));
      if (each.COLON() == null) {
        complaints.add(FormProblem.MIXED_MAP, key.span());
        made.add(new Expr.Entry(key, new Expr.Broken(key.span().after())));
      } else {
        made.add(new Expr.Entry(key, expressions.of(each.expression(1))));
      }
    }
    return new Expr.MapOf(span, List.copyOf(made));
  }
}
