package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Quantities;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/** What the functions on numbers do: {@code abs}, {@code round}, {@code int}, {@code hex}. */
final class Numbers {
  private static final int MOST_DIGITS = 15;

  private final Node at;

  Numbers(Node at) {
    this.at = at;
  }

  Value abs(Value value) {
    if (value instanceof Value.Real real) {
      return new Value.Real(Math.abs(real.amount()), real.dimension());
    }
    Value.Whole whole = whole(value);
    if (whole.amount() == Long.MIN_VALUE) {
      throw at.stop(TypeProblem.OVERFLOW, at.text());
    }
    return new Value.Whole(Math.abs(whole.amount()), whole.dimension());
  }

  /** Half even, as numbers are printed. */
  Value round(Value value, OptionalInt digits) {
    if (value instanceof Value.Real real) {
      BigDecimal rounded = exact(real.amount()).setScale(digits.orElse(0), RoundingMode.HALF_EVEN);
      return digits.isPresent()
          ? new Value.Real(rounded.doubleValue(), real.dimension())
          : new Value.Whole(fitting(rounded), real.dimension());
    }
    return whole(value);
  }

  /** How many digits to round to. */
  int digits(Value value) {
    long digits = whole(value).amount();
    if (digits < 0 || digits > MOST_DIGITS) {
      throw at.stop(TypeProblem.OUT_OF_RANGE, digits, 0, MOST_DIGITS);
    }
    return (int) digits;
  }

  /** {@code int(2.7)}, {@code int("0x1f")}. */
  Value plain(Value value) {
    if (value instanceof Value.Text text) {
      return spelled(text.text().strip());
    } else if (value instanceof Value.Real real) {
      return new Value.Whole(fitting(exact(real.amount()).setScale(0, RoundingMode.DOWN)));
    }
    return new Value.Whole(whole(value).amount());
  }

  private Value spelled(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative ? text.substring(1) : text;
    if (Quantities.read(digits) instanceof Quantities.Reading.Good good
        && good.value() instanceof Value.Whole whole
        && whole.dimension().mixesWith(Dimension.COUNT)
        && whole.dimension() != Dimension.SIZE) {
      return new Value.Whole(negative ? -whole.amount() : whole.amount());
    }
    throw at.stop(TypeProblem.MALFORMED_NUMBER, text, "`int` reads whole numbers: 42, -7, 0x1f");
  }

  Value hex(Value value) {
    Value.Whole whole = whole(value);
    return digits(whole, "0x", Long.toHexString(whole.amount()), Long.toHexString(-whole.amount()));
  }

  Value bin(Value value) {
    Value.Whole whole = whole(value);
    return digits(
        whole, "0b", Long.toBinaryString(whole.amount()), Long.toBinaryString(-whole.amount()));
  }

  /** An address has no sign. */
  private static Value digits(Value.Whole whole, String prefix, String digits, String negated) {
    boolean negative = whole.amount() < 0 && whole.dimension() != Dimension.ADDRESS;
    return new Value.Text(negative ? "-" + prefix + negated : prefix + digits);
  }

  private BigDecimal exact(double amount) {
    if (Double.isNaN(amount) || Double.isInfinite(amount)) {
      throw at.stop(TypeProblem.OVERFLOW, at.text());
    }
    return new BigDecimal(amount);
  }

  private long fitting(BigDecimal whole) {
    if (whole.toBigInteger().bitLength() >= Long.SIZE) {
      throw at.stop(TypeProblem.OVERFLOW, at.text());
    }
    return whole.longValue();
  }

  private Value.Whole whole(Value value) {
    if (value instanceof Value.Whole whole) {
      return whole;
    }
    throw at.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
  }
}
