package dev.vsim.check;

import dev.vsim.check.Matched.Argument;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Slot;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What may stand where a slot takes several values: beside single ones a row of labels, {@code
 * A..C}, and a range or a list, each of whose elements is one.
 */
final class ListSlots {
  private final SourceText source;
  private final ExprChecker exprs;
  private final PageLabels labels;
  private final Diagnostics diagnostics;

  ListSlots(SourceText source, ExprChecker exprs, PageLabels labels, Diagnostics diagnostics) {
    this.source = source;
    this.exprs = exprs;
    this.labels = labels;
    this.diagnostics = diagnostics;
  }

  /** Whether an expression gives several values. */
  boolean isSeveral(Expr expr, Scope scope) {
    return expr instanceof Expr.Range
        || expr instanceof Expr.ListOf
        || isList(
            expr instanceof Expr.Number ? StaticType.COUNT : exprs.quietly().check(expr, scope));
  }

  private static boolean isList(StaticType type) {
    return type.sort() == StaticType.Sort.LIST || type.sort() == StaticType.Sort.RANGE;
  }

  /** Reads what gives several values; reports what does not fit. */
  List<Argument> read(Slot slot, Expr expr, Scope scope) {
    List<String> row = Labels.spelled(expr);
    boolean labelled = slot.type().takesLabels() && row.size() > 1 && !variables(expr, scope);
    if (labelled) {
      return row(expr, row);
    }
    StaticType type = exprs.check(expr, scope);
    return List.of(new Argument.Computed(expr, type));
  }

  private static boolean variables(Expr expr, Scope scope) {
    return expr instanceof Expr.Range range
        && range.from() instanceof Expr.Name name
        && scope.find(name.name()).filter(s -> s instanceof Symbol.Variable).isPresent();
  }

  private List<Argument> row(Expr expr, List<String> row) {
    Optional<String> unknown = row.stream().filter(label -> !labels.contains(label)).findFirst();
    if (unknown.isPresent()) {
      diagnostics.add(
          NameProblem.UNKNOWN_LABEL,
          source,
          expr.span(),
          unknown.get(),
          "`pages " + source.text(expr.span()) + "` labels the process's next pages");
      return List.of();
    }
    return row.stream()
        .map(label -> (Argument) new Argument.Constant(expr.span(), new Value.Word(label)))
        .toList();
  }
}
