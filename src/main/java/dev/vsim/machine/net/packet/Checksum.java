package dev.vsim.machine.net.packet;

/** The Internet checksum: 16-bit words added in ones' complement (RFC 1071). */
final class Checksum {
  private static final long LOW_32 = 0xFFFF_FFFFL;

  private Checksum() {}

  /**
   * The sum of the words from one octet up to another, not folded; an odd octet at the end counts
   * as the high half of a word.
   */
  static long sum(byte[] octets, int from, int to) {
    long sum = 0;
    int at = from;
    while (at + Integer.BYTES <= to) {
      sum += Octets.get32(octets, at) & LOW_32;
      at += Integer.BYTES;
    }
    if (at + Short.BYTES <= to) {
      sum += Octets.get16(octets, at);
      at += Short.BYTES;
    }
    return at < to ? sum + ((long) Octets.get8(octets, at) << Byte.SIZE) : sum;
  }

  /** What TCP and UDP add for the addresses, the protocol and the length (RFC 9293, 3.1). */
  static long pseudoHeader(int source, int destination, int protocol, int length) {
    return (source & LOW_32) + (destination & LOW_32) + protocol + length;
  }

  /** The complement of a sum, as it stands in a header. */
  static int of(long sum) {
    long folded = sum;
    while (folded >>> Short.SIZE != 0) {
      folded = (folded & 0xFFFF) + (folded >>> Short.SIZE);
    }
    return (int) ~folded & 0xFFFF;
  }
}
