package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.ArpPacket;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whom an interface knows on its link, by ARP (RFC 826), and the packets that wait until somebody
 * is known (rules.md R26).
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a frame, never compared
final class Neighbours implements Happening {
  private static final long LIFE = 20 * 60 * 1_000_000_000L;
  private static final long PATIENCE = 1_000_000_000_000L;
  private static final int ATTEMPTS = 3;
  private static final int BYTES_AN_ENTRY = 96;

  private final NetWorld world;
  private final Interface owner;
  private final Map<Integer, Entry> known = new HashMap<>();
  private final Map<Integer, Asked> asked = new HashMap<>();
  private int askings;

  /** A neighbour that is known. */
  record Row(int ip, long mac, long age) {}

  private record Entry(long mac, long since) {}

  private record Waiting(byte[] packet, Undertaking cause) {}

  /** Somebody who has been asked for, and what is for him. */
  private static final class Asked {
    private final int number;
    private final List<Waiting> waiting = new ArrayList<>();
    private int attempts;

    Asked(int number) {
      this.number = number;
    }
  }

  Neighbours(NetWorld world, Interface owner) {
    this.world = world;
    this.owner = owner;
  }

  /** Who is known at present, by address. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    known.forEach(
        (ip, entry) -> {
          if (isFresh(entry)) {
            rows.add(new Row(ip, entry.mac, world.now() - entry.since));
          }
        });
    rows.sort(Comparator.comparing(Row::ip, Integer::compareUnsigned));
    return rows;
  }

  /** Puts in somebody who never has to be asked for. */
  void add(int ip, long mac) {
    learn(ip, mac, Long.MAX_VALUE / 2);
  }

  /** The address of a neighbour who is known, or of a group, or -1. */
  long mac(int ip) {
    if (ip == Ipv4.BROADCAST || owner.subnet().isBroadcast(ip)) {
      return Ethernet.BROADCAST;
    } else if (Ipv4.isMulticast(ip)) {
      return Ethernet.multicast(ip);
    }
    Entry entry = known.get(ip);
    return entry != null && isFresh(entry) ? entry.mac : -1;
  }

  /** Sends a packet to a neighbour, as soon as his address is known. */
  void send(int ip, byte[] packet, Undertaking cause) {
    long mac = mac(ip);
    if (mac >= 0) {
      owner.send(packet, mac, cause);
      return;
    }
    cause.hold();
    world.charge(packet.length);
    Asked who = asked.get(ip);
    if (who == null) {
      who = new Asked(askings++);
      asked.put(ip, who);
      who.waiting.add(new Waiting(packet, cause));
      ask(ip, who, cause);
    } else {
      who.waiting.add(new Waiting(packet, cause));
    }
  }

  private void ask(int ip, Asked who, Undertaking cause) {
    who.attempts++;
    world.journal().tell(new NetEvent.ArpRequest(owner.speaker(), new Value.Ip(ip)));
    byte[] request = ArpPacket.request(owner.mac(), owner.ip(), ip).frame(Ethernet.BROADCAST);
    owner.sendFrame(request, cause);
    long about = (long) who.number << Integer.SIZE | ip & 0xFFFF_FFFFL;
    world.queue().in(PATIENCE, Phase.ARRIVAL, 0, this, about);
  }

  /** Nobody has answered for a second, unless that has lost its sense. */
  @Override
  public void happen(long about) {
    int ip = (int) about;
    Asked who = asked.get(ip);
    if (who == null || who.number != (int) (about >>> Integer.SIZE)) {
      return;
    }
    Optional<DropReason> silence = owner.stack().silence();
    if (silence.isEmpty() && who.attempts < ATTEMPTS) {
      ask(ip, who, who.waiting.get(0).cause);
    } else {
      asked.remove(ip);
      who.waiting.forEach(one -> drop(one, silence.orElse(DropReason.ARP_TIMEOUT)));
    }
  }

  private void drop(Waiting one, DropReason why) {
    world.release(one.packet.length);
    world.journal().droppedPacket(owner.speaker(), why, one.packet);
    one.cause.release();
  }

  /** An ARP packet has come in. */
  void receive(ArpPacket arp, Undertaking cause) {
    boolean mine = owner.ip() != Subnet.NONE && arp.targetIp() == owner.ip();
    boolean claimed =
        owner.ip() != Subnet.NONE && arp.senderIp() == owner.ip() && arp.senderMac() != owner.mac();
    if (claimed) {
      world
          .journal()
          .tell(
              new NetEvent.AddressConflict(
                  owner.speaker(), new Value.Ip(owner.ip()), new Value.Mac(arp.senderMac())));
    }
    if (arp.senderIp() != Subnet.NONE && (mine || known.containsKey(arp.senderIp()))) {
      learn(arp.senderIp(), arp.senderMac(), world.now());
    }
    if (mine && arp.operation() == ArpPacket.REQUEST) {
      world
          .journal()
          .tell(
              new NetEvent.ArpReply(
                  owner.speaker(), new Value.Ip(owner.ip()), new Value.Mac(owner.mac())));
      owner.sendFrame(arp.answer(owner.mac()).frame(arp.senderMac()), cause);
    }
    serve(arp.senderIp());
  }

  private void serve(int ip) {
    long mac = mac(ip);
    Asked who = mac < 0 ? null : asked.remove(ip);
    if (who == null) {
      return;
    }
    for (Waiting one : who.waiting) {
      world.release(one.packet.length);
      owner.send(one.packet, mac, one.cause);
      one.cause.release();
    }
  }

  private void learn(int ip, long mac, long since) {
    if (known.put(ip, new Entry(mac, since)) == null) {
      world.charge(BYTES_AN_ENTRY);
    }
  }

  private boolean isFresh(Entry entry) {
    return world.now() - entry.since < LIFE;
  }
}
