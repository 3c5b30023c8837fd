package dev.vsim.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of lines in the making, UTF-8; numbers are written digit by digit, without a string
 * between.
 */
final class LineBuffer {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 20;

  private byte[] bytes;
  private int size;

  LineBuffer(int room) {
    bytes = new byte[room];
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Forgets what lies behind {@code newSize}. */
  void cut(int newSize) {
    size = newSize;
  }

  void add(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
  }

  void add(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void add(String text) {
    int length = text.length();
    reserve(length);
    int at = size;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        add(text.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[at + i] = (byte) c;
    }
    size = at + length;
  }

  /** A signed decimal number. */
  void decimal(long number) {
    if (number == Long.MIN_VALUE) {
      add(Long.toString(number));
      return;
    }
    long rest = number;
    if (rest < 0) {
      add('-');
      rest = -rest;
    }
    int digits = decimalDigits(rest);
    reserve(LONGEST_NUMBER);
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  /** An unsigned number in hex, with its {@code 0x}. */
  void hex(long number) {
    int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(number) + 3) / 4);
    reserve(LONGEST_NUMBER);
    bytes[size] = '0';
    bytes[size + 1] = 'x';
    size += 2;
    long rest = number;
    for (int i = size + digits - 1; i >= size; i--) {
      bytes[i] = HEX[(int) rest & 15];
      rest >>>= 4;
    }
    size += digits;
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  private static int decimalDigits(long number) {
    int digits = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
