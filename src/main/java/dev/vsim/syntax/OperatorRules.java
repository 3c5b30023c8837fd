package dev.vsim.syntax;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.FormProblem;
import dev.vsim.source.HabitProblem;
import dev.vsim.source.Span;
import dev.vsim.source.SyntaxProblem;
import dev.vsim.syntax.Expr.Operator;
import java.util.List;
import java.util.Map;

/**
 * What the grammar lets pass and the language does not: which operators may stand beside each
 * other, and how close.
 */
final class OperatorRules {
  /** How other languages write what vsim writes small. */
  private static final Map<String, String> FOREIGN_WORDS =
      Map.of("True", "true", "False", "false", "None", "none");

  private final Complaints complaints;

  OperatorRules(Complaints complaints) {
    this.complaints = complaints;
  }

  /** Comparisons do not chain; bit operators need parentheses beside any other operator. */
  void hold(Expr.Binary made) {
    for (Expr operand : List.of(made.left(), made.right())) {
      boolean bitwise = Operators.isBitwise(made.operator());
      if (operand instanceof Expr.Binary inner) {
        beside(made, inner, bitwise);
      } else if (bitwise && isOperation(operand)) {
        bitsBeside(made.operator(), made.operatorSpan(), operand.span());
      }
    }
  }

  private void beside(Expr.Binary outer, Expr.Binary inner, boolean bitwise) {
    boolean innerBitwise = Operators.isBitwise(inner.operator());
    if (Operators.isComparison(outer.operator()) && Operators.isComparison(inner.operator())) {
      chain(outer, inner);
    } else if (bitwise && innerBitwise) {
      if (outer.operator() != inner.operator()) {
        bitsBeside(inner.operator(), inner.operatorSpan(), inner.span());
      }
    } else if (innerBitwise) {
      bitsBeside(inner.operator(), inner.operatorSpan(), inner.span());
    } else if (bitwise) {
      bitsBeside(outer.operator(), outer.operatorSpan(), inner.span());
    }
  }

  void hold(Expr.Unary made) {
    bitwiseIn(made.operand());
  }

  void hold(Expr.Choice made) {
    bitwiseIn(made.then());
    bitwiseIn(made.condition());
    bitwiseIn(made.otherwise());
  }

  private void bitwiseIn(Expr operand) {
    if (operand instanceof Expr.Binary inner && Operators.isBitwise(inner.operator())) {
      bitsBeside(inner.operator(), inner.operatorSpan(), inner.span());
    }
  }

  private static boolean isOperation(Expr operand) {
    return operand instanceof Expr.Range
        || operand instanceof Expr.Choice
        || operand instanceof Expr.Unary unary && unary.operator() == Operator.NOT;
  }

  private void bitsBeside(Operator operator, Span place, Span group) {
    complaints.add(FormProblem.BITS_BESIDE, place, operator.spelling(), complaints.text(group));
  }

  private void chain(Expr.Binary outer, Expr.Binary inner) {
    boolean innerFirst = inner == outer.left();
    Expr.Binary first = innerFirst ? inner : outer;
    Expr.Binary second = innerFirst ? outer : inner;
    String middle = complaints.text(innerFirst ? inner.right().span() : inner.left().span());
    String start = complaints.text(first.left().span().to(first.operatorSpan()));
    String end = complaints.text(second.operatorSpan().to(second.right().span()));
    complaints.add(
        Diagnostic.of(
                FormProblem.COMPARISON_CHAIN,
                complaints.source(),
                second.operatorSpan(),
                start + " " + middle + " and " + middle + " " + end)
            .withNote(first.operatorSpan(), "the first comparison"));
  }

  /** {@code >>} is one operator only without a blank inside. */
  void glued(Span first, Span second) {
    if (first.end() != second.start()) {
      complaints.add(
          SyntaxProblem.UNEXPECTED, second, "`>`", "expected a value, or `>>` in one piece");
    }
  }

  /** A minus has a blank on both sides, since {@code a-b} is a name. */
  void apart(Span whole, Span minus) {
    String text = complaints.source().text();
    boolean before = Character.isWhitespace(text.charAt(minus.start() - 1));
    boolean behind = Character.isWhitespace(text.charAt(minus.end()));
    if (!before || !behind) {
      String left = text.substring(whole.start(), minus.start()).strip();
      String right = text.substring(minus.end(), whole.end()).strip();
      complaints.add(FormProblem.MINUS_BLANKS, minus, left + " - " + right);
    }
  }

  /** {@code True} where a value stands alone. */
  void notForeign(Expr value) {
    if (value instanceof Expr.Name name && FOREIGN_WORDS.containsKey(name.name())) {
      complaints.add(
          HabitProblem.CAPITAL_WORD, name.span(), name.name(), FOREIGN_WORDS.get(name.name()));
    }
  }
}
