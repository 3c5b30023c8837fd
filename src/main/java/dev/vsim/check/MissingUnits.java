package dev.vsim.check;

import dev.vsim.value.Dimension;
import dev.vsim.value.Type;
import dev.vsim.value.Value;
import java.util.Optional;

/** The unit that a plain number was probably meant to have: {@code 10ms} for 10, 50% for 50. */
final class MissingUnits {
  private static final int HUNDREDTHS = 100;

  private MissingUnits() {}

  /** What is advised where this number does not fit, or nothing. */
  static Optional<String> advice(Type type, Value given) {
    boolean plain =
        given instanceof Value.Whole whole
            && whole.dimension() == Dimension.COUNT
            && whole.amount() > 0;
    return plain ? unit(type, ((Value.Whole) given).amount()) : Optional.empty();
  }

  private static Optional<String> unit(Type type, long amount) {
    if (type instanceof Type.Either either) {
      return either.choices().stream().flatMap(c -> unit(c, amount).stream()).findFirst();
    } else if (type instanceof Type.Real real) {
      boolean share = real.dimension() == Dimension.COUNT && real.most() == 1;
      return share ? hundredths(amount) : unit(real.dimension(), amount);
    }
    boolean tooLarge =
        type instanceof Type.Whole whole
            && whole.dimension() == Dimension.SIZE
            && amount > whole.most();
    return type instanceof Type.Whole whole && !tooLarge
        ? unit(whole.dimension(), amount)
        : Optional.empty();
  }

  private static Optional<String> hundredths(long amount) {
    return amount <= HUNDREDTHS
        ? Optional.of("in hundredths it is written `" + amount + "%`")
        : Optional.empty();
  }

  private static Optional<String> unit(Dimension dimension, long amount) {
    return switch (dimension) {
      case SIZE -> Optional.of("a plain number is bytes; a size has a unit: `" + amount + "M`");
      case DURATION -> Optional.of("write its unit: `" + amount + "ms`");
      case RATE -> Optional.of("write its unit: `" + amount + "Mbps`");
      case POWER -> Optional.of("write its unit: `" + amount + "W`");
      case COUNT, ADDRESS -> Optional.empty();
    };
  }
}
