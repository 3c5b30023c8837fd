package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Ipv4;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The ways of a stack's packets: by which of its interfaces each leaves, and to whom on that one's
 * link (RFC 1122, section 3.3.1).
 */
final class Routes {
  private final List<Interface> interfaces = new ArrayList<>();
  private Optional<Route> wayOut = Optional.empty();

  /** By which interface, and to whom on its link. */
  record Route(Interface out, int nextHop) {}

  List<Interface> interfaces() {
    return Collections.unmodifiableList(interfaces);
  }

  /** The first interface, by which goes what has no way of its own. */
  Interface first() {
    return interfaces.get(0);
  }

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
   * The way to an address, if there is one; of several interfaces on its network the one that knows
   * it as a neighbour. A group of a link, or everybody on it, is on the first.
   */
  Optional<Route> to(int ip) {
    if (Ipv4.isOfLink(ip)) {
      return Optional.of(new Route(first(), ip));
    }
    Interface found = null;
    for (Interface one : interfaces) {
      boolean better = found == null || one.neighbours().mac(ip) >= 0;
      if (better && one.subnet().holds(ip)) {
        found = one;
      }
    }
    return found == null ? wayOut : Optional.of(new Route(found, ip));
  }

  /** Whether an interface has this address, or it means the machine itself. */
  boolean owns(int ip) {
    for (Interface one : interfaces) {
      if (one.ip() == ip && ip != Subnet.NONE) {
        return true;
      }
    }
    return Ipv4.isLoopback(ip);
  }
}
