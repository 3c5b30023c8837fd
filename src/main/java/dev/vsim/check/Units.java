package dev.vsim.check;

import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Quantities;
import java.util.Locale;
import java.util.Optional;

/** The wording of diagnostics about numbers and operators. */
final class Units {
  private static final int HEX = 16;

  private Units() {}

  /** What to write instead of a number with an unknown unit. */
  static String advice(String spelling, String unit) {
    String digits = spelling.substring(0, spelling.length() - unit.length());
    Optional<Quantities.Unit> sameLetters = Quantities.unitIgnoringCase(unit);
    if (sameLetters.isPresent()) {
      return "write `" + digits + sameLetters.get().name() + "`";
    }
    if (isExponent(unit)) {
      return "there are no exponents: write `1_000_000`, `4G`, `2ms`";
    }
    String bare =
        unit.equalsIgnoreCase("h")
            ? digits
            : unit.toLowerCase(Locale.ROOT).endsWith("h")
                ? spelling.substring(0, spelling.length() - 1)
                : spelling;
    if (bare.chars().allMatch(c -> Character.digit(c, HEX) >= 0)) {
      return "a hex number is written `0x" + bare + "`";
    }
    return spelledOut(unit)
        .map(known -> "write `" + digits + known + "`")
        .orElse("sizes are K M G T, durations ns us ms s, rates Mbps Gbps, shares %");
  }

  private static boolean isExponent(String unit) {
    return Character.toLowerCase(unit.charAt(0)) == 'e'
        && unit.length() > 1
        && unit.chars().skip(1).allMatch(Character::isDigit);
  }

  private static Optional<String> spelledOut(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "sec", "secs", "second", "seconds" -> Optional.of("s");
      case "msec", "millis", "milliseconds" -> Optional.of("ms");
      case "usec", "micros", "microseconds" -> Optional.of("us");
      case "nsec", "nanos", "nanoseconds" -> Optional.of("ns");
      case "byte", "bytes" -> Optional.of("B");
      case "gbit", "gb/s", "gbits" -> Optional.of("Gbps");
      case "mbit", "mb/s", "mbits" -> Optional.of("Mbps");
      case "watt", "watts" -> Optional.of("W");
      default -> Optional.empty();
    };
  }

  static String spelled(String spelling) {
    if (spelling.startsWith("0x") || spelling.startsWith("0X")) {
      return "behind 0x stand hex digits, 0 to 9 and a to f, and no unit";
    } else if (spelling.startsWith("0b") || spelling.startsWith("0B")) {
      return "behind 0b stand zeros and ones";
    } else if (spelling.indexOf('.') != spelling.lastIndexOf('.')) {
      return "a number has one point: 2.5; an IPv4 address has four parts: 192.168.1.7";
    }
    return spelling.endsWith("_") || spelling.contains("__")
        ? "an underscore stands between two digits: 1_000"
        : "numbers are written 42, 0x1F, 0b101, 1_000 or 2.5";
  }

  /** {@code added}: how a diagnostic says what an operator does to two quantities. */
  static String verb(Operator operator) {
    return switch (operator) {
      case PLUS -> "added";
      case MINUS -> "subtracted";
      case TIMES -> "multiplied";
      case DIVIDE, FLOOR, MOD -> "divided";
      case SHIFT_LEFT, SHIFT_RIGHT, BIT_AND, BIT_OR, BIT_XOR -> "joined bit by bit";
      default -> "compared";
    };
  }

  static boolean isEquality(Operator operator) {
    return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
  }

  static boolean isComparison(Operator operator) {
    return isEquality(operator)
        || operator == Operator.LESS
        || operator == Operator.AT_MOST
        || operator == Operator.GREATER
        || operator == Operator.AT_LEAST;
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
