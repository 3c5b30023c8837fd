package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Tcp;

/**
 * A frame on its way: its octets, which are never changed, what caused it, and through how many
 * switches it and its copies have gone.
 */
final class Frame {
  private final byte[] octets;
  private final Undertaking cause;
  private final boolean segment;
  private final Frame origin;
  private int passes;

  private Frame(byte[] octets, Undertaking cause, boolean segment, Frame origin) {
    this.octets = octets;
    this.cause = cause;
    this.segment = segment;
    this.origin = origin == null ? this : origin;
  }

  /** A frame that somebody sends. */
  static Frame of(byte[] octets, Undertaking cause) {
    return new Frame(octets, cause, isSegment(octets), null);
  }

  byte[] octets() {
    return octets;
  }

  int length() {
    return octets.length;
  }

  long source() {
    return Ethernet.source(octets);
  }

  long destination() {
    return Ethernet.destination(octets);
  }

  Undertaking cause() {
    return cause;
  }

  /** Whether it is a TCP segment with data, or one that only acknowledges (rules.md R3). */
  boolean isSegment() {
    return segment;
  }

  /** Counts one more switch, and says how many it is with those of all copies. */
  int pass() {
    return ++origin.passes;
  }

  boolean isTagged() {
    return Ethernet.isTagged(octets);
  }

  /** The same frame with the tag of a VLAN, or without one for VLAN 0. */
  Frame in(int vlan) {
    if (vlan == 0) {
      return isTagged() ? copy(Ethernet.untagged(octets)) : this;
    } else if (Ethernet.vlan(octets) == vlan) {
      return this;
    }
    byte[] plain = isTagged() ? Ethernet.untagged(octets) : octets;
    return copy(Ethernet.tagged(plain, vlan));
  }

  private Frame copy(byte[] other) {
    return new Frame(other, cause, segment, origin);
  }

  private static boolean isSegment(byte[] octets) {
    return Ethernet.type(octets) == Ethernet.IPV4
        && !Ethernet.isTagged(octets)
        && Ipv4.isTcp(octets)
        && Tcp.flags(octets) != 0
        && !Tcp.has(octets, Tcp.SYN)
        && !Tcp.has(octets, Tcp.FIN)
        && !Tcp.has(octets, Tcp.RST);
  }
}
