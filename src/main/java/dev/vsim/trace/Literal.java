package dev.vsim.trace;

import dev.vsim.value.Dimension;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.util.Optional;

/** Reads the literals that trace lines hold; the inverse of {@link Spelling}. */
final class Literal {
  private static final int MAC_LENGTH = 17;
  private static final int HEX = 16;
  private static final int DECIMAL = 10;

  /** So many digits fit into 63 bits, decimal or hex. */
  private static final int SHORT = 15;

  private Literal() {}

  /** A number, address, text, truth or word; empty where the characters are none of these. */
  static Optional<Value> read(String raw) {
    if (raw.startsWith("\"")) {
      return unquoted(raw).map(Value.Text::new);
    }
    Optional<Value> constant = constant(raw);
    if (constant.isPresent()) {
      return constant;
    }
    boolean digit = startsWithDigit(raw) || raw.length() == MAC_LENGTH && raw.charAt(2) == ':';
    return digit ? address(raw).or(() -> number(raw)).or(() -> word(raw)) : word(raw);
  }

  /** A number with its unit, or a negative one. */
  static Optional<Value> number(String raw) {
    long plain = plain(raw);
    if (plain >= 0) {
      boolean hex = raw.startsWith("0x");
      return Optional.of(new Value.Whole(plain, hex ? Dimension.ADDRESS : Dimension.COUNT));
    }
    boolean negative = raw.startsWith("-");
    String digits = negative ? raw.substring(1) : raw;
    if (!startsWithDigit(digits)
        || !(Quantities.read(digits) instanceof Quantities.Reading.Good good)) {
      return Optional.empty();
    }
    return Optional.of(negative ? negated(good.value()) : good.value());
  }

  /** A short decimal or hex number without unit, as nearly all are; -1 for any other. */
  private static long plain(String raw) {
    boolean hex = raw.startsWith("0x");
    int start = hex ? 2 : 0;
    int length = raw.length();
    if (length == start || length - start > SHORT) {
      return -1;
    }
    long number = 0;
    for (int i = start; i < length; i++) {
      int digit = Character.digit(raw.charAt(i), hex ? HEX : DECIMAL);
      if (digit < 0 || raw.charAt(i) >= 128) {
        return -1;
      }
      number = number * (hex ? HEX : DECIMAL) + digit;
    }
    return number;
  }

  /** The text of a quoted literal; empty where it is not one as a whole. */
  static Optional<String> unquoted(String raw) {
    int end = raw.length() - 1;
    if (end < 1 || raw.charAt(end) != '"') {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    int at = 1;
    while (at >= 0 && at < end) {
      at = raw.charAt(at) == '\\' ? escape(raw, at + 1, text) : plain(raw, at, text);
    }
    return at == end ? Optional.of(text.toString()) : Optional.empty();
  }

  /** Bits and mask of {@code 00:0C:29:XX:XX:XX}. */
  static Optional<FieldTest.MacLike> mac(String raw) {
    if (raw.length() != MAC_LENGTH) {
      return Optional.empty();
    }
    long bits = 0;
    long mask = 0;
    for (int i = 0; i < MAC_LENGTH; i += 3) {
      boolean any = raw.startsWith("XX", i);
      int value = any ? 0 : pair(raw, i);
      if (value < 0 || i + 2 < MAC_LENGTH && raw.charAt(i + 2) != ':') {
        return Optional.empty();
      }
      bits = bits << 8 | value;
      mask = mask << 8 | (any ? 0 : 0xFF);
    }
    return Optional.of(new FieldTest.MacLike(bits, mask));
  }

  /** The address before the port of {@code 10.0.0.1:_}, or of a plain address. */
  static Optional<Integer> ip(String raw) {
    String[] parts = raw.split("\\.", -1);
    int bits = 0;
    for (String part : parts) {
      int value = decimal(part, 255);
      if (value < 0) {
        return Optional.empty();
      }
      bits = bits << 8 | value;
    }
    return parts.length == 4 ? Optional.of(bits) : Optional.empty();
  }

  private static Optional<Value> constant(String raw) {
    return switch (raw) {
      case "true" -> Optional.of(Value.Truth.TRUE);
      case "false" -> Optional.of(Value.Truth.FALSE);
      case "none" -> Optional.of(Value.None.NONE);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> address(String raw) {
    int slash = raw.indexOf('/');
    int colon = raw.indexOf(':');
    if (slash > 0) {
      int prefix = decimal(raw.substring(slash + 1), 32);
      return prefix < 0
          ? Optional.empty()
          : ip(raw.substring(0, slash)).map(bits -> new Value.Network(bits, prefix));
    } else if (raw.length() == MAC_LENGTH && colon == 2) {
      return mac(raw).map(mac -> new Value.Mac(mac.bits()));
    } else if (colon > 0) {
      int port = decimal(raw.substring(colon + 1), 65_535);
      return port < 0
          ? Optional.empty()
          : ip(raw.substring(0, colon)).map(bits -> new Value.Endpoint(bits, port));
    }
    return ip(raw).map(Value.Ip::new);
  }

  private static Optional<Value> word(String raw) {
    return Spelling.isBare(raw) || raw.startsWith("[")
        ? Optional.of(new Value.Word(raw))
        : Optional.empty();
  }

  private static Value negated(Value number) {
    return number instanceof Value.Whole whole
        ? new Value.Whole(-whole.amount(), whole.dimension())
        : new Value.Real(-((Value.Real) number).amount(), ((Value.Real) number).dimension());
  }

  private static boolean startsWithDigit(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  private static int decimal(String digits, int most) {
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      value = value * 10 + digit;
      if (digit < 0 || digit > 9 || value > most) {
        return -1;
      }
    }
    return digits.isEmpty() ? -1 : value;
  }

  private static int pair(String text, int at) {
    int high = Character.digit(text.charAt(at), HEX);
    int low = Character.digit(text.charAt(at + 1), HEX);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int plain(String raw, int at, StringBuilder text) {
    char c = raw.charAt(at);
    text.append(c);
    return c == '"' ? -1 : at + 1;
  }

  /** Reads what stands behind a backslash; -1 where it is no escape. */
  private static int escape(String raw, int at, StringBuilder text) {
    switch (raw.charAt(at)) {
      case '"', '\\', '$' -> text.append(raw.charAt(at));
      case 'n' -> text.append('\n');
      case 't' -> text.append('\t');
      case 'u' -> {
        return codePoint(raw, at + 1, text);
      }
      default -> {
        return -1;
      }
    }
    return at + 1;
  }

  private static int codePoint(String raw, int open, StringBuilder text) {
    int close = raw.indexOf('}', open);
    if (close < open + 2 || close > open + 7 || raw.charAt(open) != '{') {
      return -1;
    }
    int value = 0;
    for (int i = open + 1; i < close; i++) {
      int digit = Character.digit(raw.charAt(i), HEX);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    if (!Character.isValidCodePoint(value)) {
      return -1;
    }
    text.appendCodePoint(value);
    return close + 1;
  }
}
