package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.Dns;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.net.packet.Udp;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Optional;

/**
 * The device between the network of the NAT mode and the host's own address: it rewrites addresses
 * and ports both ways (rules.md R27; RFC 4787, 5382, 5508).
 */
@SuppressWarnings(
    "ArgumentSelectionDefectChecker") // an answer goes to where the question came from
public final class NatDevice implements Subject, Role {
  /** What its own name server answers. */
  static final int ANSWER = 203 << 24 | 113 << 8 | 80;

  private final NetWorld world;
  private final String path;
  private final NatTable table;
  private final Outside outside = new Outside();
  private Interface inside;
  private Interface host;

  NatDevice(NetWorld world, String path) {
    this.world = world;
    this.path = path;
    this.table = new NatTable(world, this);
  }

  @Override
  public String kind() {
    return "nat";
  }

  @Override
  public String path() {
    return path;
  }

  /** What it maps at present. */
  public NatTable table() {
    return table;
  }

  /** The address that the outside sees. */
  public int outsideAddress() {
    return host.ip();
  }

  /** The network of its guests. */
  Subnet inside() {
    return inside.subnet();
  }

  /** What it makes of the host's stack, whose packets it may take. */
  Role outsideRole() {
    return outside;
  }

  /**
   * Joins both sides.
   *
   * @param gateway its own interface, the gateway of the guests
   * @param own the host's interface, whose address the outside sees
   */
  void join(Interface gateway, Interface own) {
    inside = gateway;
    host = own;
  }

  /** It puts fragments together, since only the first has ports. */
  @Override
  public boolean gathers() {
    return true;
  }

  /** It is the guests' name server too. */
  @Override
  public void datagram(Interface in, byte[] packet, Undertaking cause) {
    if (Ports.destination(packet) == Dns.PORT) {
      in.stack().send(answer(packet), cause);
    }
  }

  static byte[] answer(byte[] question) {
    return Udp.of(
        Ipv4.destination(question),
        Ports.destination(question),
        Ipv4.source(question),
        Ports.source(question),
        Dns.answer(Udp.data(question), ANSWER));
  }

  /** A packet from inside for somebody outside. */
  @Override
  public void pass(Interface in, byte[] packet, Undertaking cause) {
    if (!Ports.isThere(packet)) {
      world.journal().droppedPacket(this, DropReason.NO_ROUTE, packet);
    } else if (Ipv4.ttl(packet) <= 1) {
      world.journal().droppedPacket(this, DropReason.TTL, packet);
    } else if (Ipv4.destination(packet) == host.ip()) {
      back(packet, cause);
    } else {
      mapped(packet).ifPresent(p -> host.stack().relay(host, p, cause));
    }
  }

  /** The packet as the outside sees it, if there is a port for it. */
  private Optional<byte[]> mapped(byte[] packet) {
    int proto = Ipv4.protocol(packet);
    Optional<NatTable.Rule> rule = table.ruleFrom(proto, Ipv4.source(packet), Ports.source(packet));
    byte[] passed = Ipv4.passed(packet);
    if (rule.isPresent()) {
      return Optional.of(Ports.from(passed, host.ip(), rule.get().outsidePort()));
    }
    Optional<NatMapping> mapping = table.outbound(packet, this::isOwn);
    if (mapping.isEmpty()) {
      world.journal().droppedPacket(this, DropReason.NAT_FULL, packet);
    }
    return mapping.map(m -> Ports.from(passed, host.ip(), m.outsidePort()));
  }

  private boolean isOwn(int port) {
    return host.stack().sockets().hasOpened(port);
  }

  /** A guest talks to the host's address: to another guest behind it, or to the host itself. */
  private void back(byte[] packet, Undertaking cause) {
    int proto = Ipv4.protocol(packet);
    int port = Ports.destination(packet);
    boolean known = table.ruleTo(proto, port).isPresent() || table.inbound(proto, port).isPresent();
    if (known) {
      mapped(packet).ifPresent(p -> enter(p, p, cause));
    } else {
      host.stack().deliver(host, packet, cause);
    }
  }

  /**
   * A packet from outside to the host's address; says whether it was for the inside.
   *
   * @param counted the packet with this device counted among those that it has passed
   */
  private boolean enter(byte[] packet, byte[] counted, Undertaking cause) {
    int proto = Ipv4.protocol(packet);
    int port = Ports.destination(packet);
    Optional<NatTable.Rule> rule = table.ruleTo(proto, port);
    if (rule.isPresent()) {
      hand(counted, rule.get().insideIp(), rule.get().insidePort(), cause);
      return true;
    }
    Optional<NatMapping> mapping = table.inbound(proto, port);
    if (mapping.isEmpty()) {
      if (table.isInUse()) {
        world.journal().droppedPacket(this, DropReason.NAT_UNKNOWN, packet);
      }
      return table.isInUse();
    }
    if (mapping.get().lets(Ipv4.source(packet), sender(packet))) {
      table.inbound(mapping.get(), packet);
      hand(counted, mapping.get().insideIp(), mapping.get().insidePort(), cause);
    } else {
      world.journal().droppedPacket(this, DropReason.NAT_FILTERED, packet);
    }
    return true;
  }

  /** The far port, by which conversations are told apart; echoes have none. */
  static int sender(byte[] packet) {
    return Ipv4.protocol(packet) == Ipv4.ICMP ? 0 : Ports.source(packet);
  }

  private void hand(byte[] packet, int ip, int port, Undertaking cause) {
    inside.stack().relay(inside, Ports.to(packet, ip, port), cause);
  }

  /** The far side of the device: the host's stack. */
  private final class Outside implements Role {
    @Override
    public boolean takes(Interface in, byte[] packet, Undertaking cause) {
      return host != null
          && Ipv4.destination(packet) == host.ip()
          && Ports.isThere(packet)
          && (Ipv4.protocol(packet) != Ipv4.ICMP || !isRequest(packet))
          && !host.stack().sockets().expects(packet)
          && enter(packet, Ipv4.passed(packet), cause);
    }

    private boolean isRequest(byte[] packet) {
      return dev.vsim.machine.net.packet.Icmp.isRequest(packet);
    }
  }

  /** A mapping has been idle for too long. */
  void expired(NatMapping mapping) {
    world
        .journal()
        .tell(
            new NetEvent.NatExpire(
                this, inside(mapping), outside(mapping), Dissection.protocol(mapping.proto())));
  }

  /** A mapping has been opened. */
  void opened(NatMapping mapping) {
    world
        .journal()
        .tell(
            new NetEvent.NatMap(
                this,
                inside(mapping),
                outside(mapping),
                Dissection.protocol(mapping.proto()),
                NetEvent.NatState.ACTIVE));
  }

  private static Value.Endpoint inside(NatMapping mapping) {
    return new Value.Endpoint(mapping.insideIp(), mapping.insidePort());
  }

  private Value.Endpoint outside(NatMapping mapping) {
    return new Value.Endpoint(host.ip(), mapping.outsidePort());
  }
}
