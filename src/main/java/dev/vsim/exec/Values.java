package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Dimension;
import dev.vsim.value.Quantities;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Literals, collections, and operators on values whose sorts only the run tells. */
final class Values {
  private Values() {}

  /** A value that is always the same. */
  static final class Constant extends ExprNode {
    private final Value value;

    Constant(At at, Value value) {
      super(at);
      this.value = value;
    }

    @Override
    Value value(Frame frame) {
      return value;
    }
  }

  /** {@code "page ${p}"}. */
  static final class Text extends ExprNode {
    private final List<ExprNode> pieces;
    private final Meter meter;

    Text(At at, List<ExprNode> pieces, Meter meter) {
      super(at);
      this.pieces = pieces;
      this.meter = meter;
    }

    @Override
    Value value(Frame frame) {
      StringBuilder text = new StringBuilder();
      for (ExprNode piece : pieces) {
        text.append(Written.of(piece, meter, piece.value(frame)));
        meter.room(this, text.length());
      }
      meter.text(this, text.length());
      return new Value.Text(text.toString());
    }

    @Override
    boolean calls() {
      return pieces.stream().anyMatch(ExprNode::calls);
    }
  }

  /** {@code [a, b]}: a new list each time. */
  static final class Items extends ExprNode {
    private final List<ExprNode> items;
    private final Meter meter;

    Items(At at, List<ExprNode> items, Meter meter) {
      super(at);
      this.items = items;
      this.meter = meter;
    }

    @Override
    Value value(Frame frame) {
      meter.take(this, ValueRoom.LIST + ValueRoom.ELEMENT * items.size());
      List<Value> values = new ArrayList<>(items.size());
      for (ExprNode item : items) {
        values.add(item.value(frame));
      }
      return new Value.Items(values);
    }

    @Override
    boolean calls() {
      return items.stream().anyMatch(ExprNode::calls);
    }
  }

  /** {@code ["a": 1]}: a new map each time. */
  static final class Entries extends ExprNode {
    private final List<ExprNode> keys;
    private final List<ExprNode> values;
    private final Meter meter;

    Entries(At at, List<ExprNode> keys, List<ExprNode> values, Meter meter) {
      super(at);
      this.keys = keys;
      this.values = values;
      this.meter = meter;
    }

    @Override
    Value value(Frame frame) {
      meter.take(this, ValueRoom.MAP + ValueRoom.ENTRY * keys.size());
      Map<Value, Value> entries = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        ExprNode key = keys.get(i);
        entries.put(Keys.of(key, key.value(frame)), values.get(i).value(frame));
      }
      return new Value.Entries(entries);
    }

    @Override
    boolean calls() {
      return keys.stream().anyMatch(ExprNode::calls) || values.stream().anyMatch(ExprNode::calls);
    }
  }

  /** {@code a..b}. */
  static final class Range extends ExprNode {
    private final ExprNode from;
    private final ExprNode to;

    Range(At at, ExprNode from, ExprNode to) {
      super(at);
      this.from = from;
      this.to = to;
    }

    ExprNode from() {
      return from;
    }

    ExprNode to() {
      return to;
    }

    @Override
    Value value(Frame frame) {
      Value.Whole least = end(from, frame);
      Value.Whole most = end(to, frame);
      if (!least.dimension().mixesWith(most.dimension())) {
        throw stop(
            TypeProblem.UNITS_DIFFER,
            Sorts.prose(least),
            Sorts.prose(most),
            "the ends of one range");
      }
      Dimension dimension = least.dimension().joined(most.dimension());
      return new Value.Range(
          within(from, least.amount(), least.dimension(), dimension),
          within(to, most.amount(), most.dimension(), dimension),
          dimension);
    }

    private static Value.Whole end(ExprNode node, Frame frame) {
      Value value = node.value(frame);
      if (value instanceof Value.Whole whole) {
        return whole;
      }
      throw node.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
    }

    /** An end of a range of {@code dimension}: where that is of addresses, none lies below 0. */
    static long within(ExprNode end, long amount, Dimension own, Dimension dimension) {
      if (amount < 0 && dimension == Dimension.ADDRESS && own != dimension) {
        throw end.stop(TypeProblem.NO_ADDRESS, end.text());
      }
      return amount;
    }

    @Override
    boolean calls() {
      return from.calls() || to.calls();
    }
  }

  /** {@code a if c else b}. */
  static final class Choice extends ExprNode {
    private final ExprNode then;
    private final ExprNode condition;
    private final ExprNode otherwise;

    Choice(At at, ExprNode then, ExprNode condition, ExprNode otherwise) {
      super(at);
      this.then = then;
      this.condition = condition;
      this.otherwise = otherwise;
    }

    @Override
    Value value(Frame frame) {
      return condition.truth(frame) ? then.value(frame) : otherwise.value(frame);
    }

    @Override
    boolean calls() {
      return then.calls() || condition.calls() || otherwise.calls();
    }
  }

  /** {@code a + b} and the like. */
  static final class Binary extends ExprNode {
    private final Operator operator;
    private final ExprNode left;
    private final ExprNode right;
    private final Meter meter;

    Binary(At at, Operator operator, ExprNode left, ExprNode right, Meter meter) {
      super(at);
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.meter = meter;
    }

    @Override
    Value value(Frame frame) {
      Value value = left.value(frame);
      return Operations.made(this, meter, operator, value, right.value(frame));
    }

    @Override
    boolean calls() {
      return left.calls() || right.calls();
    }
  }

  /** {@code -x}. */
  static final class Negate extends ExprNode {
    private final ExprNode operand;

    Negate(At at, ExprNode operand) {
      super(at);
      this.operand = operand;
    }

    @Override
    Value value(Frame frame) {
      Value value = operand.value(frame);
      if (value instanceof Value.Real real) {
        return new Value.Real(-real.amount(), real.dimension());
      } else if (value instanceof Value.Whole whole) {
        return Quantities.negated(whole).orElseThrow(() -> stop(TypeProblem.OVERFLOW, text()));
      }
      throw stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
    }

    @Override
    boolean calls() {
      return operand.calls();
    }
  }
}
