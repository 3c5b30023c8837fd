package dev.vsim.kinds;

import dev.vsim.value.Value;

/** Parts of a whole as they are written: {@code 80%}, {@code 0.8}, {@code 1}. */
final class Shares {
  private Shares() {}

  static double of(Value value) {
    return value instanceof Value.Real real ? real.amount() : ((Value.Whole) value).amount();
  }
}
