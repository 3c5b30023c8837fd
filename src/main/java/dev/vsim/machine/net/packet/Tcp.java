package dev.vsim.machine.net.packet;

/**
 * TCP segments in IPv4 packets (RFC 9293): without options, but for those of a SYN, the greatest
 * segment and the scale of the window (RFC 7323).
 */
public final class Tcp {
  public static final int HEADER = 20;

  public static final int FIN = 1;
  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;

  /** The largest window without a scale. */
  public static final int PLAIN_WINDOW = 65_535;

  private static final int SEQUENCE = Ipv4.PAYLOAD + 4;
  private static final int ACKNOWLEDGED = Ipv4.PAYLOAD + 8;
  private static final int DATA_OFFSET = Ipv4.PAYLOAD + 12;
  private static final int FLAGS = Ipv4.PAYLOAD + 13;
  private static final int WINDOW = Ipv4.PAYLOAD + 14;
  private static final int CHECKSUM = Ipv4.PAYLOAD + 16;
  private static final int OPTIONS = Ipv4.PAYLOAD + HEADER;
  private static final int OPTION_OCTETS = 8;
  private static final int MSS_AND_LENGTH = 0x0204;
  private static final int NOP_AND_SCALE = 0x0103;
  private static final int SCALE_LENGTH = 3;

  private Tcp() {}

  /** The two ends of a connection, as the sender of a segment sees them. */
  public record Ends(int source, int sourcePort, int destination, int destinationPort) {}

  /** A segment without data and options: ACK, FIN, RST. */
  public static byte[] bare(Ends ends, int sequence, int acknowledged, int flags, int window) {
    byte[] packet = room(ends, HEADER);
    write(packet, HEADER, sequence, acknowledged, flags, window);
    seal(packet);
    return packet;
  }

  /** A SYN, which says the greatest segment that its sender takes and its window's scale. */
  public static byte[] syn(
      Ends ends, int sequence, int acknowledged, int flags, int window, int mss, int scale) {
    byte[] packet = room(ends, HEADER + OPTION_OCTETS);
    write(packet, HEADER + OPTION_OCTETS, sequence, acknowledged, flags, window);
    Octets.put16(packet, OPTIONS, MSS_AND_LENGTH);
    Octets.put16(packet, OPTIONS + 2, mss);
    Octets.put16(packet, OPTIONS + 4, NOP_AND_SCALE);
    Octets.put8(packet, OPTIONS + 6, SCALE_LENGTH);
    Octets.put8(packet, OPTIONS + 7, scale);
    seal(packet);
    return packet;
  }

  /** A segment with data, the octets of the pattern from the stream's {@code offset} on. */
  public static byte[] data(
      Ends ends, int sequence, int acknowledged, int flags, int window, long offset, int length) {
    byte[] packet = room(ends, HEADER + length);
    write(packet, HEADER, sequence, acknowledged, flags, window);
    Pattern.fillStream(packet, OPTIONS, length, offset);
    seal(packet);
    return packet;
  }

  public static int sequence(byte[] packet) {
    return Octets.get32(packet, SEQUENCE);
  }

  public static int acknowledged(byte[] packet) {
    return Octets.get32(packet, ACKNOWLEDGED);
  }

  public static int flags(byte[] packet) {
    return Octets.get8(packet, FLAGS);
  }

  /** Whether all these flags are set. */
  public static boolean has(byte[] packet, int flags) {
    return (flags(packet) & flags) == flags;
  }

  /** How many octets of data it has. */
  public static int length(byte[] packet) {
    return Ipv4.length(packet) - Ipv4.HEADER - (Octets.get8(packet, DATA_OFFSET) >>> 4) * 4;
  }

  /** The greatest segment that the sender of a SYN takes. */
  public static int mss(byte[] syn) {
    return Octets.get16(syn, OPTIONS + 2);
  }

  /** By how many bits the windows of a SYN's sender are to be shifted. */
  public static int scale(byte[] syn) {
    return Octets.get8(syn, OPTIONS + 7);
  }

  static void seal(byte[] packet) {
    Octets.put16(packet, CHECKSUM, 0);
    long sum = Checksum.sum(packet, Ipv4.PAYLOAD, Ipv4.end(packet)) + Ipv4.pseudoHeader(packet);
    Octets.put16(packet, CHECKSUM, Checksum.of(sum));
  }

  private static byte[] room(Ends ends, int payload) {
    byte[] packet = Ipv4.room(Ipv4.TCP, ends.source, ends.destination, payload);
    Ports.write(packet, ends.sourcePort, ends.destinationPort);
    return packet;
  }

  private static void write(
      byte[] packet, int header, int sequence, int acknowledged, int flags, int window) {
    Octets.put32(packet, SEQUENCE, sequence);
    Octets.put32(packet, ACKNOWLEDGED, acknowledged);
    Octets.put8(packet, DATA_OFFSET, header / 4 << 4);
    Octets.put8(packet, FLAGS, flags);
    Octets.put16(packet, WINDOW, window);
  }
}
