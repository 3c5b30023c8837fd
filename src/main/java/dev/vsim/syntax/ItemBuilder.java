package dev.vsim.syntax;

import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vsim.VsimParser;
import vsim.VsimParserBaseVisitor;

/** Makes records of arguments and properties. */
final class ItemBuilder extends VsimParserBaseVisitor<Item> {
  /** Units that are no likely name for anything else. */
  private static final Set<String> UNITS =
      Set.of(
          "K", "M", "G", "T", "KiB", "MiB", "GiB", "TiB", "KB", "MB", "GB", "TB", "ns", "us", "ms",
          "bps", "Kbps", "Mbps", "Gbps");

  private final ExpressionBuilder expressions;
  private final Complaints complaints;

  ItemBuilder(ExpressionBuilder expressions, Complaints complaints) {
    this.expressions = expressions;
    this.complaints = complaints;
  }

  List<Item> items(List<VsimParser.ItemContext> contexts) {
    if (contexts.size() == 1) {
      return List.of(contexts.get(0).accept(this));
    }
    List<Item> made = new ArrayList<>(contexts.size());
    for (VsimParser.ItemContext each : contexts) {
      made.add(each.accept(this));
    }
    unitsGlued(made);
    return List.copyOf(made);
  }

  @Override
  public Item visitValues(VsimParser.ValuesContext context) {
    List<Expr> values = expressions.all(context.value());
    Span span = values.size() == 1 ? values.get(0).span() : ExpressionBuilder.span(context);
    return new Item.Values(span, values);
  }

  @Override
  public Item visitArrow(VsimParser.ArrowContext context) {
    return new Item.Arrow(ExpressionBuilder.span(context));
  }

  @Override
  public Item visitKeyword(VsimParser.KeywordContext context) {
    return new Item.Keyword(expressions.word(context));
  }

  /** The properties in angle brackets, none where there are no brackets. */
  List<Property> properties(VsimParser.PropertiesContext context) {
    if (context == null) {
      return List.of();
    }
    List<Property> made = new ArrayList<>();
    for (VsimParser.PropertyContext each : context.property()) {
      made.add(property(each));
    }
    return List.copyOf(made);
  }

  private Property property(VsimParser.PropertyContext context) {
    return new Property(
        ExpressionBuilder.span(context),
        expressions.word(context.word()),
        items(context.item()),
        properties(context.properties()));
  }

  /** {@code mem 512 M}: two values for the grammar, surely one for its writer. */
  private void unitsGlued(List<Item> items) {
    for (int i = 1; i < items.size(); i++) {
      Expr number = lastValue(items.get(i - 1));
      Expr unit = firstValue(items.get(i));
      if (number instanceof Expr.Number digits
          && digits.spelling().chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '_')
          && unit instanceof Expr.Name name
          && UNITS.contains(name.name())) {
        complaints.add(
            HabitProblem.UNIT_APART, number.span().to(unit.span()), digits.spelling(), name.name());
      }
    }
  }

  private static Expr lastValue(Item item) {
    return item instanceof Item.Values some ? some.values().get(some.values().size() - 1) : null;
  }

  private static Expr firstValue(Item item) {
    return item instanceof Item.Values some ? some.values().get(0) : null;
  }
}
