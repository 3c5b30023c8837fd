package dev.vsim.exec;

import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Subject;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Arguments;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fills the arguments of a command or property anew each time its statement runs, checking what
 * only the run tells.
 */
final class GivenArguments {
  private final Signature signature;
  private final OfSlot[] slots;
  private final List<GivenArguments> options;
  private final boolean reentrant;
  private final Arguments shared;
  private final Context context;

  /** One slot's place among the signature's, and what it is given. */
  static final class OfSlot {
    private final int index;
    private final Slot slot;
    private final ExprNode[] values;

    /** Which of the values are whole numbers that fit whatever they are. */
    private final boolean[] bare;

    OfSlot(int index, Slot slot, ExprNode[] values) {
      this.index = index;
      this.slot = slot;
      this.values = values;
      this.bare = new boolean[values.length];
      for (int i = 0; i < values.length; i++) {
        bare[i] = values[i].isWhole() && takesBare(slot.type(), values[i]);
      }
    }
  }

  GivenArguments(
      Signature signature, List<OfSlot> slots, List<GivenArguments> options, Context context) {
    this.signature = signature;
    this.context = context;
    this.slots = slots.toArray(new OfSlot[0]);
    this.options = options;
    this.reentrant =
        options.stream().anyMatch(o -> o.reentrant)
            || slots.stream()
                .flatMap(s -> java.util.Arrays.stream(s.values))
                .anyMatch(ExprNode::calls);
    this.shared = new Arguments(signature);
  }

  /**
   * The arguments; the same object each time, unless evaluating them may run this very statement
   * again.
   *
   * @param actor who acts, or null where {@code byDefault} tells
   */
  Arguments fill(Frame frame, Subject actor, Supplier<Subject> byDefault, SourceText source) {
    Arguments arguments = reentrant ? new Arguments(signature) : shared;
    arguments.clear(actor, byDefault, source);
    for (OfSlot slot : slots) {
      for (int i = 0; i < slot.values.length; i++) {
        if (slot.bare[i]) {
          arguments.addNumber(slot.index, bare(slot.values[i], frame));
        } else {
          add(arguments, slot, slot.values[i], frame);
        }
      }
    }
    for (GivenArguments option : options) {
      arguments.addOption(option.fill(frame, actor, byDefault, source));
    }
    return arguments;
  }

  /** The node that gives a slot its first value, for whoever underlines it. */
  Optional<Node> node(Slot slot) {
    for (OfSlot one : slots) {
      if (one.slot == slot && one.values.length > 0) {
        return Optional.of(one.values[0]);
      }
    }
    return options.stream().map(o -> o.node(slot)).flatMap(Optional::stream).findFirst();
  }

  /** An address or a page: none lies below 0. */
  private static long bare(ExprNode node, Frame frame) {
    long number = node.whole(frame);
    if (number < 0 && node.dimension() != Dimension.ADDRESS) {
      throw complaint(node, Type.ADDRESSES, new Value.Whole(number, node.dimension()));
    }
    return number;
  }

  private void add(Arguments arguments, OfSlot slot, ExprNode node, Frame frame) {
    Value value = node.value(frame);
    if (slot.slot.isList() && value instanceof Value.Items items) {
      context.meter().length(node, items.items().size());
      items.items().forEach(item -> add(arguments, slot, node, item));
    } else if (slot.slot.isList() && value instanceof Value.Range range) {
      context.meter().length(node, range.size());
      range.forEach(number -> add(arguments, slot, node, number));
    } else {
      add(arguments, slot, node, value);
    }
  }

  private void add(Arguments arguments, OfSlot slot, ExprNode node, Value value) {
    Optional<Type.Misfit> misfit = slot.slot.type().misfit(value);
    if (misfit.isPresent()) {
      throw complaint(node, misfit.get(), value);
    }
    if (value instanceof Value.Thing thing) {
      context.here(node, thing);
    }
    arguments.add(slot.index, value);
  }

  /**
   * Whether every whole number of the node's dimension fits that is not below 0, so that no value
   * need be made to find out.
   */
  private static boolean takesBare(Type type, ExprNode node) {
    return (type instanceof Type.Place || type instanceof Type.Page)
        && node.dimension().mixesWith(Dimension.ADDRESS);
  }

  private static Stopped complaint(Node node, Type.Misfit misfit, Value value) {
    if (misfit instanceof Type.Misfit.Sort sort) {
      return node.stop(TypeProblem.WRONG_SORT, sort.wanted(), sort.given());
    } else if (misfit instanceof Type.Misfit.Range range) {
      return node.stop(TypeProblem.OUT_OF_RANGE, value.print(), range.least(), range.most());
    }
    Type.Misfit.Word word = (Type.Misfit.Word) misfit;
    return node.stop(
        NameProblem.UNKNOWN_WORD,
        word.given(),
        word.noun(),
        "it can be " + dev.vsim.check.Prose.either(word.allowed()));
  }
}
