package dev.vsim.machine.net;

import dev.vsim.event.Event;
import dev.vsim.event.NetEvent.Flags;
import dev.vsim.event.NetEvent.Proto;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.value.Printed;
import dev.vsim.value.Value;

/** What events say of a frame beside its addresses: whose packet is in it, from where to where. */
record Dissection(
    String type, Proto proto, Value from, Value to, long ttl, Flags flags, long fragment) {
  static Dissection of(byte[] octets) {
    byte[] plain = Ethernet.isTagged(octets) ? Ethernet.untagged(octets) : octets;
    int type = Ethernet.type(plain);
    if (type != Ethernet.IPV4 || !Ipv4.isSound(plain)) {
      return new Dissection(word(type), null, null, null, Event.ABSENT, null, Event.ABSENT);
    }
    return new Dissection(
        word(type),
        protocol(Ipv4.protocol(plain)),
        end(plain, Ipv4.source(plain), true),
        end(plain, Ipv4.destination(plain), false),
        Ipv4.ttl(plain),
        flags(plain),
        Ipv4.isFragment(plain) ? Ipv4.offset(plain) : Event.ABSENT);
  }

  private static String word(int type) {
    return switch (type) {
      case Ethernet.ARP -> "arp";
      case Ethernet.IPV4 -> "ipv4";
      case Ethernet.RARP -> "rarp";
      default -> Printed.hex(type);
    };
  }

  /** One end of a packet: its address, and its port where there is one. */
  static Value end(byte[] packet, int ip, boolean source) {
    if (Ipv4.protocol(packet) == Ipv4.ICMP || !Ports.isThere(packet)) {
      return new Value.Ip(ip);
    }
    return new Value.Endpoint(ip, source ? Ports.source(packet) : Ports.destination(packet));
  }

  private static Flags flags(byte[] packet) {
    if (!Ipv4.isTcp(packet)) {
      return null;
    } else if (Tcp.has(packet, Tcp.RST)) {
      return Flags.RST;
    } else if (Tcp.has(packet, Tcp.SYN)) {
      return Tcp.has(packet, Tcp.ACK) ? Flags.SYN_ACK : Flags.SYN;
    } else if (Tcp.has(packet, Tcp.FIN)) {
      return Flags.FIN_ACK;
    }
    return Tcp.length(packet) > 0 ? Flags.DATA : Flags.ACK;
  }

  /** The protocol's word, or none of ours. */
  static Proto protocol(int protocol) {
    return switch (protocol) {
      case Ipv4.ICMP -> Proto.ICMP;
      case Ipv4.TCP -> Proto.TCP;
      case Ipv4.UDP -> Proto.UDP;
      default -> null;
    };
  }
}
