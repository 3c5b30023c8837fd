package dev.vsim.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The units of the language and the reading of a number token. */
public final class Quantities {
  /** One spelling of a unit; {@code factor} smallest units of the dimension make one. */
  public record Unit(String name, Dimension dimension, BigDecimal factor) {}

  /** What a number token says: a value, or why it says none. */
  public sealed interface Reading {
    /** A number. */
    record Good(Value value) implements Reading {}

    /** The digits are followed by what is no unit. */
    record UnknownUnit(String unit) implements Reading {}

    /** It does not fit into 64 bits. */
    record TooLarge() implements Reading {}

    /** Not a number at all: {@code 0x}, {@code 12_}, {@code 1.2.3}. */
    record Malformed() implements Reading {}
  }

  private static final BigDecimal K = BigDecimal.valueOf(1024);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** All spellings; the first of a factor is the one that is printed. */
  public static final List<Unit> UNITS =
      List.of(
          new Unit("K", Dimension.SIZE, K),
          new Unit("M", Dimension.SIZE, K.pow(2)),
          new Unit("G", Dimension.SIZE, K.pow(3)),
          new Unit("T", Dimension.SIZE, K.pow(4)),
          new Unit("B", Dimension.SIZE, BigDecimal.ONE),
          new Unit("KiB", Dimension.SIZE, K),
          new Unit("MiB", Dimension.SIZE, K.pow(2)),
          new Unit("GiB", Dimension.SIZE, K.pow(3)),
          new Unit("TiB", Dimension.SIZE, K.pow(4)),
          new Unit("KB", Dimension.SIZE, K),
          new Unit("MB", Dimension.SIZE, K.pow(2)),
          new Unit("GB", Dimension.SIZE, K.pow(3)),
          new Unit("TB", Dimension.SIZE, K.pow(4)),
          new Unit("ps", Dimension.DURATION, new BigDecimal("0.001")),
          new Unit("ns", Dimension.DURATION, BigDecimal.ONE),
          new Unit("us", Dimension.DURATION, THOUSAND),
          new Unit("µs", Dimension.DURATION, THOUSAND),
          new Unit("μs", Dimension.DURATION, THOUSAND),
          new Unit("ms", Dimension.DURATION, THOUSAND.pow(2)),
          new Unit("s", Dimension.DURATION, THOUSAND.pow(3)),
          new Unit("bps", Dimension.RATE, BigDecimal.ONE),
          new Unit("Kbps", Dimension.RATE, THOUSAND),
          new Unit("Mbps", Dimension.RATE, THOUSAND.pow(2)),
          new Unit("Gbps", Dimension.RATE, THOUSAND.pow(3)),
          new Unit("Tbps", Dimension.RATE, THOUSAND.pow(4)),
          new Unit("W", Dimension.POWER, BigDecimal.ONE),
          new Unit("%", Dimension.COUNT, new BigDecimal("0.01")));

  /** 2^63, which only a minus sign brings into 64 bits. */
  private static final String BEYOND_LONG = "9223372036854775808";

  /** Digits of a number, which no unit makes small enough beyond this. */
  private static final int MOST_DIGITS = 1000;

  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  private Quantities() {}

  /** Reads a number token: {@code 42 0x1F 0b101 1_000 2.5 4K 1.2us 80%}. */
  public static Reading read(String token) {
    if (token.startsWith("0x") || token.startsWith("0X")) {
      return radix(token.substring(2), 16);
    }
    if (token.startsWith("0b") || token.startsWith("0B")) {
      return radix(token.substring(2), 2);
    }
    int digits = digitsEnd(token);
    String number = token.substring(0, digits);
    String unit = token.substring(digits);
    if (number.endsWith("_")
        || number.contains("__")
        || number.contains("_.")
        || number.contains("._")) {
      return new Reading.Malformed();
    }
    if (unit.startsWith(".")) {
      return new Reading.Malformed();
    }
    if (number.length() > MOST_DIGITS) {
      return new Reading.TooLarge();
    }
    BigDecimal amount = new BigDecimal(number.replace("_", ""));
    if (unit.isEmpty()) {
      return number.contains(".") ? real(amount, Dimension.COUNT) : whole(amount, Dimension.COUNT);
    }
    return unit(unit).map(u -> scaled(amount, u)).orElse(new Reading.UnknownUnit(unit));
  }

  /** Reads the token of a number behind a minus sign, whose range reaches one further. */
  public static Reading negative(String token) {
    if (token.replace("_", "").equals(BEYOND_LONG)) {
      return new Reading.Good(new Value.Whole(Long.MIN_VALUE));
    }
    Reading reading = read(token);
    return reading instanceof Reading.Good good ? negated(good.value()) : reading;
  }

  private static Reading negated(Value value) {
    if (value instanceof Value.Real real) {
      return new Reading.Good(new Value.Real(-real.amount(), real.dimension()));
    }
    return negated((Value.Whole) value)
        .<Reading>map(Reading.Good::new)
        .orElseGet(Reading.TooLarge::new);
  }

  /**
   * The number below zero of the same amount; an address is never below zero, so that of one is a
   * plain number. Empty where it does not fit into 64 bits.
   */
  public static Optional<Value.Whole> negated(Value.Whole whole) {
    boolean address = whole.dimension() == Dimension.ADDRESS;
    boolean fits = address ? -whole.amount() <= 0 : whole.amount() != Long.MIN_VALUE;
    Dimension dimension = address ? Dimension.COUNT : whole.dimension();
    return fits ? Optional.of(new Value.Whole(-whole.amount(), dimension)) : Optional.empty();
  }

  /** The unit of exactly this spelling. */
  public static Optional<Unit> unit(String name) {
    return UNITS.stream().filter(u -> u.name().equals(name)).findFirst();
  }

  /** The unit meant by a spelling in the wrong case, {@code 4k}. */
  public static Optional<Unit> unitIgnoringCase(String name) {
    return UNITS.stream()
        .filter(u -> u.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static int digitsEnd(String token) {
    int i = 0;
    boolean point = false;
    while (i < token.length()) {
      char c = token.charAt(i);
      boolean decimal =
          c == '.' && !point && i + 1 < token.length() && isDigit(token.charAt(i + 1));
      if (!isDigit(c) && c != '_' && !decimal) {
        break;
      }
      point |= decimal;
      i++;
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Reading scaled(BigDecimal amount, Unit unit) {
    BigDecimal scaled = amount.multiply(unit.factor());
    if (unit.name().equals("%")) {
      return real(scaled, Dimension.COUNT);
    }
    boolean integral = scaled.stripTrailingZeros().scale() <= 0;
    return integral ? whole(scaled, unit.dimension()) : real(scaled, unit.dimension());
  }

  private static Reading whole(BigDecimal amount, Dimension dimension) {
    BigInteger integer = amount.toBigInteger();
    return integer.bitLength() > 63
        ? new Reading.TooLarge()
        : new Reading.Good(new Value.Whole(integer.longValue(), dimension));
  }

  private static Reading real(BigDecimal amount, Dimension dimension) {
    return new Reading.Good(new Value.Real(amount.doubleValue(), dimension));
  }

  private static Reading radix(String digits, int radix) {
    String plain = digits.replace("_", "");
    if (plain.isEmpty() || digits.endsWith("_") || digits.startsWith("_")) {
      return new Reading.Malformed();
    }
    for (int i = 0; i < plain.length(); i++) {
      if (Character.digit(plain.charAt(i), radix) < 0) {
        return new Reading.Malformed();
      }
    }
    if (plain.length() > MOST_DIGITS) {
      return new Reading.TooLarge();
    }
    BigInteger integer = new BigInteger(plain, radix);
    if (integer.compareTo(TWO_64) >= 0) {
      return new Reading.TooLarge();
    }
    Dimension dimension = radix == 16 ? Dimension.ADDRESS : Dimension.COUNT;
    return new Reading.Good(new Value.Whole(integer.longValue(), dimension));
  }
}
