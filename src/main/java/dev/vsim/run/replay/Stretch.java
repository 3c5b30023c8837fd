package dev.vsim.run.replay;

/** The bytes that a parser may read: whole records only, and a few free ones behind them. */
final class Stretch {
  private byte[] bytes = {};
  private int at;
  private int end;

  void of(byte[] newBytes, int newAt, int newEnd) {
    bytes = newBytes;
    at = newAt;
    end = newEnd;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the next record begins. */
  int at() {
    return at;
  }

  /** Where the last whole record ends. */
  int end() {
    return end;
  }

  boolean usedUp() {
    return at >= end;
  }

  void moveTo(int place) {
    at = place;
  }
}
