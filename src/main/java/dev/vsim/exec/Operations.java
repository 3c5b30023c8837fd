package dev.vsim.exec;

import dev.vsim.check.Arithmetic;
import dev.vsim.check.StaticType;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.AddressArithmetic;
import dev.vsim.value.Dimension;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What operators do to values whose sorts only the run tells. */
final class Operations {
  private Operations() {}

  /** The same; what is longer than its parts is counted before it is made. */
  static Value made(Node at, Meter meter, Operator operator, Value left, Value right) {
    boolean joins = operator == Operator.PLUS;
    if (joins && left instanceof Value.Text a && right instanceof Value.Text b) {
      meter.text(at, a.text().length() + (long) b.text().length());
    } else if (joins && left instanceof Value.Items a && right instanceof Value.Items b) {
      meter.list(at, a.items().size() + (long) b.items().size());
    }
    return binary(at, operator, left, right);
  }

  /** {@code left operator right}, neither logical nor a membership nor an equality. */
  static Value binary(Node at, Operator operator, Value left, Value right) {
    if (left instanceof Value.Whole x
        && right instanceof Value.Whole y
        && x.dimension() == Dimension.COUNT
        && y.dimension() == Dimension.COUNT
        && operator != Operator.DIVIDE) {
      return counts(at, operator, x, y);
    }
    if (isNumber(left) && isNumber(right)) {
      return numbers(at, operator, left, right);
    }
    if (left instanceof Value.Text a && right instanceof Value.Text b) {
      return texts(at, operator, a, b);
    }
    if (left instanceof Value.Items a
        && right instanceof Value.Items b
        && operator == Operator.PLUS) {
      List<Value> joined = new ArrayList<>(a.items());
      joined.addAll(b.items());
      return new Value.Items(joined);
    }
    throw misfit(at, operator, left, right);
  }

  /** What most arithmetic is done with: plain numbers, whose units need no thought. */
  private static Value counts(Node at, Operator operator, Value.Whole left, Value.Whole right) {
    return switch (operator) {
      case LESS, AT_MOST, GREATER, AT_LEAST ->
          Value.Truth.of(holds(operator, Long.compare(left.amount(), right.amount())));
      default -> new Value.Whole(wholes(at, operator, left, right));
    };
  }

  private static Value texts(Node at, Operator operator, Value.Text left, Value.Text right) {
    return switch (operator) {
      case PLUS -> new Value.Text(left.text() + right.text());
      case LESS, AT_MOST, GREATER, AT_LEAST ->
          Value.Truth.of(holds(operator, left.text().compareTo(right.text())));
      default -> throw misfit(at, operator, left, right);
    };
  }

  private static Stopped misfit(Node at, Operator operator, Value left, Value right) {
    boolean absent = left == Value.None.NONE || right == Value.None.NONE;
    return at.stop(
        TypeProblem.NO_OPERATION,
        operator.spelling(),
        Sorts.prose(left),
        Sorts.prose(right),
        absent ? "there is no such value here; `== none` finds that out before" : "");
  }

  private static Value numbers(Node at, Operator operator, Value left, Value right) {
    boolean wholes = left instanceof Value.Whole && right instanceof Value.Whole;
    StaticType type =
        Arithmetic.result(operator, dimension(left), dimension(right), wholes)
            .orElseThrow(
                () ->
                    at.stop(
                        TypeProblem.UNITS_DIFFER,
                        Sorts.prose(left),
                        Sorts.prose(right),
                        "joined by `" + operator.spelling() + "`"));
    if (type.sort() == StaticType.Sort.TRUTH) {
      return Value.Truth.of(holds(operator, order(left, right)));
    }
    return type.isWhole()
        ? new Value.Whole(
            wholes(at, operator, (Value.Whole) left, (Value.Whole) right), type.dimension())
        : new Value.Real(reals(at, operator, real(left), real(right)), type.dimension());
  }

  private static long wholes(Node at, Operator operator, Value.Whole left, Value.Whole right) {
    long x = left.amount();
    long y = right.amount();
    if (AddressArithmetic.concerns(left.dimension(), right.dimension())) {
      AddressArithmetic exact = new AddressArithmetic(left.dimension(), right.dimension());
      return addresses(at, operator, exact, x, y);
    }
    try {
      return switch (operator) {
        case PLUS -> Math.addExact(x, y);
        case MINUS -> Math.subtractExact(x, y);
        case TIMES -> Math.multiplyExact(x, y);
        case FLOOR -> floor(at, x, y);
        case MOD -> Math.floorMod(x, nonZero(at, y));
        default -> bits(at, operator, x, y, false);
      };
    } catch (ArithmeticException e) {
      throw at.stop(TypeProblem.OVERFLOW, at.text());
    }
  }

  /** {@code left operator right} where one of them is an address. */
  static long addresses(Node at, Operator operator, AddressArithmetic exact, long x, long y) {
    try {
      return switch (operator) {
        case PLUS -> exact.plus(x, y);
        case MINUS -> exact.minus(x, y);
        case TIMES -> exact.times(x, y);
        case FLOOR -> exact.floor(x, nonZero(at, y));
        case MOD -> exact.mod(x, nonZero(at, y));
        default -> bits(at, operator, x, y, exact.leftIsAddress());
      };
    } catch (ArithmeticException e) {
      throw at.stop(TypeProblem.NO_ADDRESS, at.text());
    }
  }

  private static long floor(Node at, long x, long y) {
    if (x == Long.MIN_VALUE && y == -1) {
      throw at.stop(TypeProblem.OVERFLOW, at.text());
    }
    return Math.floorDiv(x, nonZero(at, y));
  }

  private static long nonZero(Node at, long divisor) {
    if (divisor == 0) {
      throw at.stop(TypeProblem.DIVISION_BY_ZERO);
    }
    return divisor;
  }

  /**
   * Shifts and bitwise operators.
   *
   * @param address whether {@code x} is one: then no bit of it is a sign
   */
  static long bits(Node at, Operator operator, long x, long y, boolean address) {
    return switch (operator) {
      case BIT_AND -> x & y;
      case BIT_OR -> x | y;
      case BIT_XOR -> x ^ y;
      case SHIFT_LEFT -> y < 0 ? shiftRight(x, -y, address) : shiftLeft(at, x, y, address);
      case SHIFT_RIGHT -> y < 0 ? shiftLeft(at, x, -y, address) : shiftRight(x, y, address);
      default -> throw new IllegalArgumentException(operator.spelling());
    };
  }

  private static long shiftRight(long x, long y, boolean address) {
    boolean out = y < 0 || y >= Long.SIZE;
    if (address) {
      return out ? 0 : x >>> y;
    }
    return out ? x >> (Long.SIZE - 1) : x >> y;
  }

  private static long shiftLeft(Node at, long x, long y, boolean address) {
    boolean room = y >= 0 && y < Long.SIZE;
    boolean fits = room && shiftRight(x << y, y, address) == x;
    if (!fits && x != 0) {
      throw at.stop(address ? TypeProblem.NO_ADDRESS : TypeProblem.OVERFLOW, at.text());
    }
    return fits ? x << y : 0;
  }

  private static double reals(Node at, Operator operator, double x, double y) {
    return switch (operator) {
      case PLUS -> x + y;
      case MINUS -> x - y;
      case TIMES -> x * y;
      case DIVIDE -> x / nonZero(at, y);
      case FLOOR -> Math.floor(x / nonZero(at, y));
      case MOD -> x - y * Math.floor(x / nonZero(at, y));
      default -> throw new IllegalArgumentException(operator.spelling());
    };
  }

  private static double nonZero(Node at, double divisor) {
    if (divisor == 0) {
      throw at.stop(TypeProblem.DIVISION_BY_ZERO);
    }
    return divisor;
  }

  static boolean isNumber(Value value) {
    return value instanceof Value.Whole || value instanceof Value.Real;
  }

  static Dimension dimension(Value value) {
    return value instanceof Value.Whole whole
        ? whole.dimension()
        : ((Value.Real) value).dimension();
  }

  static double real(Value value) {
    if (value instanceof Value.Real real) {
      return real.amount();
    }
    Value.Whole whole = (Value.Whole) value;
    return whole.dimension() == Dimension.ADDRESS
        ? AddressArithmetic.real(whole.amount())
        : whole.amount();
  }

  /** The order of two numbers of one dimension; addresses compare unsigned. */
  static int order(Value left, Value right) {
    if (left instanceof Value.Whole a && right instanceof Value.Whole b) {
      return AddressArithmetic.concerns(a.dimension(), b.dimension())
          ? new AddressArithmetic(a.dimension(), b.dimension()).compare(a.amount(), b.amount())
          : Long.compare(a.amount(), b.amount());
    }
    double x = real(left);
    double y = real(right);
    return x < y ? -1 : x > y ? 1 : 0;
  }

  static boolean holds(Operator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      default -> throw new IllegalArgumentException(operator.spelling());
    };
  }
}
