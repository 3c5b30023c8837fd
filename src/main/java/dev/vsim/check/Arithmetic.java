package dev.vsim.check;

import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Dimension;
import java.util.Optional;

/**
 * Which quantities may be joined by which operator, and what comes out (language.md, "Words and
 * values").
 */
public final class Arithmetic {
  private Arithmetic() {}

  /**
   * What {@code left operator right} measures, for two numbers; empty where it has no meaning.
   *
   * @param wholes whether both are whole numbers
   */
  public static Optional<StaticType> result(
      Operator operator, Dimension left, Dimension right, boolean wholes) {
    return switch (operator) {
      case PLUS, MINUS -> same(left, right).map(d -> number(d, wholes));
      case MOD -> same(left, right).map(d -> number(d, wholes));
      case TIMES -> product(left, right).map(d -> number(d, wholes));
      case DIVIDE -> quotient(left, right).map(StaticType::real);
      case FLOOR -> quotient(left, right).map(d -> number(d, wholes));
      case SHIFT_LEFT, SHIFT_RIGHT -> bits(left, right, wholes).map(d -> StaticType.whole(left));
      case BIT_AND, BIT_OR, BIT_XOR -> bits(left, right, wholes).map(StaticType::whole);
      case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST ->
          same(left, right).map(d -> StaticType.TRUTH);
      case NEGATE, NOT, IN, NOT_IN, AND, OR -> Optional.empty();
    };
  }

  private static StaticType number(Dimension dimension, boolean whole) {
    return whole ? StaticType.whole(dimension) : StaticType.real(dimension);
  }

  private static Optional<Dimension> same(Dimension left, Dimension right) {
    return left.mixesWith(right) ? Optional.of(left.joined(right)) : Optional.empty();
  }

  private static Optional<Dimension> product(Dimension left, Dimension right) {
    if (plain(left) && plain(right)) {
      return same(left, right);
    } else if (plain(right)) {
      return Optional.of(left);
    }
    return plain(left) ? Optional.of(right) : Optional.empty();
  }

  private static Optional<Dimension> quotient(Dimension left, Dimension right) {
    if (plain(left) && plain(right)) {
      return same(left, right);
    } else if (plain(right)) {
      return Optional.of(left);
    }
    return left == right || left.mixesWith(right) ? Optional.of(Dimension.COUNT) : Optional.empty();
  }

  private static Optional<Dimension> bits(Dimension left, Dimension right, boolean wholes) {
    return wholes && left.mixesWith(right) && left.mixesWith(Dimension.ADDRESS)
        ? same(left, right)
        : Optional.empty();
  }

  private static boolean plain(Dimension dimension) {
    return dimension == Dimension.COUNT || dimension == Dimension.ADDRESS;
  }
}
