package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.net.packet.ArpPacket;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Icmp;
import dev.vsim.machine.net.packet.Ipv4;
import java.util.ArrayList;
import java.util.Collections;
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
  private final List<Interface> interfaces = new ArrayList<>();
  private final Sockets sockets;
  private final Reassembly reassembly;
  private final Lane loop;

  /** How long the fragments from an address were: what goes back there is cut no longer. */
  private final Map<Integer, Integer> longest = new HashMap<>();

  private Optional<Route> wayOut = Optional.empty();
  private Optional<DropReason> silence = Optional.empty();
  private int identification;

  Stack(NetWorld world, Role role) {
    this.world = world;
    this.role = role;
    this.sockets = new Sockets(this);
    this.reassembly = new Reassembly(world);
    this.loop = new Lane(world, Pace.NONE, this::looped);
  }

  /** Where packets go: by which interface, and to whom on its link. */
  record Route(Interface out, int nextHop) {}

  NetWorld world() {
    return world;
  }

  Sockets sockets() {
    return sockets;
  }

  List<Interface> interfaces() {
    return Collections.unmodifiableList(interfaces);
  }

  /** One more interface. */
  void add(Interface one) {
    interfaces.add(one);
  }

  /** The way to everywhere that is no network of an interface's own. */
  void lead(Interface out, int nextHop) {
    wayOut = Optional.of(new Route(out, nextHop));
  }

  /** That way, if there is one. */
  Optional<Route> wayOut() {
    return wayOut;
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

  /**
   * The way to an address, if there is one; of several interfaces on its network the one that knows
   * it as a neighbour.
   */
  Optional<Route> route(int ip) {
    Interface found = null;
    for (Interface one : interfaces) {
      boolean better = found == null || one.neighbours().mac(ip) >= 0;
      if (better && one.subnet().holds(ip)) {
        found = one;
      }
    }
    return found == null ? wayOut : Optional.of(new Route(found, ip));
  }

  /** Whether an address is one of its own. */
  boolean owns(int ip) {
    for (Interface one : interfaces) {
      if (one.ip() == ip && ip != Subnet.NONE) {
        return true;
      }
    }
    return role.owns(ip);
  }

  /**
   * Does something with the interface that leads to an address once that has an address itself; if
   * there is no way, or no address is to be had, that is told and nothing is done.
   */
  void open(int ip, Undertaking cause, Consumer<Interface> work) {
    Optional<Route> route = route(ip);
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
    byte[] packet = Ipv4.room(0, interfaces.get(0).ip(), ip, 0);
    world.journal().droppedPacket(interfaces.get(0).speaker(), why, packet);
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
    Optional<Route> route = ready(packet, cause);
    if (route.isPresent()) {
      number(packet, ttl);
      emit(route.get(), packet, whole, cause);
    }
  }

  /** Sends the packets of one burst, which all go to one address and are not too long. */
  void send(List<byte[]> burst, Undertaking cause) {
    Optional<Route> route = ready(burst.get(0), cause);
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

  private Optional<Route> ready(byte[] packet, Undertaking cause) {
    int to = Ipv4.destination(packet);
    if (silence.isPresent()) {
      world.journal().droppedPacket(interfaces.get(0).speaker(), silence.get(), packet);
      return Optional.empty();
    } else if (owns(to)) {
      number(packet);
      loop.receive(Frame.of(packet, cause));
      return Optional.empty();
    }
    Optional<Route> route = route(to);
    if (route.isEmpty()) {
      Interface first = interfaces.get(0);
      world.journal().droppedPacket(first.speaker(), DropReason.NO_ROUTE, packet);
    }
    return route;
  }

  /** A packet to itself comes round. */
  private void looped(Frame frame) {
    deliver(interfaces.get(0), frame.octets(), frame.cause());
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

  /** Sends on a packet of somebody else's that is already counted down. */
  void relay(Interface in, byte[] packet, Undertaking cause) {
    Optional<Route> route = route(Ipv4.destination(packet));
    if (route.isEmpty()) {
      world.journal().droppedPacket(in.speaker(), DropReason.NO_ROUTE, packet);
    } else {
      boolean whole = Ipv4.mustNotBeCut(packet);
      emit(route.get(), packet, whole, cause);
    }
  }

  private void emit(Route route, byte[] packet, boolean whole, Undertaking cause) {
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

  private static void cut(Route route, int length, byte[] packet, Undertaking cause) {
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
    return ip == Ipv4.BROADCAST
        || ip == (in.subnet().network() | ~Subnet.mask(in.subnet().prefix()));
  }

  /** A whole packet is for this stack. */
  void deliver(Interface in, byte[] packet, Undertaking cause) {
    if (role.takes(in, packet, cause)) {
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
