package dev.vsim.machine.memory;

import java.util.Arrays;

/**
 * The values of an array at one moment. Arrays only grow: one into which they are put back has room
 * for them, and is blank behind them.
 */
final class Kept {
  private Kept() {}

  /** Of ints. */
  static final class Ints {
    private final int[] values;

    Ints(int[] live) {
      this.values = live.clone();
    }

    void into(int[] live, int blank) {
      System.arraycopy(values, 0, live, 0, values.length);
      Arrays.fill(live, values.length, live.length, blank);
    }

    long bytes() {
      return (long) values.length * Integer.BYTES;
    }
  }

  /** Of longs. */
  static final class Longs {
    private final long[] values;

    Longs(long[] live) {
      this.values = live.clone();
    }

    void into(long[] live, long blank) {
      System.arraycopy(values, 0, live, 0, values.length);
      Arrays.fill(live, values.length, live.length, blank);
    }

    long bytes() {
      return (long) values.length * Long.BYTES;
    }
  }

  /** Of bytes. */
  static final class Bytes {
    private final byte[] values;

    Bytes(byte[] live) {
      this.values = live.clone();
    }

    void into(byte[] live) {
      System.arraycopy(values, 0, live, 0, values.length);
      Arrays.fill(live, values.length, live.length, (byte) 0);
    }

    long bytes() {
      return values.length;
    }
  }
}
