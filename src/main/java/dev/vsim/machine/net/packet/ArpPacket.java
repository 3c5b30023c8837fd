package dev.vsim.machine.net.packet;

/**
 * An ARP packet for IPv4 over Ethernet (RFC 826), or a RARP packet (RFC 903).
 *
 * @param operation 1 request, 2 reply, 3 reverse request
 */
@SuppressWarnings(
    "ArgumentSelectionDefectChecker") // an answer goes to where the question came from
public record ArpPacket(int operation, long senderMac, int senderIp, long targetMac, int targetIp) {
  public static final int REQUEST = 1;
  public static final int REPLY = 2;
  public static final int REVERSE_REQUEST = 3;

  private static final int LENGTH = 28;
  private static final int ETHERNET = 1;
  private static final int SENDER_MAC = 8;
  private static final int SENDER_IP = 14;
  private static final int TARGET_MAC = 18;
  private static final int TARGET_IP = 24;

  /** Who has {@code ip}? */
  public static ArpPacket request(long mac, int myIp, int ip) {
    return new ArpPacket(REQUEST, mac, myIp, 0, ip);
  }

  /** The answer to a request. */
  public ArpPacket answer(long mac) {
    return new ArpPacket(REPLY, mac, targetIp, senderMac, senderIp);
  }

  /** What a host that has just moved sends so that switches learn its port. */
  public static ArpPacket announcement(long mac) {
    return new ArpPacket(REVERSE_REQUEST, mac, 0, mac, 0);
  }

  /** The packet in an untagged frame. */
  public byte[] frame(long destination) {
    byte[] frame = Ethernet.room(LENGTH);
    int type = operation == REVERSE_REQUEST ? Ethernet.RARP : Ethernet.ARP;
    Ethernet.address(frame, destination, senderMac, type);
    int at = Ethernet.HEADER;
    Octets.put16(frame, at, ETHERNET);
    Octets.put16(frame, at + 2, Ethernet.IPV4);
    Octets.put8(frame, at + 4, 6);
    Octets.put8(frame, at + 5, Integer.BYTES);
    Octets.put16(frame, at + 6, operation);
    Octets.put48(frame, at + SENDER_MAC, senderMac);
    Octets.put32(frame, at + SENDER_IP, senderIp);
    Octets.put48(frame, at + TARGET_MAC, targetMac);
    Octets.put32(frame, at + TARGET_IP, targetIp);
    return frame;
  }

  /** Whether an untagged frame holds such a packet. */
  public static boolean isSound(byte[] frame) {
    return Octets.get16(frame, Ethernet.HEADER) == ETHERNET
        && Octets.get16(frame, Ethernet.HEADER + 2) == Ethernet.IPV4;
  }

  /** The packet that an untagged frame holds. */
  public static ArpPacket read(byte[] frame) {
    int at = Ethernet.HEADER;
    return new ArpPacket(
        Octets.get16(frame, at + 6),
        Octets.get48(frame, at + SENDER_MAC),
        Octets.get32(frame, at + SENDER_IP),
        Octets.get48(frame, at + TARGET_MAC),
        Octets.get32(frame, at + TARGET_IP));
  }
}
