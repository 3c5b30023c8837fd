package dev.vsim.commands.network;

import java.util.Locale;

/** How drawings of the network write times and ports. */
final class Shown {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;

  private Shown() {}

  /** {@code 2h 4m}, {@code 4m 58s}, {@code 12s}, {@code 0s}: whole seconds, rounded down. */
  static String time(long nanoseconds) {
    long seconds = nanoseconds / SECOND;
    if (seconds >= HOUR) {
      return pair(seconds / HOUR, "h", seconds % HOUR / MINUTE, "m");
    }
    return seconds >= MINUTE ? pair(seconds / MINUTE, "m", seconds % MINUTE, "s") : seconds + "s";
  }

  private static String pair(long large, String largeUnit, long small, String smallUnit) {
    return small == 0 ? large + largeUnit : large + largeUnit + " " + small + smallUnit;
  }

  /** {@code Port 1}, {@code Uplink}, {@code NAT}: as the textbook writes them. */
  static String port(String name) {
    if (Character.isDigit(name.charAt(0))) {
      return "Port " + name;
    }
    boolean isAbbreviation = name.equals("nat") || name.equals("dhcp");
    return isAbbreviation
        ? name.toUpperCase(Locale.ROOT)
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
