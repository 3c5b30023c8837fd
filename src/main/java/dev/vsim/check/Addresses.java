package dev.vsim.check;

import dev.vsim.value.Value;
import java.util.Optional;

/** Reads network addresses: MAC, IPv4, network, endpoint. */
final class Addresses {
  private static final int OCTETS = 4;

  private Addresses() {}

  static Optional<Value> read(String spelling) {
    if (spelling.chars().filter(c -> c == ':').count() == 5) {
      return mac(spelling);
    }
    int slash = spelling.indexOf('/');
    int colon = spelling.indexOf(':');
    int end = slash >= 0 ? slash : colon >= 0 ? colon : spelling.length();
    Optional<Integer> ip = ip(spelling.substring(0, end));
    if (ip.isEmpty() || end == spelling.length()) {
      return ip.map(Value.Ip::new);
    }
    Optional<Integer> number = number(spelling.substring(end + 1), slash >= 0 ? 32 : 65535);
    return number.map(
        n -> slash >= 0 ? new Value.Network(ip.get(), n) : new Value.Endpoint(ip.get(), n));
  }

  /**
   * An address with holes, as patterns have them: {@code 00:0C:29:XX:XX:XX}, {@code 10.0.0.1:_}.
   */
  static Optional<Meant.Test> wild(String spelling) {
    if (spelling.endsWith(":_")) {
      return ip(spelling.substring(0, spelling.length() - 2)).map(Meant.Test.AnyPort::new);
    }
    if (!spelling.matches("([0-9A-Fa-f]{2}|XX)(:([0-9A-Fa-f]{2}|XX)){5}")) {
      return Optional.empty();
    }
    long bits = 0;
    long mask = 0;
    for (String part : spelling.split(":", -1)) {
      boolean any = part.equals("XX");
      bits = bits << 8 | (any ? 0 : Integer.parseInt(part, 16));
      mask = mask << 8 | (any ? 0 : 0xFF);
    }
    return Optional.of(new Meant.Test.Mac(bits, mask));
  }

  private static Optional<Value> mac(String spelling) {
    long bits = 0;
    for (String part : spelling.split(":", -1)) {
      if (part.equals("XX")) {
        return Optional.empty();
      }
      bits = bits << 8 | Integer.parseInt(part, 16);
    }
    return Optional.of(new Value.Mac(bits));
  }

  private static Optional<Integer> ip(String spelling) {
    String[] parts = spelling.split("\\.", -1);
    int bits = 0;
    for (String part : parts) {
      Optional<Integer> octet = number(part, 255);
      if (octet.isEmpty()) {
        return Optional.empty();
      }
      bits = bits << 8 | octet.get();
    }
    return parts.length == OCTETS ? Optional.of(bits) : Optional.empty();
  }

  private static Optional<Integer> number(String digits, int most) {
    boolean decimal = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits.isEmpty() || digits.length() > 5 || !decimal) {
      return Optional.empty();
    }
    int number = Integer.parseInt(digits);
    return number <= most ? Optional.of(number) : Optional.empty();
  }
}
