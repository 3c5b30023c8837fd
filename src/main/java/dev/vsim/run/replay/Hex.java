package dev.vsim.run.replay;

import java.util.Arrays;

/** Hexadecimal digits, by table. */
final class Hex {
  private static final byte[] DIGITS = digits();

  private Hex() {}

  /** What a digit is worth, or −1. */
  static int digit(byte c) {
    return DIGITS[c & 0xff];
  }

  /** What eight digits are worth together, or a negative number where one of them is no digit. */
  static long eight(byte[] bytes, int at) {
    return (long) DIGITS[bytes[at] & 0xff] << 28
        | (long) DIGITS[bytes[at + 1] & 0xff] << 24
        | (long) DIGITS[bytes[at + 2] & 0xff] << 20
        | (long) DIGITS[bytes[at + 3] & 0xff] << 16
        | (long) DIGITS[bytes[at + 4] & 0xff] << 12
        | (long) DIGITS[bytes[at + 5] & 0xff] << 8
        | (long) DIGITS[bytes[at + 6] & 0xff] << 4
        | DIGITS[bytes[at + 7] & 0xff];
  }

  private static byte[] digits() {
    byte[] digits = new byte[256];
    Arrays.fill(digits, (byte) -1);
    for (int value = 0; value < 16; value++) {
      digits[Character.forDigit(value, 16)] = (byte) value;
      digits[Character.toUpperCase(Character.forDigit(value, 16))] = (byte) value;
    }
    return digits;
  }
}
