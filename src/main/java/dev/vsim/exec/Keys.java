package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;

/**
 * Values as the keys of maps: equal values are one key, so 5, 0x5 and 5.0 are, and a word and the
 * text of its letters. What can change is no key.
 */
final class Keys {
  private Keys() {}

  static boolean isKey(Value value) {
    return !(value instanceof Value.Items
        || value instanceof Value.Entries
        || value instanceof Value.Found);
  }

  /** The key that a value is; stops the run where it cannot be one. */
  static Value of(Node at, Value value) {
    if (value instanceof Value.Thing) {
      return value;
    } else if (value instanceof Value.Whole whole) {
      return whole.dimension() != Dimension.COUNT && whole.dimension().mixesWith(Dimension.COUNT)
          ? new Value.Whole(whole.amount(), Dimension.COUNT)
          : value;
    } else if (value instanceof Value.Real real) {
      return real(real);
    } else if (value instanceof Value.Word word) {
      return new Value.Text(word.word());
    } else if (!isKey(value)) {
      throw at.stop(TypeProblem.NOT_A_KEY, Sorts.prose(value));
    }
    return value;
  }

  private static Value real(Value.Real real) {
    long whole = (long) real.amount();
    boolean exact = whole == real.amount() && Math.abs(whole) < 1L << 53;
    if (!exact) {
      return real;
    }
    return real.dimension().mixesWith(Dimension.COUNT)
        ? new Value.Whole(whole, Dimension.COUNT)
        : new Value.Whole(whole, real.dimension());
  }
}
