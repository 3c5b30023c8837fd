package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.NetEvent;
import dev.vsim.event.NetEvent.Flags;
import dev.vsim.event.NetEvent.Proto;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.world.Journal;
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

  /** What makes an event of a frame's fields. */
  private interface OfFrame {
    Event of(
        Subject nic,
        Value.Mac src,
        Value.Mac dst,
        String type,
        int length,
        int vlan,
        Proto proto,
        Value from,
        Value to,
        long ttl,
        Flags flags,
        long fragment,
        boolean segment);
  }

  void sent(Subject nic, Frame frame) {
    if (journal.wants(TX)) {
      tell(NetEvent.FrameTx::new, nic, frame);
    }
  }

  void received(Subject nic, Frame frame) {
    if (journal.wants(RX)) {
      tell(NetEvent.FrameRx::new, nic, frame);
    }
  }

  private void tell(OfFrame event, Subject nic, Frame frame) {
    Dissection told = Dissection.of(frame.octets());
    journal.accept(
        event.of(
            nic,
            new Value.Mac(frame.source()),
            new Value.Mac(frame.destination()),
            told.type(),
            frame.length(),
            Ethernet.vlan(frame.octets()),
            told.proto(),
            told.from(),
            told.to(),
            told.ttl(),
            told.flags(),
            told.fragment(),
            frame.isSegment()));
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
      Value from = Dissection.end(packet, Ipv4.source(packet), true);
      Value to = Dissection.end(packet, Ipv4.destination(packet), false);
      journal.accept(new NetEvent.Drop(where, reason, null, null, null, from, to));
    }
  }

  private void dropped(Subject where, DropReason reason, String port, Frame frame) {
    if (journal.wants(DROP)) {
      Dissection told = Dissection.of(frame.octets());
      journal.accept(
          new NetEvent.Drop(
              where,
              reason,
              port,
              new Value.Mac(frame.source()),
              new Value.Mac(frame.destination()),
              told.from(),
              told.to()));
    }
  }

  private static long shown(int vlan) {
    return vlan == 0 ? Event.ABSENT : vlan;
  }
}
