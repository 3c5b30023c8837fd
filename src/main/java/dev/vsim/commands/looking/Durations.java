package dev.vsim.commands.looking;

/** How drawings write times that need not be exact. */
final class Durations {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;

  private Durations() {}

  /** Nanoseconds in the largest unit of which there is one, with three decimals: {@code 2.147s}. */
  static String shortly(long nanoseconds) {
    if (nanoseconds >= SECOND) {
      return decimals((nanoseconds + MILLI / 2) / MILLI) + "s";
    } else if (nanoseconds >= MILLI) {
      return decimals((nanoseconds + MICRO / 2) / MICRO) + "ms";
    }
    return nanoseconds >= MICRO ? decimals(nanoseconds) + "us" : nanoseconds + "ns";
  }

  private static String decimals(long thousandths) {
    String rest = Long.toString(MICRO + thousandths % MICRO);
    return thousandths / MICRO + "." + rest.substring(1);
  }
}
