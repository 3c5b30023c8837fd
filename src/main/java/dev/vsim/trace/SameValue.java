package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Optional;

/**
 * When two values are the same for an assertion: numbers by their amount, whatever their
 * dimensions; words, names, texts and objects by their letters. Reals and rates, which print
 * rounded, are also the same when they print the same, so that a printed trace line always matches
 * the event that it was printed from.
 */
final class SameValue {
  private SameValue() {}

  static boolean of(Value a, Value b) {
    if (a instanceof Value.Whole x && b instanceof Value.Whole y) {
      return x.amount() == y.amount() || x.dimension() == Dimension.RATE && printAlike(a, b);
    }
    if (isNumber(a) && isNumber(b)) {
      return amount(a) == amount(b) || printAlike(a, b);
    }
    if (isLetters(a) || isLetters(b)) {
      boolean numberAndText =
          isNumber(a) && b instanceof Value.Text || isNumber(b) && a instanceof Value.Text;
      return !numberAndText && printAlike(a, b);
    }
    return a.equals(b) || a instanceof Value.Items && b instanceof Value.Items && printAlike(a, b);
  }

  /**
   * Whether the field of the event holds this value; {@code none} is a field that the event lacks.
   */
  static boolean inField(Value wanted, EventField field, Event event) {
    return switch (field.holds()) {
      case NUMBER -> isNumber(wanted, field, event);
      case TRUTH ->
          wanted instanceof Value.Truth truth
              ? truth == Value.Truth.of(field.truth(event))
              : inValue(wanted, field.value(event));
      case WORD, NAME ->
          wanted instanceof Value.Word word
              ? word.word().equals(field.text(event))
              : inValue(wanted, field.value(event));
      case TEXT, SUBJECT, VALUE -> inValue(wanted, field.value(event));
    };
  }

  static boolean isNumber(Value value) {
    return value instanceof Value.Whole || value instanceof Value.Real;
  }

  /** Whether the first number is at most the second; unsigned where either is an address. */
  static boolean ordered(Value low, Value high) {
    if (low instanceof Value.Whole x && high instanceof Value.Whole y) {
      boolean unsigned = x.dimension() == Dimension.ADDRESS || y.dimension() == Dimension.ADDRESS;
      return unsigned
          ? Long.compareUnsigned(x.amount(), y.amount()) <= 0
          : x.amount() <= y.amount();
    }
    return amount(low) <= amount(high);
  }

  private static boolean isNumber(Value wanted, EventField field, Event event) {
    long number = field.number(event);
    if (field.sometimes() && number == Event.ABSENT) {
      return wanted == Value.None.NONE;
    } else if (wanted instanceof Value.Whole whole && field.dimension() != Dimension.RATE) {
      return whole.amount() == number;
    }
    return isLetters(wanted)
        ? label(field, event.subject(), number).filter(Printed.of(wanted)::equals).isPresent()
        : of(wanted, new Value.Whole(number, field.dimension()));
  }

  /** The label that a page field prints instead of its number. */
  static Optional<String> label(EventField field, Subject subject, long number) {
    return switch (field.format()) {
      case PAGE -> subject.pageLabel(number);
      case COUNT, HEX, VECTOR, DURATION, SIZE, RATE -> Optional.empty();
    };
  }

  private static boolean inValue(Value wanted, Optional<Value> held) {
    return held.map(value -> of(wanted, value)).orElse(wanted == Value.None.NONE);
  }

  private static boolean isLetters(Value value) {
    return value instanceof Value.Word
        || value instanceof Value.Text
        || value instanceof Value.Thing;
  }

  private static boolean printAlike(Value a, Value b) {
    return Printed.of(a).equals(Printed.of(b));
  }

  private static double amount(Value number) {
    return number instanceof Value.Whole whole
        ? (double) whole.amount()
        : ((Value.Real) number).amount();
  }
}
