package dev.vsim.syntax;

import static vsim.VsimLexer.ADD_ASSIGN;
import static vsim.VsimLexer.AND;
import static vsim.VsimLexer.AT_LEAST;
import static vsim.VsimLexer.AT_MOST;
import static vsim.VsimLexer.BIT_AND;
import static vsim.VsimLexer.BIT_OR;
import static vsim.VsimLexer.BIT_XOR;
import static vsim.VsimLexer.EQUAL;
import static vsim.VsimLexer.FLOOR;
import static vsim.VsimLexer.GREATER;
import static vsim.VsimLexer.IN;
import static vsim.VsimLexer.LESS;
import static vsim.VsimLexer.MINUS;
import static vsim.VsimLexer.MOD;
import static vsim.VsimLexer.MULTIPLY_ASSIGN;
import static vsim.VsimLexer.NOT_EQUAL;
import static vsim.VsimLexer.OR;
import static vsim.VsimLexer.PLUS;
import static vsim.VsimLexer.SHIFT_LEFT;
import static vsim.VsimLexer.SLASH;
import static vsim.VsimLexer.STAR;
import static vsim.VsimLexer.SUBTRACT_ASSIGN;

import dev.vsim.syntax.Expr.Operator;

/** The operators by their tokens, and the families that they belong to. */
final class Operators {
  private Operators() {}

  /** The operator of a token that stands between two values. */
  static Operator of(int type) {
    return switch (type) {
      case STAR, MULTIPLY_ASSIGN -> Operator.TIMES;
      case SLASH -> Operator.DIVIDE;
      case FLOOR -> Operator.FLOOR;
      case MOD -> Operator.MOD;
      case PLUS, ADD_ASSIGN -> Operator.PLUS;
      case MINUS, SUBTRACT_ASSIGN -> Operator.MINUS;
      case SHIFT_LEFT -> Operator.SHIFT_LEFT;
      case BIT_AND -> Operator.BIT_AND;
      case BIT_OR -> Operator.BIT_OR;
      case BIT_XOR -> Operator.BIT_XOR;
      case EQUAL -> Operator.EQUAL;
      case NOT_EQUAL -> Operator.NOT_EQUAL;
      case LESS -> Operator.LESS;
      case AT_MOST -> Operator.AT_MOST;
      case GREATER -> Operator.GREATER;
      case AT_LEAST -> Operator.AT_LEAST;
      case AND -> Operator.AND;
      case OR -> Operator.OR;
      default -> throw new IllegalArgumentException("no operator: token type " + type);
    };
  }

  /** Such an operator stands alone, or in parentheses beside another. */
  static boolean isBitwise(Operator operator) {
    return switch (operator) {
      case SHIFT_LEFT, SHIFT_RIGHT, BIT_AND, BIT_OR, BIT_XOR -> true;
      default -> false;
    };
  }

  /** Such operators do not chain. */
  static boolean isComparison(Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IN, NOT_IN -> true;
      default -> false;
    };
  }
}
