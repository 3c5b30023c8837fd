package dev.vsim.machine.net.packet;

/** The octets 0, 1, 2 … 255, 0 … that scenarios' data consists of (rules.md R30). */
final class Pattern {
  private static final byte[] OCTETS = octets();

  private Pattern() {}

  /** Fills with the pattern, from its octet at {@code offset} on. */
  static void fill(byte[] into, int at, int length, long offset) {
    int done = 0;
    while (done < length) {
      int from = (int) (offset + done & 0xFF);
      int count = Math.min(length - done, OCTETS.length - from);
      System.arraycopy(OCTETS, from, into, at + done, count);
      done += count;
    }
  }

  private static byte[] octets() {
    byte[] octets = new byte[1 << 12];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }
    return octets;
  }
}
