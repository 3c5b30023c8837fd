package dev.vsim.fuzz;

/** Decisions that bytes make: each takes the next ones; behind the last byte all are 0. */
final class Choices {
  private static final int BYTE = 0xFF;
  private static final int BITS = 8;

  private final byte[] bytes;
  private int at;

  Choices(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isOver() {
    return at >= bytes.length;
  }

  /** A number from 0 to {@code choices} - 1. */
  int of(int choices) {
    int value = next();
    if (choices > BYTE) {
      value = value << BITS | next();
    }
    return value % choices;
  }

  private int next() {
    return isOver() ? 0 : bytes[at++] & BYTE;
  }
}
