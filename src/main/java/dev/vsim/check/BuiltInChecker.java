package dev.vsim.check;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.SourceText;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Dimension;
import java.util.List;

/** Checks calls of functions that are there without being defined. */
final class BuiltInChecker {
  private final SourceText source;
  private final Diagnostics diagnostics;

  BuiltInChecker(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** What a call gives; reports what cannot be. */
  StaticType call(Expr.Call call, BuiltIn function, List<StaticType> given) {
    if (given.size() < function.least() || given.size() > function.most()) {
      String wants =
          function.least() == function.most()
              ? Units.count(function.most(), "value")
              : function.least() + " to " + Units.count(function.most(), "value");
      diagnostics.add(
          TypeProblem.WRONG_COUNT, source, call.span(), function.word(), wants, given.size());
      return StaticType.ANY;
    }
    boolean good = true;
    for (int i = 0; i < given.size(); i++) {
      good &= fits(call.arguments().get(i), function, given.get(i), given.size());
    }
    good = good && (function == BuiltIn.ROUND || alike(call, given));
    return good ? result(function, given) : StaticType.ANY;
  }

  private boolean fits(Expr argument, BuiltIn function, StaticType type, int among) {
    boolean fits = function.takes().takes(type, among);
    if (!fits) {
      diagnostics.add(
          TypeProblem.WRONG_SORT, source, argument.span(), function.takes().prose(), type.prose());
    }
    return fits;
  }

  private boolean alike(Expr.Call call, List<StaticType> given) {
    for (int i = 1; i < given.size(); i++) {
      StaticType first = given.get(0);
      StaticType other = given.get(i);
      if (first.isNumber() && other.isNumber() && !first.dimension().mixesWith(other.dimension())) {
        diagnostics.add(
            Diagnostic.of(
                    TypeProblem.UNITS_DIFFER,
                    source,
                    call.arguments().get(0).span(),
                    first.prose(),
                    other.prose(),
                    "compared")
                .withLabel(first.prose())
                .withNote(call.arguments().get(i).span(), other.prose()));
        return false;
      }
    }
    return true;
  }

  private static StaticType result(BuiltIn function, List<StaticType> given) {
    return switch (function) {
      case LEN, INT -> StaticType.COUNT;
      case LIST -> StaticType.LIST;
      case STR, HEX, BIN -> StaticType.TEXT;
      case SUM, ROUND -> StaticType.ANY;
      case RANDOM, MIN, MAX, ABS -> number(given);
    };
  }

  private static StaticType number(List<StaticType> given) {
    if (given.isEmpty()) {
      return StaticType.real(Dimension.COUNT);
    }
    StaticType first = given.get(0);
    return first.isNumber() && given.stream().allMatch(first::equals) ? first : StaticType.ANY;
  }
}
