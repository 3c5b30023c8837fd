package dev.vsim.syntax;

import java.util.List;

/** Writes arguments and properties, each with a blank before it. */
final class ItemPrinter {
  private final StringBuilder out;
  private final ExpressionPrinter expressions;

  ItemPrinter(StringBuilder out, ExpressionPrinter expressions) {
    this.out = out;
    this.expressions = expressions;
  }

  void items(List<Item> items) {
    for (Item each : items) {
      out.append(' ');
      if (each instanceof Item.Values values) {
        expressions.list(values.values());
      } else if (each instanceof Item.Keyword keyword) {
        out.append(keyword.word().text());
      } else {
        out.append("->");
      }
    }
  }

  void properties(List<Property> properties) {
    if (properties.isEmpty()) {
      return;
    }
    String before = " < ";
    for (Property each : properties) {
      out.append(before).append(each.name().text());
      items(each.items());
      properties(each.options());
      before = "; ";
    }
    out.append(" >");
  }
}
