package dev.vsim.machine.net;

import dev.vsim.value.Subject;
import java.util.Map;
import java.util.Optional;

/** Finds what is in the network by itself under its path: {@code vswitch0}, {@code linux.nic0}. */
final class Paths {
  private static final String NIC = "nic";
  private static final int MOST_DIGITS = 4;

  private final Network network;
  private final Map<String, HostNetwork> hosts;
  private final Map<String, Guest> guests;

  Paths(Network network, Map<String, HostNetwork> hosts, Map<String, Guest> guests) {
    this.network = network;
    this.hosts = hosts;
    this.guests = guests;
  }

  Optional<Subject> find(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? bare(path) : below(path.substring(0, dot), path.substring(dot + 1));
  }

  private Optional<Subject> bare(String name) {
    if (name.equals(Network.LAN)) {
      return Optional.of(network.lan());
    } else if (name.equals(Network.INTERNET)) {
      return Optional.of(network.internet());
    } else if (name.equals(network.routerName())) {
      return Optional.of(network.router());
    }
    boolean ofHost = HostNetwork.isStandard(name) || name.equals(HostNetwork.NAT_DEVICE);
    return ofHost ? network.onlyHost().flatMap(h -> standard(h, name)) : Optional.empty();
  }

  private static Optional<Subject> standard(HostNetwork host, String name) {
    if (name.equals(HostNetwork.NAT_DEVICE)) {
      host.standard(HostNetwork.NAT);
      return Optional.of(host.nat());
    }
    return Optional.of(host.standard(name));
  }

  private Optional<Subject> below(String owner, String name) {
    HostNetwork host = hosts.get(owner);
    int number = number(name);
    if (host != null) {
      return number >= 0 ? nic(host, number) : ofHost(host, name);
    } else if (number >= 0 && network.hasCards(owner)) {
      network.start();
      Guest guest = guests.get(owner);
      return number < guest.nics().size() ? Optional.of(guest.nics().get(number)) : none();
    }
    if (name.equals(HostNetwork.DHCP)) {
      String path = owner + "." + name;
      return hosts.values().stream()
          .flatMap(h -> h.server(path).stream())
          .map(a -> (Subject) a)
          .findFirst();
    }
    boolean ofRouter = owner.equals(network.routerName());
    return ofRouter ? ofRouter(name) : none();
  }

  private static Optional<Subject> nic(HostNetwork host, int number) {
    return number < host.nics().size() ? Optional.of(host.nics().get(number)) : none();
  }

  private Optional<Subject> ofHost(HostNetwork host, String name) {
    boolean standard = HostNetwork.isStandard(name) || name.equals(HostNetwork.NAT_DEVICE);
    if (standard && network.onlyHost().isEmpty()) {
      return standard(host, name);
    }
    boolean maybeAdapter =
        name.equals(HostNetwork.OWN_CARD) || standard || network.isDeclared(name);
    if (!maybeAdapter) {
      return none();
    }
    network.start();
    return host.adapter(name).map(a -> a);
  }

  private Optional<Subject> ofRouter(String name) {
    if (name.equals("lan") || name.equals("wan")) {
      network.start();
      return Optional.of(name.equals("lan") ? network.router().lan() : network.router().wan());
    }
    return none();
  }

  /** The number of a card by its name, or -1. */
  private static int number(String name) {
    String digits = name.startsWith(NIC) ? name.substring(NIC.length()) : "";
    boolean isNumber =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(digits) : -1;
  }

  private static Optional<Subject> none() {
    return Optional.empty();
  }
}
