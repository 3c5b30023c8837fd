package dev.vsim.machine.net;

import java.util.HashMap;
import java.util.Map;

/**
 * The IPv4 addresses of one network, and who has which: static ones, the lowest that is free in
 * order of declaration (rules.md R25).
 */
public final class Subnet {
  /** No address. */
  static final int NONE = 0;

  /** A locally administered address (IEEE 802, section 8.4). */
  private static final long STATION = 0x0200_0000_0000L;

  private final int network;
  private final int prefix;
  private final int gateway;
  private final int firstGuest;
  private final int lastGuest;
  private final Map<Integer, Long> taken = new HashMap<>();
  private final Map<Long, Integer> given = new HashMap<>();

  /**
   * @param address any address of the network
   * @param gateway the next hop to everywhere else, or {@link #NONE}
   * @param first the lowest number behind the prefix that guests get
   * @param last the highest such number; no higher than the network has
   */
  Subnet(int address, int prefix, int gateway, int first, int last) {
    this.prefix = prefix;
    this.network = address & mask(prefix);
    this.gateway = gateway;
    this.firstGuest = first;
    this.lastGuest = (int) Math.min(last, Integer.toUnsignedLong(~mask(prefix)) - 1);
  }

  static int mask(int prefix) {
    return prefix == 0 ? 0 : -1 << (Integer.SIZE - prefix);
  }

  /** Its address: all zeros behind the prefix. */
  public int network() {
    return network;
  }

  /** The length of its prefix in bits. */
  public int prefix() {
    return prefix;
  }

  /** The next hop to everywhere else, or 0. */
  public int gateway() {
    return gateway;
  }

  /** Whether an address belongs to the network. */
  boolean holds(int ip) {
    return (ip & mask(prefix)) == network;
  }

  /** Whether an address means everybody in the network: all ones behind the prefix. */
  boolean isBroadcast(int ip) {
    return ip == (network | ~mask(prefix));
  }

  /** The address with this number behind the prefix. */
  int at(int number) {
    return network | number;
  }

  /** Takes an address for a card; somebody else may have it as well. */
  void take(int ip, long mac) {
    taken.putIfAbsent(ip, mac);
    given.put(mac, ip);
  }

  /** The address that a card has, or {@link #NONE}. */
  int of(long mac) {
    return given.getOrDefault(mac, NONE);
  }

  /** Takes the lowest free address for a card; {@link #NONE} where there is none. */
  int next(long mac) {
    for (int number = firstGuest; number <= lastGuest; number++) {
      if (isFree(number)) {
        take(at(number), mac);
        return at(number);
      }
    }
    return NONE;
  }

  /** Takes the highest free address from this number down for a host: 100, 99, 98 …. */
  int below(int number) {
    for (int n = number; n > 1; n--) {
      if (isFree(n)) {
        take(at(n), station(at(n)));
        return at(n);
      }
    }
    return NONE;
  }

  /** The hardware address of what is part of the network itself: 02:00 and its IPv4 address. */
  static long station(int ip) {
    return STATION | ip & 0xFFFF_FFFFL;
  }

  /** Gives an address back. */
  void free(int ip, long mac) {
    taken.remove(ip, mac);
    given.remove(mac, ip);
  }

  private boolean isFree(int number) {
    return !taken.containsKey(at(number));
  }
}
