package dev.vsim.machine.net.packet;

/** UDP datagrams in IPv4 packets (RFC 768). */
@SuppressWarnings(
    "ArgumentSelectionDefectChecker") // an answer goes to where the question came from
public final class Udp {
  public static final int HEADER = 8;

  /** Where the data begins. */
  public static final int DATA = Ipv4.PAYLOAD + HEADER;

  private static final int LENGTH = Ipv4.PAYLOAD + 4;
  private static final int CHECKSUM = Ipv4.PAYLOAD + 6;

  private Udp() {}

  /** A datagram with so many octets of data, 0, 1, 2 …. */
  public static byte[] patterned(
      int source, int sourcePort, int destination, int destinationPort, int size) {
    byte[] packet = room(source, sourcePort, destination, destinationPort, size);
    Pattern.fill(packet, DATA, size);
    seal(packet);
    return packet;
  }

  /** A datagram with this data. */
  public static byte[] of(
      int source, int sourcePort, int destination, int destinationPort, byte[] data) {
    byte[] packet = room(source, sourcePort, destination, destinationPort, data.length);
    System.arraycopy(data, 0, packet, DATA, data.length);
    seal(packet);
    return packet;
  }

  /** The same data back to where it came from. */
  public static byte[] echo(byte[] packet) {
    return of(
        Ipv4.destination(packet),
        Ports.destination(packet),
        Ipv4.source(packet),
        Ports.source(packet),
        data(packet));
  }

  /** The datagram's data. */
  public static byte[] data(byte[] packet) {
    byte[] data = new byte[Octets.get16(packet, LENGTH) - HEADER];
    System.arraycopy(packet, DATA, data, 0, data.length);
    return data;
  }

  /** A checksum that comes out as 0 is sent as its other form, since 0 means none. */
  static void seal(byte[] packet) {
    Octets.put16(packet, CHECKSUM, 0);
    long sum = Checksum.sum(packet, Ipv4.PAYLOAD, Ipv4.end(packet)) + Ipv4.pseudoHeader(packet);
    int checksum = Checksum.of(sum);
    Octets.put16(packet, CHECKSUM, checksum == 0 ? 0xFFFF : checksum);
  }

  private static byte[] room(
      int source, int sourcePort, int destination, int destinationPort, int size) {
    byte[] packet = Ipv4.room(Ipv4.UDP, source, destination, HEADER + size);
    Ports.write(packet, sourcePort, destinationPort);
    Octets.put16(packet, LENGTH, HEADER + size);
    return packet;
  }
}
