package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.AddressArithmetic;
import dev.vsim.value.Dimension;
import java.util.Optional;

/** Arithmetic and comparison on whole numbers whose dimensions are known: no value is made. */
final class Wholes {
  private Wholes() {}

  /** A literal. */
  static final class Literal extends ExprNode.OfWhole {
    private final long amount;

    Literal(At at, long amount, Dimension dimension) {
      super(at, dimension);
      this.amount = amount;
    }

    @Override
    long whole(Frame frame) {
      return amount;
    }
  }

  /** Two operands. */
  private abstract static class Binary extends ExprNode.OfWhole {
    final ExprNode left;
    final ExprNode right;

    Binary(At at, Dimension dimension, ExprNode left, ExprNode right) {
      super(at, dimension);
      this.left = left;
      this.right = right;
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }

    final Stopped overflow() {
      return stop(TypeProblem.OVERFLOW, text());
    }

    final long divisor(Frame frame) {
      long divisor = right.whole(frame);
      if (divisor == 0) {
        throw stop(TypeProblem.DIVISION_BY_ZERO);
      }
      return divisor;
    }
  }

  /** The node of {@code left operator right}. */
  static ExprNode binary(
      Node.At at, Operator operator, Dimension dimension, ExprNode left, ExprNode right) {
    if (AddressArithmetic.concerns(left.dimension(), right.dimension())) {
      return new OfAddresses(at, dimension, operator, left, right);
    }
    return switch (operator) {
      case PLUS -> new Plus(at, dimension, left, right);
      case MINUS -> new Minus(at, dimension, left, right);
      case TIMES -> new Times(at, dimension, left, right);
      case FLOOR -> new Floor(at, dimension, left, right);
      case MOD -> new Mod(at, dimension, left, right);
      case SHIFT_LEFT, SHIFT_RIGHT, BIT_AND, BIT_OR, BIT_XOR ->
          new Bits(at, dimension, operator, left, right);
      default -> throw new IllegalArgumentException(operator.spelling());
    };
  }

  private static final class Plus extends Binary {
    Plus(At at, Dimension dimension, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
    }

    @Override
    long whole(Frame frame) {
      long x = left.whole(frame);
      long y = right.whole(frame);
      long sum = x + y;
      if (((x ^ sum) & (y ^ sum)) < 0) {
        throw overflow();
      }
      return sum;
    }
  }

  private static final class Minus extends Binary {
    Minus(At at, Dimension dimension, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
    }

    @Override
    long whole(Frame frame) {
      long x = left.whole(frame);
      long y = right.whole(frame);
      long difference = x - y;
      if (((x ^ y) & (x ^ difference)) < 0) {
        throw overflow();
      }
      return difference;
    }
  }

  private static final class Times extends Binary {
    Times(At at, Dimension dimension, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
    }

    @Override
    long whole(Frame frame) {
      long x = left.whole(frame);
      long y = right.whole(frame);
      long low = x * y;
      if (Math.multiplyHigh(x, y) != low >> 63) {
        throw overflow();
      }
      return low;
    }
  }

  private static final class Floor extends Binary {
    Floor(At at, Dimension dimension, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
    }

    @Override
    long whole(Frame frame) {
      long x = left.whole(frame);
      long y = divisor(frame);
      if (x == Long.MIN_VALUE && y == -1) {
        throw overflow();
      }
      return Math.floorDiv(x, y);
    }
  }

  private static final class Mod extends Binary {
    Mod(At at, Dimension dimension, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
    }

    @Override
    long whole(Frame frame) {
      long x = left.whole(frame);
      return Math.floorMod(x, divisor(frame));
    }
  }

  private static final class Bits extends Binary {
    private final Operator operator;

    Bits(At at, Dimension dimension, Operator operator, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
      this.operator = operator;
    }

    @Override
    long whole(Frame frame) {
      return Operations.bits(this, operator, left.whole(frame), right.whole(frame), false);
    }
  }

  /** Any of them where an operand is an address. */
  private static final class OfAddresses extends Binary {
    private final Operator operator;
    private final AddressArithmetic exact;

    OfAddresses(At at, Dimension dimension, Operator operator, ExprNode left, ExprNode right) {
      super(at, dimension, left, right);
      this.operator = operator;
      this.exact = new AddressArithmetic(left.dimension(), right.dimension());
    }

    @Override
    long whole(Frame frame) {
      return Operations.addresses(this, operator, exact, left.whole(frame), right.whole(frame));
    }
  }

  /** {@code -x}. */
  static final class Negate extends ExprNode.OfWhole {
    private final ExprNode operand;

    private final boolean address;

    /** That of an address is a plain number, which addresses below 0 are not. */
    Negate(At at, ExprNode operand) {
      super(at, operand.dimension() == Dimension.ADDRESS ? Dimension.COUNT : operand.dimension());
      this.operand = operand;
      this.address = operand.dimension() == Dimension.ADDRESS;
    }

    @Override
    long whole(Frame frame) {
      long amount = operand.whole(frame);
      boolean fits = address ? -amount <= 0 : amount != Long.MIN_VALUE;
      if (!fits) {
        throw stop(TypeProblem.OVERFLOW, text());
      }
      return -amount;
    }

    @Override
    boolean calls() {
      return operand.calls();
    }
  }

  /** A comparison; addresses compare unsigned (rules.md R39, "Literals"). */
  static final class Compare extends ExprNode.OfTruth {
    private final Operator operator;
    private final Optional<AddressArithmetic> addresses;
    private final ExprNode left;
    private final ExprNode right;

    Compare(At at, Operator operator, ExprNode left, ExprNode right) {
      super(at);
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.addresses =
          AddressArithmetic.concerns(left.dimension(), right.dimension())
              ? Optional.of(new AddressArithmetic(left.dimension(), right.dimension()))
              : Optional.empty();
    }

    @Override
    boolean truth(Frame frame) {
      long x = left.whole(frame);
      long y = right.whole(frame);
      int order = addresses.isPresent() ? addresses.get().compare(x, y) : Long.compare(x, y);
      return Operations.holds(operator, order);
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }
  }
}
