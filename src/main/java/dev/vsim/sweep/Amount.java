package dev.vsim.sweep;

import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.Optional;
import java.util.OptionalDouble;

/** The numbers in values: how much of what. */
final class Amount {
  private Amount() {}

  /** The amount in the smallest unit, if the value is a number that can be drawn. */
  static OptionalDouble of(Value value) {
    if (value instanceof Value.Whole whole) {
      return OptionalDouble.of((double) whole.amount());
    }
    return value instanceof Value.Real real && Double.isFinite(real.amount())
        ? OptionalDouble.of(real.amount())
        : OptionalDouble.empty();
  }

  static Optional<Dimension> dimension(Value value) {
    if (value instanceof Value.Whole whole) {
      return Optional.of(whole.dimension());
    }
    return value instanceof Value.Real real ? Optional.of(real.dimension()) : Optional.empty();
  }

  /** The unit in which amounts are kept; empty for plain numbers. */
  static String smallest(Dimension dimension) {
    return switch (dimension) {
      case COUNT, ADDRESS -> "";
      case SIZE -> "B";
      case DURATION -> "ns";
      case RATE -> "bps";
      case POWER -> "W";
    };
  }
}
