package dev.vsim.machine.net.packet;

/**
 * What scenarios' data consists of: in frames, datagrams and echoes the octets 0, 1, 2 … 255, 0 …
 * (rules.md R30); in TCP streams 128 … 255, 128 …, since those of the lower half look like the
 * beginnings of other protocols to whoever looks into a capture.
 */
final class Pattern {
  private static final int LENGTH = 1 << 12;
  private static final int PERIOD = 1 << 8;
  private static final byte[] ALL = octets(0);
  private static final byte[] UPPER = octets(1 << 7);

  private Pattern() {}

  /** Fills with 0, 1, 2 …. */
  static void fill(byte[] into, int at, int length) {
    fill(ALL, into, at, length, 0);
  }

  /** Fills with a stretch of a TCP stream, from its octet at {@code offset} on. */
  static void fillStream(byte[] into, int at, int length, long offset) {
    fill(UPPER, into, at, length, offset);
  }

  private static void fill(byte[] from, byte[] into, int at, int length, long offset) {
    int done = 0;
    while (done < length) {
      int first = (int) ((offset + done) % PERIOD);
      int count = Math.min(length - done, LENGTH - first);
      System.arraycopy(from, first, into, at + done, count);
      done += count;
    }
  }

  private static byte[] octets(int always) {
    byte[] octets = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      octets[i] = (byte) (i | always);
    }
    return octets;
  }
}
