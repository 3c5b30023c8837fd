package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.net.packet.ArpPacket;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Icmp;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.value.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A TCP/IP stack: a guest's, a host's, a router's. Its rules are R26's. */
final class Stack {
  private static final int LAST_IDENTIFICATION = 0xFFFF;
  private static final int BYTES_A_PATH = 48;

  private final NetWorld world;
  private final Role role;
  private final Routes routes = new Routes();
  private final Sockets sockets;
  private final Reassembly reassembly;
  private final Lane loop;

  /** How long the fragments from an address were: what goes back there is cut no longer. */
  private final Map<Integer, Integer> longest = new HashMap<>();

  private Optional<DropReason> silence = Optional.empty();
  private int identification;

  /** One whose packets to itself take no time. */
  Stack(NetWorld world, Role role) {
    this(world, role, Pace.NONE);
  }

  /**
   * @param inside how long packets to itself take
   */
  Stack(NetWorld world, Role role, Pace inside) {
    this.world = world;
    this.role = role;
    this.sockets = new Sockets(this);
    this.reassembly = new Reassembly(world);
    this.loop = new Lane(world, inside, this::looped);
  }

  NetWorld world() {
    return world;
  }

  Sockets sockets() {
    return sockets;
  }

  /** Its interfaces, and which way packets go. */
  Routes routes() {
    return routes;
  }

  /** Whom what it tells is about where no interface is meant. */
  Subject speaker() {
    return routes.first().speaker();
  }

  /**
   * Its machine is off, crashed or held: it neither sends nor takes anything in; empty: it does.
   */
  void silence(Optional<DropReason> why) {
    silence = why;
  }

  /** Why it is silent, if it is. */
  Optional<DropReason> silence() {
    return silence;
  }

  /** Whether an address is one of its own. */
  boolean owns(int ip) {
    return routes.owns(ip) || role.owns(ip);
  }

  /**
   * Does something with the interface that leads to an address once that has an address itself; if
   * there is no way, or no address is to be had, that is told and nothing is done.
   */
  void open(int ip, Undertaking cause, Consumer<Interface> work) {
    Optional<Routes.Route> route = routes.to(ip);
    if (route.isEmpty()) {
      refuse(DropReason.NO_ROUTE, ip);
      return;
    }
    Interface out = route.get().out();
    if (out.ip() == Subnet.NONE && out.dhcp().isPresent()) {
      out.dhcp().get().obtain(cause, () -> open(ip, cause, work));
    } else if (out.ip() == Subnet.NONE) {
      refuse(DropReason.NO_ADDRESS, ip);
    } else {
      work.accept(out);
    }
  }

  private void refuse(DropReason why, int ip) {
    byte[] packet = Ipv4.room(0, routes.first().ip(), ip, 0);
    world.journal().droppedPacket(speaker(), why, packet);
  }

  /** Sends a packet of its own. */
  void send(byte[] packet, Undertaking cause) {
    send(packet, false, cause);
  }

  /**
   * Sends a packet of its own.
   *
   * @param whole whether it is to be lost rather than cut
   */
  void send(byte[] packet, boolean whole, Undertaking cause) {
    send(packet, whole, Ipv4.FIRST_TTL, cause);
  }

  /**
   * Sends a packet of its own.
   *
   * @param ttl how many routers it may pass
   */
  void send(byte[] packet, boolean whole, int ttl, Undertaking cause) {
    Optional<Routes.Route> route = ready(packet, cause);
    if (route.isPresent()) {
      number(packet, ttl);
      emit(route.get(), packet, whole, cause);
    }
  }

  /** Sends the packets of one burst, which all go to one address and are not too long. */
  void send(List<byte[]> burst, Undertaking cause) {
    if (owns(Ipv4.destination(burst.get(0)))) {
      burst.forEach(packet -> send(packet, cause));
      return;
    }
    Optional<Routes.Route> route = ready(burst.get(0), cause);
    if (route.isEmpty()) {
      return;
    }
    burst.forEach(this::number);
    Interface out = route.get().out();
    long mac = out.neighbours().mac(route.get().nextHop());
    if (mac >= 0) {
      out.send(burst, mac, cause);
    } else {
      burst.forEach(p -> out.neighbours().send(route.get().nextHop(), p, cause));
    }
  }

  private Optional<Routes.Route> ready(byte[] packet, Undertaking cause) {
    int to = Ipv4.destination(packet);
    if (silence.isPresent()) {
      world.journal().droppedPacket(speaker(), silence.get(), packet);
      return Optional.empty();
    } else if (owns(to)) {
      number(packet);
      loop.receive(Frame.of(packet, cause));
      return Optional.empty();
    }
    Optional<Routes.Route> route = routes.to(to);
    if (route.isEmpty()) {
      world.journal().droppedPacket(speaker(), DropReason.NO_ROUTE, packet);
    }
    return route;
  }

  /** A packet to itself comes round. */
  private void looped(Frame frame) {
    deliver(routes.first(), frame.octets(), frame.cause());
  }

  private void number(byte[] packet) {
    number(packet, Ipv4.FIRST_TTL);
  }

  private void number(byte[] packet, int ttl) {
    identification = identification == LAST_IDENTIFICATION ? 1 : identification + 1;
    Ipv4.seal(packet, identification, ttl);
  }

  /** Sends a packet to everybody on an interface's link. */
  void broadcast(Interface out, byte[] packet, Undertaking cause) {
    number(packet);
    out.send(packet, Ethernet.BROADCAST, cause);
  }

  /**
   * Sends on a packet of somebody else's that is already counted down; none that is for everybody
   * in a network (RFC 2644).
   */
  void relay(Interface in, byte[] packet, Undertaking cause) {
    Optional<Routes.Route> route = routes.to(Ipv4.destination(packet));
    boolean toAll = route.isPresent() && isBroadcast(route.get().out(), route.get().nextHop());
    if (route.isEmpty() || toAll) {
      world.journal().droppedPacket(in.speaker(), DropReason.NO_ROUTE, packet);
    } else {
      boolean whole = Ipv4.mustNotBeCut(packet);
      emit(route.get(), packet, whole, cause);
    }
  }

  private void emit(Routes.Route route, byte[] packet, boolean whole, Undertaking cause) {
    Interface out = route.out();
    int most = Math.min(out.mtu(), longest.getOrDefault(Ipv4.destination(packet), out.mtu()));
    if (Ipv4.length(packet) <= most) {
      out.neighbours().send(route.nextHop(), packet, cause);
    } else if (whole) {
      world.journal().droppedPacket(out.speaker(), DropReason.MTU, packet);
    } else {
      cut(route, most, packet, cause);
    }
  }

  private static void cut(Routes.Route route, int length, byte[] packet, Undertaking cause) {
    int most = (length - Ipv4.HEADER) & ~7;
    int payload = Ipv4.length(packet) - Ipv4.HEADER;
    for (int offset = 0; offset < payload; offset += most) {
      byte[] part = Ipv4.fragment(packet, offset, Math.min(most, payload - offset));
      route.out().neighbours().send(route.nextHop(), part, cause);
    }
  }

  /** An untagged frame has come in. */
  void arrive(Interface in, Frame frame) {
    byte[] octets = frame.octets();
    switch (Ethernet.type(octets)) {
      case Ethernet.ARP -> {
        if (ArpPacket.isSound(octets)) {
          in.neighbours().receive(ArpPacket.read(octets), frame.cause());
        }
      }
      case Ethernet.IPV4 -> {
        if (Ipv4.isSound(octets)) {
          receive(in, Ipv4.of(octets), frame.cause());
        }
      }
      default -> {}
    }
  }

  private void receive(Interface in, byte[] packet, Undertaking cause) {
    int to = Ipv4.destination(packet);
    boolean mine = owns(to) || isBroadcast(in, to);
    if (Ipv4.isFragment(packet) && (mine || role.gathers())) {
      reassembly.add(in, packet).ifPresent(whole -> gathered(in, whole, cause));
    } else if (mine) {
      deliver(in, packet, cause);
    } else {
      role.pass(in, packet, cause);
    }
  }

  private void gathered(Interface in, Reassembly.Whole whole, Undertaking cause) {
    if (longest.put(Ipv4.source(whole.packet()), whole.longest()) == null) {
      world.charge(BYTES_A_PATH);
    }
    receive(in, whole.packet(), cause);
  }

  private static boolean isBroadcast(Interface in, int ip) {
    return ip == Ipv4.BROADCAST || in.subnet().isBroadcast(ip);
  }

  /**
   * A whole packet is for this stack. What is for everybody is a datagram or nothing: echoes and
   * connections are with one machine (RFC 1122, sections 3.2.2.6 and 4.2.3.10).
   */
  void deliver(Interface in, byte[] packet, Undertaking cause) {
    boolean single = owns(Ipv4.destination(packet));
    if (!single && Ipv4.protocol(packet) != Ipv4.UDP || role.takes(in, packet, cause)) {
      return;
    }
    switch (Ipv4.protocol(packet)) {
      case Ipv4.ICMP -> {
        if (Icmp.isRequest(packet)) {
          send(Icmp.reply(packet), cause);
        } else {
          sockets.answered(packet, cause);
        }
      }
      case Ipv4.UDP -> {
        if (!sockets.takes(in, packet, cause)) {
          role.datagram(in, packet, cause);
        }
      }
      case Ipv4.TCP -> sockets.segment(in, packet, cause);
      default -> {}
    }
  }
}
