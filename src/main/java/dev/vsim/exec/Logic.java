package dev.vsim.exec;

import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Value;

/** Conditions. */
final class Logic {
  private Logic() {}

  /** {@code a and b}: b is looked at only where a is true. */
  static final class And extends ExprNode.OfTruth {
    private final ExprNode left;
    private final ExprNode right;

    And(At at, ExprNode left, ExprNode right) {
      super(at);
      this.left = left;
      this.right = right;
    }

    @Override
    boolean truth(Frame frame) {
      return left.truth(frame) && right.truth(frame);
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }
  }

  /** {@code a or b}: b is looked at only where a is false. */
  static final class Or extends ExprNode.OfTruth {
    private final ExprNode left;
    private final ExprNode right;

    Or(At at, ExprNode left, ExprNode right) {
      super(at);
      this.left = left;
      this.right = right;
    }

    @Override
    boolean truth(Frame frame) {
      return left.truth(frame) || right.truth(frame);
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }
  }

  /** {@code not a}. */
  static final class Not extends ExprNode.OfTruth {
    private final ExprNode operand;

    Not(At at, ExprNode operand) {
      super(at);
      this.operand = operand;
    }

    @Override
    boolean truth(Frame frame) {
      return !operand.truth(frame);
    }

    @Override
    boolean calls() {
      return operand.calls();
    }
  }

  /** {@code a in b}, {@code a not in b}. */
  static final class In extends ExprNode.OfTruth {
    private final ExprNode left;
    private final ExprNode right;
    private final boolean wanted;
    private final Equality equality;

    In(At at, Operator operator, ExprNode left, ExprNode right, Meter meter) {
      super(at);
      this.left = left;
      this.right = right;
      this.wanted = operator == Operator.IN;
      this.equality = new Equality(this, meter);
    }

    @Override
    boolean truth(Frame frame) {
      Value value = left.value(frame);
      return equality.contains(value, right.value(frame)) == wanted;
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }
  }

  /** {@code a == b}, {@code a != b}. */
  static final class Equal extends ExprNode.OfTruth {
    private final ExprNode left;
    private final ExprNode right;
    private final boolean wanted;
    private final Equality equality;

    Equal(At at, Operator operator, ExprNode left, ExprNode right, Meter meter) {
      super(at);
      this.left = left;
      this.right = right;
      this.wanted = operator == Operator.EQUAL;
      this.equality = new Equality(this, meter);
    }

    @Override
    boolean truth(Frame frame) {
      Value value = left.value(frame);
      return equality.equal(value, right.value(frame)) == wanted;
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }
  }
}
