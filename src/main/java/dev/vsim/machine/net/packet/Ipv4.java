package dev.vsim.machine.net.packet;

import java.util.Arrays;

/**
 * IPv4 packets without options (RFC 791), each in an array that has room for its untagged Ethernet
 * header in front and is padded as a frame is, so that it becomes a frame where it stands.
 */
public final class Ipv4 {
  public static final int HEADER = 20;

  /** Where the packet begins in its array. */
  public static final int START = Ethernet.HEADER;

  /** Where its payload begins. */
  public static final int PAYLOAD = START + HEADER;

  /** The longest payload. */
  public static final int MOST_PAYLOAD = 65_535 - HEADER;

  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;

  /** How many routers a new packet may pass. */
  public static final int FIRST_TTL = 64;

  /** All hosts of the link. */
  public static final int BROADCAST = -1;

  private static final int LENGTH = START + 2;
  private static final int IDENTIFICATION = START + 4;
  private static final int FRAGMENT = START + 6;
  private static final int TTL = START + 8;
  private static final int PROTOCOL = START + 9;
  private static final int CHECKSUM = START + 10;
  private static final int SOURCE = START + 12;
  private static final int DESTINATION = START + 16;
  private static final int VERSION_AND_LENGTH = 0x45;
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int OFFSET_BITS = 0x1FFF;
  private static final int OFFSET_SHIFT = 3;
  private static final int LOOPBACK = 127;
  private static final int LOOPBACK_SHIFT = 24;
  private static final int MULTICAST = 0xE;
  private static final int MULTICAST_SHIFT = 28;

  private Ipv4() {}

  /** Room for a packet with so many octets of payload, its header written but not sealed. */
  public static byte[] room(int protocol, int source, int destination, int payload) {
    byte[] packet = Ethernet.room(HEADER + payload);
    Octets.put8(packet, START, VERSION_AND_LENGTH);
    Octets.put16(packet, LENGTH, HEADER + payload);
    Octets.put16(packet, FRAGMENT, DONT_FRAGMENT);
    Octets.put8(packet, TTL, FIRST_TTL);
    Octets.put8(packet, PROTOCOL, protocol);
    Octets.put32(packet, SOURCE, source);
    Octets.put32(packet, DESTINATION, destination);
    return packet;
  }

  public static int source(byte[] packet) {
    return Octets.get32(packet, SOURCE);
  }

  public static int destination(byte[] packet) {
    return Octets.get32(packet, DESTINATION);
  }

  public static int protocol(byte[] packet) {
    return Octets.get8(packet, PROTOCOL);
  }

  /** Whether an address means the machine itself: 127.0.0.0/8 (RFC 1122, section 3.2.1.3). */
  public static boolean isLoopback(int ip) {
    return ip >>> LOOPBACK_SHIFT == LOOPBACK;
  }

  /** Whether an address means several machines: 224.0.0.0/4 (RFC 1112, section 4). */
  public static boolean isMulticast(int ip) {
    return ip >>> MULTICAST_SHIFT == MULTICAST;
  }

  /** Whether an address means machines of one's own link, whatever networks are on it. */
  public static boolean isOfLink(int ip) {
    return ip == BROADCAST || isMulticast(ip);
  }

  /** Whether an untagged IPv4 frame holds a whole TCP segment. */
  public static boolean isTcp(byte[] frame) {
    return frame.length >= PAYLOAD + Tcp.HEADER
        && Octets.get8(frame, START) == VERSION_AND_LENGTH
        && protocol(frame) == TCP
        && !isFragment(frame);
  }

  public static int ttl(byte[] packet) {
    return Octets.get8(packet, TTL);
  }

  /** Octets of header and payload. */
  public static int length(byte[] packet) {
    return Octets.get16(packet, LENGTH);
  }

  /** Where its payload ends in its array. */
  public static int end(byte[] packet) {
    return START + length(packet);
  }

  public static int identification(byte[] packet) {
    return Octets.get16(packet, IDENTIFICATION);
  }

  /** Whether it is a part of a larger packet. */
  public static boolean isFragment(byte[] packet) {
    return (Octets.get16(packet, FRAGMENT) & (MORE_FRAGMENTS | OFFSET_BITS)) != 0;
  }

  /** Where a fragment's payload lies in that of the whole packet. */
  public static int offset(byte[] packet) {
    return (Octets.get16(packet, FRAGMENT) & OFFSET_BITS) << OFFSET_SHIFT;
  }

  /** Whether more fragments follow. */
  public static boolean hasMore(byte[] packet) {
    return (Octets.get16(packet, FRAGMENT) & MORE_FRAGMENTS) != 0;
  }

  /** Whether routers must drop it rather than cut it. */
  public static boolean mustNotBeCut(byte[] packet) {
    return (Octets.get16(packet, FRAGMENT) & DONT_FRAGMENT) != 0;
  }

  /** Gives a packet that was not sent yet its number and its checksum. */
  public static void seal(byte[] packet, int identification, int ttl) {
    Octets.put16(packet, IDENTIFICATION, identification);
    Octets.put8(packet, TTL, ttl);
    seal(packet);
  }

  /** Whether an untagged frame holds a packet whose header is as it should be. */
  public static boolean isSound(byte[] frame) {
    return Octets.get8(frame, START) == VERSION_AND_LENGTH
        && length(frame) >= HEADER
        && end(frame) <= frame.length
        && Checksum.of(Checksum.sum(frame, START, PAYLOAD)) == 0;
  }

  /** The packet with one router less to go; as a copy, since others may hold the frame. */
  public static byte[] passed(byte[] packet) {
    byte[] passed = packet.clone();
    Octets.put8(passed, TTL, ttl(packet) - 1);
    seal(passed);
    return passed;
  }

  /** The packet from or to another address; the payload's own checksum is not touched. */
  public static byte[] readdressed(byte[] packet, int source, int destination) {
    byte[] other = packet.clone();
    Octets.put32(other, SOURCE, source);
    Octets.put32(other, DESTINATION, destination);
    seal(other);
    return other;
  }

  /** The part of a sealed packet's payload from an offset on, as a packet of its own. */
  public static byte[] fragment(byte[] packet, int offset, int length) {
    byte[] part = room(protocol(packet), source(packet), destination(packet), length);
    boolean last = offset + length == length(packet) - HEADER && !hasMore(packet);
    int place = (offset(packet) + offset) >>> OFFSET_SHIFT;
    Octets.put16(part, FRAGMENT, place | (last ? 0 : MORE_FRAGMENTS));
    System.arraycopy(packet, PAYLOAD + offset, part, PAYLOAD, length);
    seal(part, identification(packet), ttl(packet));
    return part;
  }

  /** The whole packet of which this is the first fragment, without the others' payload yet. */
  public static byte[] whole(byte[] first, int payload) {
    byte[] whole = room(protocol(first), source(first), destination(first), payload);
    Octets.put16(whole, FRAGMENT, 0);
    seal(whole, identification(first), ttl(first));
    return whole;
  }

  /** Puts a fragment's payload into the whole packet. */
  public static void fill(byte[] whole, byte[] fragment) {
    int length = length(fragment) - HEADER;
    System.arraycopy(fragment, PAYLOAD, whole, PAYLOAD + offset(fragment), length);
  }

  /** The packet of an untagged frame, which holds nothing else. */
  public static byte[] of(byte[] frame) {
    return frame.length == Math.max(Ethernet.LEAST, end(frame))
        ? frame
        : Arrays.copyOf(frame, Math.max(Ethernet.LEAST, end(frame)));
  }

  /** What the payload's checksum has to add for the addresses. */
  static long pseudoHeader(byte[] packet) {
    return Checksum.pseudoHeader(
        source(packet), destination(packet), protocol(packet), length(packet) - HEADER);
  }

  private static void seal(byte[] packet) {
    Octets.put16(packet, CHECKSUM, 0);
    Octets.put16(packet, CHECKSUM, Checksum.of(Checksum.sum(packet, START, PAYLOAD)));
  }
}
