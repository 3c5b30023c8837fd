package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.NetEvent;
import dev.vsim.event.NetEvent.Flags;
import dev.vsim.event.NetEvent.Proto;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.machine.world.Journal;
import dev.vsim.value.Printed;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/** Tells what happens in the network; an event that nobody wants costs one branch. */
final class NetJournal {
  private static final EventKind TX = EventKind.of(NetEvent.FrameTx.class);
  private static final EventKind RX = EventKind.of(NetEvent.FrameRx.class);
  private static final EventKind LEARN = EventKind.of(NetEvent.MacLearn.class);
  private static final EventKind FORWARD = EventKind.of(NetEvent.Forward.class);
  private static final EventKind FLOOD = EventKind.of(NetEvent.Flood.class);
  private static final EventKind DROP = EventKind.of(NetEvent.Drop.class);

  private final Journal journal;

  NetJournal(Journal journal) {
    this.journal = journal;
  }

  /** The journal that it tells everything to. */
  Journal journal() {
    return journal;
  }

  /** Tells an event of a kind that is not made for every frame. */
  void tell(Event event) {
    if (journal.wants(EventKind.of(event))) {
      journal.accept(event);
    }
  }

  void sent(Subject nic, Frame frame) {
    if (journal.wants(TX)) {
      Told told = Told.of(frame.octets());
      journal.accept(
          new NetEvent.FrameTx(
              nic,
              new Value.Mac(frame.source()),
              new Value.Mac(frame.destination()),
              told.type,
              frame.length(),
              Ethernet.vlan(frame.octets()),
              told.proto,
              told.from,
              told.to,
              told.ttl,
              told.flags,
              told.fragment,
              frame.isSegment()));
    }
  }

  void received(Subject nic, Frame frame) {
    if (journal.wants(RX)) {
      Told told = Told.of(frame.octets());
      journal.accept(
          new NetEvent.FrameRx(
              nic,
              new Value.Mac(frame.source()),
              new Value.Mac(frame.destination()),
              told.type,
              frame.length(),
              Ethernet.vlan(frame.octets()),
              told.proto,
              told.from,
              told.to,
              told.ttl,
              told.flags,
              told.fragment,
              frame.isSegment()));
    }
  }

  void learned(Subject where, long mac, Port port, int vlan, boolean moved) {
    if (journal.wants(LEARN)) {
      journal.accept(
          new NetEvent.MacLearn(where, new Value.Mac(mac), port.name(), shown(vlan), moved));
    }
  }

  void forwarded(Subject where, Port from, Port to, int vlan, Frame frame) {
    if (journal.wants(FORWARD)) {
      journal.accept(
          new NetEvent.Forward(where, from.name(), to.name(), shown(vlan), frame.isSegment()));
    }
  }

  void flooded(Subject where, Port from, int vlan) {
    if (journal.wants(FLOOD)) {
      journal.accept(new NetEvent.Flood(where, from.name(), shown(vlan)));
    }
  }

  /** A frame ends at a port. */
  void dropped(Subject where, DropReason reason, Port port, Frame frame) {
    dropped(where, reason, port.name(), frame);
  }

  /** A frame ends at a card. */
  void dropped(Subject where, DropReason reason, Frame frame) {
    dropped(where, reason, (String) null, frame);
  }

  /** A packet ends in a stack, before or after it was in a frame. */
  void droppedPacket(Subject where, DropReason reason, byte[] packet) {
    if (journal.wants(DROP)) {
      Value from = Told.end(packet, Ipv4.source(packet), true);
      Value to = Told.end(packet, Ipv4.destination(packet), false);
      journal.accept(new NetEvent.Drop(where, reason, null, null, null, from, to));
    }
  }

  private void dropped(Subject where, DropReason reason, String port, Frame frame) {
    if (journal.wants(DROP)) {
      Told told = Told.of(frame.octets());
      journal.accept(
          new NetEvent.Drop(
              where,
              reason,
              port,
              new Value.Mac(frame.source()),
              new Value.Mac(frame.destination()),
              told.from,
              told.to));
    }
  }

  private static long shown(int vlan) {
    return vlan == 0 ? Event.ABSENT : vlan;
  }

  /** What an event says of a frame beside its addresses. */
  private record Told(
      String type, Proto proto, Value from, Value to, long ttl, Flags flags, long fragment) {
    static Told of(byte[] octets) {
      byte[] plain = Ethernet.isTagged(octets) ? Ethernet.untagged(octets) : octets;
      int type = Ethernet.type(plain);
      if (type != Ethernet.IPV4 || !Ipv4.isSound(plain)) {
        return new Told(word(type), null, null, null, Event.ABSENT, null, Event.ABSENT);
      }
      return new Told(
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
