package dev.vsim.machine.net.packet;

/**
 * The ports of TCP and UDP, which both have in one place, and with ICMP's identifier for one what a
 * NAT device tells conversations apart by.
 */
public final class Ports {
  /** The highest port. */
  public static final int LAST = 65_535;

  private static final int SOURCE = Ipv4.PAYLOAD;
  private static final int DESTINATION = Ipv4.PAYLOAD + 2;

  private Ports() {}

  /** Whether the packet, whole or a first fragment, has ports or an identifier. */
  public static boolean isThere(byte[] packet) {
    return Ipv4.offset(packet) == 0
        && switch (Ipv4.protocol(packet)) {
          case Ipv4.TCP, Ipv4.UDP, Ipv4.ICMP -> true;
          default -> false;
        };
  }

  /** The sender's port; an echo's identifier. */
  public static int source(byte[] packet) {
    return Ipv4.protocol(packet) == Ipv4.ICMP
        ? Icmp.identifier(packet)
        : Octets.get16(packet, SOURCE);
  }

  /** The receiver's port; an echo's identifier. */
  public static int destination(byte[] packet) {
    return Ipv4.protocol(packet) == Ipv4.ICMP
        ? Icmp.identifier(packet)
        : Octets.get16(packet, DESTINATION);
  }

  /** The packet, a copy, as from another address and port, its checksums right. */
  public static byte[] from(byte[] packet, int source, int port) {
    byte[] other = Ipv4.readdressed(packet, source, Ipv4.destination(packet));
    rewrite(other, SOURCE, port);
    return other;
  }

  /** The packet, a copy, to another address and port, its checksums right. */
  public static byte[] to(byte[] packet, int destination, int port) {
    byte[] other = Ipv4.readdressed(packet, Ipv4.source(packet), destination);
    rewrite(other, DESTINATION, port);
    return other;
  }

  static void write(byte[] packet, int source, int destination) {
    Octets.put16(packet, SOURCE, source);
    Octets.put16(packet, DESTINATION, destination);
  }

  private static void rewrite(byte[] packet, int at, int port) {
    switch (Ipv4.protocol(packet)) {
      case Ipv4.ICMP -> Icmp.identify(packet, port);
      case Ipv4.TCP -> {
        Octets.put16(packet, at, port);
        Tcp.seal(packet);
      }
      default -> {
        Octets.put16(packet, at, port);
        Udp.seal(packet);
      }
    }
  }
}
