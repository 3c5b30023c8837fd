package dev.vsim.machine.net.packet;

/** ICMP echo requests and replies in IPv4 packets (RFC 792). */
@SuppressWarnings(
    "ArgumentSelectionDefectChecker") // an answer goes to where the question came from
public final class Icmp {
  private static final int REPLY = 0;
  private static final int REQUEST = 8;
  private static final int HEADER = 8;
  private static final int TYPE = Ipv4.PAYLOAD;
  private static final int CHECKSUM = Ipv4.PAYLOAD + 2;
  private static final int IDENTIFIER = Ipv4.PAYLOAD + 4;
  private static final int SEQUENCE = Ipv4.PAYLOAD + 6;

  private Icmp() {}

  /** An echo request with so many octets of data, 0, 1, 2 …. */
  public static byte[] request(
      int source, int destination, int identifier, int sequence, int size) {
    byte[] packet = Ipv4.room(Ipv4.ICMP, source, destination, HEADER + size);
    Octets.put8(packet, TYPE, REQUEST);
    Octets.put16(packet, IDENTIFIER, identifier);
    Octets.put16(packet, SEQUENCE, sequence);
    Pattern.fill(packet, Ipv4.PAYLOAD + HEADER, size);
    seal(packet);
    return packet;
  }

  /** The reply to a request: the same data back. */
  public static byte[] reply(byte[] request) {
    int payload = Ipv4.length(request) - Ipv4.HEADER;
    byte[] packet = Ipv4.room(Ipv4.ICMP, Ipv4.destination(request), Ipv4.source(request), payload);
    System.arraycopy(request, Ipv4.PAYLOAD, packet, Ipv4.PAYLOAD, payload);
    Octets.put8(packet, TYPE, REPLY);
    seal(packet);
    return packet;
  }

  public static boolean isRequest(byte[] packet) {
    return Octets.get8(packet, TYPE) == REQUEST;
  }

  public static boolean isReply(byte[] packet) {
    return Octets.get8(packet, TYPE) == REPLY;
  }

  public static int identifier(byte[] packet) {
    return Octets.get16(packet, IDENTIFIER);
  }

  public static int sequence(byte[] packet) {
    return Octets.get16(packet, SEQUENCE);
  }

  static void identify(byte[] packet, int identifier) {
    Octets.put16(packet, IDENTIFIER, identifier);
    seal(packet);
  }

  private static void seal(byte[] packet) {
    Octets.put16(packet, CHECKSUM, 0);
    long sum = Checksum.sum(packet, Ipv4.PAYLOAD, Ipv4.end(packet));
    Octets.put16(packet, CHECKSUM, Checksum.of(sum));
  }
}
