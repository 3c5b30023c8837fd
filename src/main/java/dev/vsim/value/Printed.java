package dev.vsim.value;

import dev.vsim.text.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes values as the language spells them, the same in every locale (language.md, "Printed"). */
public final class Printed {
  private static final long[] SIZE_FACTORS = {1L << 40, 1L << 30, 1L << 20, 1L << 10};
  private static final String[] SIZE_UNITS = {"T", "G", "M", "K"};
  private static final long[] TIME_FACTORS = {1_000_000_000L, 1_000_000L, 1_000L};
  private static final String[] TIME_UNITS = {"s", "ms", "us"};
  private static final int REAL_DIGITS = 6;

  /** Whole numbers of no more digits are exact in a double. */
  private static final int EXACT_DIGITS = 15;

  private static final int RATE_DIGITS = 3;

  private Printed() {}

  public static String of(Value value) {
    if (value instanceof Value.Whole whole) {
      return whole(whole.amount(), whole.dimension());
    } else if (value instanceof Value.Real real) {
      return real(real);
    } else if (value instanceof Value.Truth truth) {
      return truth == Value.Truth.TRUE ? "true" : "false";
    } else if (value instanceof Value.Text text) {
      return text.text();
    } else if (value instanceof Value.Word word) {
      return word.word();
    } else if (value instanceof Value.Items || value instanceof Value.Entries) {
      return PrintedCollection.of(value);
    } else if (value instanceof Value.Range range) {
      return whole(range.from(), range.dimension()) + ".." + whole(range.to(), range.dimension());
    } else if (value instanceof Value.Mac mac) {
      return mac(mac.bits());
    } else if (value instanceof Value.Ip ip) {
      return ip(ip.bits());
    } else if (value instanceof Value.Network network) {
      return ip(network.bits()) + "/" + network.prefix();
    } else if (value instanceof Value.Endpoint endpoint) {
      return ip(endpoint.bits()) + ":" + endpoint.port();
    } else if (value instanceof Value.Thing thing) {
      return thing.subject().path();
    } else if (value instanceof Value.Found found) {
      return found.event().line();
    } else if (value instanceof Value.Strategy strategy) {
      return strategy.made().name();
    } else if (value instanceof Value.World world) {
      return "the world of " + world.universe().name();
    }
    return "none";
  }

  /** A whole quantity in the largest unit that divides it; addresses in hex. */
  public static String whole(long amount, Dimension dimension) {
    return switch (dimension) {
      case COUNT -> Long.toString(amount);
      case ADDRESS -> hex(amount);
      case SIZE -> largest(amount, SIZE_FACTORS, SIZE_UNITS, "");
      case DURATION -> largest(amount, TIME_FACTORS, TIME_UNITS, "ns");
      case RATE -> rate(BigDecimal.valueOf(amount));
      case POWER -> amount + "W";
    };
  }

  public static String hex(long amount) {
    return "0x" + Long.toHexString(amount);
  }

  public static String mac(long bits) {
    StringBuilder text = new StringBuilder(17);
    for (int i = 5; i >= 0; i--) {
      int b = (int) (bits >>> (8 * i)) & 0xFF;
      text.append(Character.toUpperCase(Character.forDigit(b >>> 4, 16)));
      text.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
      if (i > 0) {
        text.append(':');
      }
    }
    return text.toString();
  }

  public static String ip(int bits) {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 255)
        + "."
        + (bits >>> 8 & 255)
        + "."
        + (bits & 255);
  }

  /** A fraction with at most six decimals, half even, no exponent. */
  public static String real(double amount) {
    if (!finite(amount)) {
      return "undefined";
    }
    BigDecimal rounded = rounded(amount);
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private static boolean finite(double amount) {
    return !Double.isNaN(amount) && !Double.isInfinite(amount);
  }

  private static BigDecimal rounded(double amount) {
    return new BigDecimal(amount)
        .setScale(REAL_DIGITS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  /** A quantity that comes out whole is written as one: half of 4K is 2K. */
  private static String real(Value.Real real) {
    if (!finite(real.amount())) {
      return real(real.amount());
    }
    BigDecimal rounded = rounded(real.amount());
    boolean units = real.dimension() == Dimension.SIZE || real.dimension() == Dimension.DURATION;
    if (units && rounded.scale() <= 0 && rounded.precision() - rounded.scale() <= EXACT_DIGITS) {
      return whole(rounded.longValueExact(), real.dimension());
    }
    return switch (real.dimension()) {
      case COUNT, ADDRESS -> real(real.amount());
      case SIZE -> real(real.amount()) + "B";
      case DURATION -> real(real.amount()) + "ns";
      case RATE -> rate(new BigDecimal(real.amount()));
      case POWER -> real(real.amount()) + "W";
    };
  }

  private static String rate(BigDecimal bits) {
    return bits.movePointLeft(6).setScale(RATE_DIGITS, RoundingMode.HALF_EVEN).toPlainString()
        + "Mbps";
  }

  private static String largest(long amount, long[] factors, String[] units, String smallest) {
    for (int i = 0; i < factors.length && amount != 0; i++) {
      if (amount % factors[i] == 0) {
        return amount / factors[i] + units[i];
      }
    }
    return amount + smallest;
  }

  /**
   * A string literal that reads back as this text, on one line, with control and bidi characters
   * escaped.
   */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> escape(c, out));
    return PlainText.withoutCommand(out.append('"').toString());
  }

  private static void escape(int c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '$' -> out.append("\\$");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> out.append(PlainText.isHidden(c) ? PlainText.escaped(c) : Character.toString(c));
    }
  }
}
