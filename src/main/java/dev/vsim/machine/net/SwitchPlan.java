package dev.vsim.machine.net;

import dev.vsim.value.Subject;
import java.util.List;
import java.util.Optional;

/**
 * A switch as it is declared.
 *
 * @param host the host that it is in; empty for a physical switch
 * @param uplinks the host's cards by which it reaches the physical network, the preferred first
 * @param hasHost whether the host's own stack has an adapter on it
 * @param ports a physical switch's ports that are said
 */
public record SwitchPlan(
    String name,
    Optional<Subject> host,
    SwitchSettings settings,
    List<PhysicalNic> uplinks,
    boolean hasHost,
    List<Plug> ports) {
  /**
   * A port and what is plugged into it.
   *
   * @param peer a host's card, a router, another physical switch
   */
  public record Plug(int number, Vlans vlans, Optional<Subject> peer) {}

  /** Whether something has a plug for a physical switch. */
  public static boolean isPluggable(Subject peer) {
    return peer instanceof Pluggable;
  }

  /** Puts it together with the rest of the network. */
  void wire(Switch made, Network network) {
    for (Plug plug : ports) {
      Port port = made.numberedPort(plug.number, plug.vlans);
      plug.peer.ifPresent(p -> ((Pluggable) p).plug(port, network.rate()));
    }
    if (host.isPresent()) {
      HostNetwork on = network.host(host.get());
      uplinks.forEach(nic -> on.uplink(made, nic));
      if (hasHost && !HostNetwork.isStandard(name)) {
        network.whenHostsAreThere(() -> on.connect(made));
      }
    }
  }
}
