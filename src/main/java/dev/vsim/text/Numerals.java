package dev.vsim.text;

import java.util.Locale;

/** Counts as people like to read them. */
public final class Numerals {
  private static final double THOUSAND = 1e3;
  private static final double MILLION = 1e6;
  private static final double MILLIARD = 1e9;

  private Numerals() {}

  /** With the thousands marked: {@code 19,505,121}. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With one decimal and a letter: {@code 13.9 M}. */
  public static String scaled(double number) {
    if (number >= MILLIARD) {
      return tenths(number / MILLIARD) + " G";
    } else if (number >= MILLION) {
      return tenths(number / MILLION) + " M";
    }
    return number >= THOUSAND
        ? tenths(number / THOUSAND) + " k"
        : String.format(Locale.ROOT, "%.0f", number);
  }

  /** {@code 1 scenario}, {@code 2 scenarios}. */
  public static String count(long number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }

  private static String tenths(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
