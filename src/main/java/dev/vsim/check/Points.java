package dev.vsim.check;

import dev.vsim.syntax.Expr;
import dev.vsim.value.Dimension;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers of points as they are written. */
final class Points {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000L);

  private Points() {}

  /** Points that an expression spells: a plain number from 0 to a thousand million. */
  static Optional<BigDecimal> of(Expr expr) {
    return expr instanceof Expr.Number number
            && Quantities.read(number.spelling()) instanceof Quantities.Reading.Good good
        ? of(good.value())
        : Optional.empty();
  }

  private static Optional<BigDecimal> of(Value value) {
    boolean plain =
        value instanceof Value.Whole whole && whole.dimension() == Dimension.COUNT
            || value instanceof Value.Real real && real.dimension() == Dimension.COUNT;
    return plain
        ? Optional.of(new BigDecimal(value.print())).filter(n -> n.compareTo(MOST) <= 0)
        : Optional.empty();
  }
}
