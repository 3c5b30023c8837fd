package dev.vsim.exec;

import dev.vsim.check.BuiltIn;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Dimension;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.List;
import java.util.OptionalInt;

/**
 * {@code random(6)}, {@code min(a, b)}: a call of a function that is there without being defined.
 */
final class GivenCall extends ExprNode {
  /** 2^−53: what turns 53 random bits into a number below 1. */
  private static final double UNIT = 0x1.0p-53;

  private static final int DROPPED_BITS = 11;

  private final BuiltIn function;
  private final List<ExprNode> arguments;
  private final Context context;
  private final ListCalls lists;
  private final ElementsOf elements;
  private final Numbers numbers;

  GivenCall(At at, BuiltIn function, List<ExprNode> arguments, Context context) {
    super(at);
    this.function = function;
    this.arguments = arguments;
    this.context = context;
    this.lists = new ListCalls(this, context.meter());
    this.elements = new ElementsOf(this, context.meter());
    this.numbers = new Numbers(this);
  }

  @Override
  boolean calls() {
    return arguments.stream().anyMatch(ExprNode::calls);
  }

  @Override
  Value value(Frame frame) {
    return switch (function) {
      case RANDOM -> arguments.isEmpty() ? share() : random(first(frame));
      case MIN -> best(frame, Operator.LESS);
      case MAX -> best(frame, Operator.GREATER);
      case SUM -> lists.sum(Given.items(this, first(frame)));
      case ABS -> numbers.abs(first(frame));
      case ROUND -> numbers.round(first(frame), digits(frame));
      case LEN -> new Value.Whole(elements.count(first(frame)));
      case LIST -> elements.list(first(frame));
      case STR -> new Value.Text(Written.of(this, context.meter(), first(frame)));
      case INT -> numbers.plain(first(frame));
      case HEX -> numbers.hex(first(frame));
      case BIN -> numbers.bin(first(frame));
    };
  }

  private Value first(Frame frame) {
    return arguments.get(0).value(frame);
  }

  private OptionalInt digits(Frame frame) {
    return arguments.size() == 1
        ? OptionalInt.empty()
        : OptionalInt.of(numbers.digits(arguments.get(1).value(frame)));
  }

  @Override
  long whole(Frame frame) {
    if (function == BuiltIn.RANDOM && !arguments.isEmpty() && arguments.get(0).isWhole()) {
      return below(arguments.get(0).whole(frame));
    }
    return super.whole(frame);
  }

  private Value share() {
    long bits = context.setting().machine().random().next() >>> DROPPED_BITS;
    return new Value.Real(bits * UNIT, Dimension.COUNT);
  }

  private Value random(Value bound) {
    if (bound instanceof Value.Whole whole) {
      return new Value.Whole(below(whole.amount()), whole.dimension());
    }
    throw arguments.get(0).stop(TypeProblem.WRONG_SORT, "a whole number", Sorts.prose(bound));
  }

  private long below(long bound) {
    if (bound < 1) {
      throw arguments
          .get(0)
          .stop(TypeProblem.OUT_OF_RANGE, bound, "1", Long.toString(Long.MAX_VALUE));
    }
    return context.setting().machine().random().below(bound);
  }

  private Value best(Frame frame, Operator better) {
    Value one = first(frame);
    if (arguments.size() == 1 && one instanceof Value.Items items) {
      return lists.best(items.items(), better);
    }
    Value best = number(0, one);
    for (int i = 1; i < arguments.size(); i++) {
      Value other = number(i, arguments.get(i).value(frame));
      if (Operations.binary(this, better, other, best) == Value.Truth.TRUE) {
        best = other;
      }
    }
    return best;
  }

  private Value number(int place, Value value) {
    if (Operations.isNumber(value)) {
      return value;
    }
    throw arguments.get(place).stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
  }
}
