package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Dhcp;
import dev.vsim.machine.time.Costs;
import dev.vsim.value.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a host itself has plugged into its switches: adapters of its stack, DHCP servers. */
final class HostAdapters {
  private static final int BYTES_AN_ADAPTER = 1000;

  private final NetWorld world;
  private final Subject host;
  private final Costs costs;
  private final Map<String, Adapter> own = new LinkedHashMap<>();
  private final Map<String, Adapter> servers = new LinkedHashMap<>();

  HostAdapters(NetWorld world, Subject host, Costs costs) {
    this.world = world;
    this.host = host;
    this.costs = costs;
  }

  /** The adapters of the host's stack, in order of their making. */
  List<Adapter> all() {
    return List.copyOf(own.values());
  }

  /** One of them by its name: {@code host0}, {@code vmnet8}. */
  Optional<Adapter> get(String name) {
    return Optional.ofNullable(own.get(name));
  }

  /** The adapter of a DHCP server by its path. */
  Optional<Adapter> server(String path) {
    return Optional.ofNullable(servers.get(path));
  }

  /** The host's stack gets an adapter on a switch. */
  Interface own(Stack stack, Switch on, String name, Subnet subnet, int ip) {
    Adapter adapter = new Adapter(host.path() + "." + name);
    own.put(name, adapter);
    Port port = on.namedPort("host", Vlans.access(0));
    Interface made = attach(stack, adapter, subnet, ip, on, port);
    adapter.address(made);
    return made;
  }

  /** A switch gets a DHCP server. */
  void server(Switch on, Subnet subnet, int ip) {
    Stack server = new Stack(world, Role.GUEST);
    server.sockets().listen(Dhcp.SERVER_PORT, new DhcpServer(subnet));
    Adapter adapter = new Adapter(on.path() + "." + HostNetwork.DHCP);
    Port port = on.namedPort(HostNetwork.DHCP, Vlans.access(0));
    adapter.address(attach(server, adapter, subnet, ip, on, port));
    servers.put(adapter.path(), adapter);
  }

  /** Plugs an interface of what is part of the host into a switch. */
  Interface attach(Stack of, Subject nic, Subnet subnet, int ip, Switch on, Port port) {
    world.charge(BYTES_AN_ADAPTER);
    long mac = Subnet.station(ip);
    Interface made = new Interface(world, nic, nic, of, subnet, mac, on.settings().mtu());
    made.address(ip);
    subnet.take(ip, mac);
    Lane out = new Lane(world, Pace.software(costs), frame -> on.receive(port, frame));
    made.attach(new Line(world, nic, out));
    made.place(() -> Optional.of(on));
    port.plug(nic, new Lane(world, Pace.NONE, made));
    port.restrict(on.settings().security(), mac, false);
    on.settled(port);
    of.routes().add(made);
    return made;
  }
}
