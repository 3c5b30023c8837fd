package dev.vsim.sweep;

import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How the amounts along one axis are written: in which unit, and how far apart the marks stand.
 *
 * @param dimension what is measured
 * @param unit in which it is written, or empty
 * @param factor smallest units in one
 */
record Scale(Dimension dimension, String unit, double factor) {
  /** About so many marks. */
  private static final int MARKS = 8;

  private static final MathContext DIGITS = new MathContext(9);

  /** The unit that suits the greatest amount. */
  static Scale of(Dimension dimension, double greatest) {
    return switch (dimension) {
      case COUNT, ADDRESS -> new Scale(dimension, "", 1);
      case POWER -> new Scale(dimension, "W", 1);
      case SIZE -> largest(dimension, greatest, 1024, "B", "K", "M", "G", "T");
      case DURATION -> largest(dimension, greatest, 1000, "ns", "us", "ms", "s");
      case RATE -> largest(dimension, greatest, 1000, "bps", "Kbps", "Mbps", "Gbps");
    };
  }

  private static Scale largest(Dimension dimension, double greatest, int base, String... units) {
    double factor = 1;
    int unit = 0;
    while (unit < units.length - 1 && greatest >= factor * base) {
      factor *= base;
      unit++;
    }
    return new Scale(dimension, units[unit], factor);
  }

  /**
   * The distance of two marks, in the smallest unit: 1, 2 or 5 with zeros, of sizes a power of two.
   */
  double step(double range) {
    double rough = range / factor / MARKS;
    if (dimension == Dimension.SIZE) {
      return factor * Math.pow(2, Math.ceil(Math.log(rough) / Math.log(2) - 1e-9));
    }
    double ten = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / ten;
    double nice = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10;
    return factor * nice * ten;
  }

  /** An amount without its unit. */
  String plain(double amount) {
    BigDecimal number =
        new BigDecimal(amount / factor, DIGITS)
            .setScale(6, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return grouped(number.signum() == 0 ? "0" : number.toPlainString());
  }

  /** An amount as it stands above a bar, without its unit. */
  String rounded(double amount) {
    BigDecimal number = new BigDecimal(amount / factor).setScale(3, RoundingMode.HALF_EVEN);
    return grouped(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  /** A whole amount with the unit that suits it. */
  String whole(double amount) {
    return unit.isEmpty() ? plain(amount) : Printed.whole((long) amount, dimension);
  }

  /** 1,000,000: three digits at a time from ten thousand on. */
  private static String grouped(String number) {
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    int start = number.startsWith("-") ? 1 : 0;
    StringBuilder grouped = new StringBuilder(number);
    if (end - start > 4) {
      for (int i = end - 3; i > start; i -= 3) {
        grouped.insert(i, ',');
      }
    }
    return grouped.toString();
  }
}
