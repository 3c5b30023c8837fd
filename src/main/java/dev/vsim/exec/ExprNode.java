package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;

/** An expression ready to be evaluated. */
abstract class ExprNode extends Node {
  ExprNode(At at) {
    super(at);
  }

  abstract Value value(Frame frame);

  /** The value as a bare whole number, of whichever dimension. */
  long whole(Frame frame) {
    Value value = value(frame);
    if (value instanceof Value.Whole whole) {
      return whole.amount();
    }
    throw stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
  }

  /** The value as a condition. */
  boolean truth(Frame frame) {
    Value value = value(frame);
    if (value instanceof Value.Truth truth) {
      return truth == Value.Truth.TRUE;
    }
    throw stop(TypeProblem.NOT_A_CONDITION, Sorts.prose(value));
  }

  /** Whether it always is a whole number of {@link #dimension}. */
  boolean isWhole() {
    return false;
  }

  /** The dimension of what {@link #isWhole} promises. */
  Dimension dimension() {
    return Dimension.COUNT;
  }

  /** Its value as the failure of an assertion shows it. */
  String explain(Value value, Frame frame) {
    return value.print();
  }

  /** Whether evaluating it may run statements. */
  boolean calls() {
    return false;
  }

  /**
   * An expression that always is a whole number of one dimension: no value is made unless asked
   * for.
   */
  abstract static class OfWhole extends ExprNode {
    private final Dimension dimension;

    OfWhole(At at, Dimension dimension) {
      super(at);
      this.dimension = dimension;
    }

    @Override
    abstract long whole(Frame frame);

    @Override
    Value value(Frame frame) {
      return new Value.Whole(whole(frame), dimension);
    }

    @Override
    final boolean isWhole() {
      return true;
    }

    @Override
    final Dimension dimension() {
      return dimension;
    }
  }

  /** An expression that always is true or false. */
  abstract static class OfTruth extends ExprNode {
    OfTruth(At at) {
      super(at);
    }

    @Override
    abstract boolean truth(Frame frame);

    @Override
    Value value(Frame frame) {
      return Value.Truth.of(truth(frame));
    }
  }
}
