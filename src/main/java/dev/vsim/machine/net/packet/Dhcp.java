package dev.vsim.machine.net.packet;

/**
 * A DHCP message (RFC 2131, 2132), as far as leases of an address need it.
 *
 * @param kind option 53: 1 discover, 2 offer, 3 request, 5 acknowledge
 * @param transaction the number that joins the four messages
 * @param client the MAC address of who asks
 * @param address the address that is offered or given, 0 in what the client says
 * @param server the server's address, 0 where it is not known yet
 * @param gateway the next hop to everywhere, 0 where there is none
 * @param prefix the length of the network's prefix
 * @param seconds how long the lease lasts
 */
public record Dhcp(
    int kind,
    int transaction,
    long client,
    int address,
    int server,
    int gateway,
    int prefix,
    int seconds) {
  public static final int DISCOVER = 1;
  public static final int OFFER = 2;
  public static final int REQUEST = 3;
  public static final int ACKNOWLEDGE = 5;

  public static final int SERVER_PORT = 67;
  public static final int CLIENT_PORT = 68;

  private static final int FIXED = 236;
  private static final int LEAST = 300;
  private static final int MAGIC = 0x6382_5363;
  private static final int BROADCAST_FLAG = 0x8000;
  private static final int FLAGS = 10;
  private static final int YOUR_ADDRESS = 16;
  private static final int SERVER_ADDRESS = 20;
  private static final int CLIENT_MAC = 28;

  private static final int MASK_OPTION = 1;
  private static final int ROUTER_OPTION = 3;
  private static final int DNS_OPTION = 6;
  private static final int REQUESTED_OPTION = 50;
  private static final int LEASE_OPTION = 51;
  private static final int KIND_OPTION = 53;
  private static final int SERVER_OPTION = 54;
  private static final int END = 255;

  /** Whether the client says it, rather than the server. */
  public boolean isClients() {
    return kind == DISCOVER || kind == REQUEST;
  }

  /** The message as a datagram's data. */
  public byte[] octets() {
    byte[] octets = new byte[LEAST];
    Octets.put8(octets, 0, isClients() ? 1 : 2);
    Octets.put8(octets, 1, 1);
    Octets.put8(octets, 2, 6);
    Octets.put32(octets, 4, transaction);
    Octets.put16(octets, FLAGS, BROADCAST_FLAG);
    if (!isClients()) {
      Octets.put32(octets, YOUR_ADDRESS, address);
      Octets.put32(octets, SERVER_ADDRESS, server);
    }
    Octets.put48(octets, CLIENT_MAC, client);
    Octets.put32(octets, FIXED, MAGIC);
    int at = FIXED + Integer.BYTES;
    Octets.put8(octets, at, KIND_OPTION);
    Octets.put8(octets, at + 1, 1);
    Octets.put8(octets, at + 2, kind);
    at += 3;
    if (isClients()) {
      at = option(octets, at, REQUESTED_OPTION, address);
      at = option(octets, at, SERVER_OPTION, server);
    } else {
      at = option(octets, at, SERVER_OPTION, server);
      at = option(octets, at, LEASE_OPTION, seconds);
      at = option(octets, at, MASK_OPTION, -1 << (Integer.SIZE - prefix));
      at = option(octets, at, ROUTER_OPTION, gateway);
      at = option(octets, at, DNS_OPTION, gateway);
    }
    Octets.put8(octets, at, END);
    return octets;
  }

  /** Whether a datagram's data is such a message. */
  public static boolean isSound(byte[] data) {
    return data.length > FIXED + Integer.BYTES && Octets.get32(data, FIXED) == MAGIC;
  }

  /** The message that a datagram's data holds. */
  public static Dhcp read(byte[] data) {
    int address = option(data, REQUESTED_OPTION);
    int mask = option(data, MASK_OPTION);
    return new Dhcp(
        octetOption(data, KIND_OPTION),
        Octets.get32(data, 4),
        Octets.get48(data, CLIENT_MAC),
        address == 0 ? Octets.get32(data, YOUR_ADDRESS) : address,
        option(data, SERVER_OPTION),
        option(data, ROUTER_OPTION),
        Integer.bitCount(mask),
        option(data, LEASE_OPTION));
  }

  /** Adds an option of four octets unless it says nothing; gives the place behind it. */
  private static int option(byte[] octets, int at, int option, int value) {
    if (value == 0) {
      return at;
    }
    Octets.put8(octets, at, option);
    Octets.put8(octets, at + 1, Integer.BYTES);
    Octets.put32(octets, at + 2, value);
    return at + 2 + Integer.BYTES;
  }

  private static int option(byte[] data, int option) {
    int at = find(data, option);
    return at < 0 ? 0 : Octets.get32(data, at);
  }

  private static int octetOption(byte[] data, int option) {
    int at = find(data, option);
    return at < 0 ? 0 : Octets.get8(data, at);
  }

  /** Where an option's value begins, or -1. */
  private static int find(byte[] data, int option) {
    int at = FIXED + Integer.BYTES;
    while (at + 1 < data.length && Octets.get8(data, at) != END) {
      if (Octets.get8(data, at) == option) {
        return at + 2;
      }
      at += 2 + Octets.get8(data, at + 1);
    }
    return -1;
  }
}
