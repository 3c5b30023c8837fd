package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.net.packet.Dhcp;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Optional;

/** The router between the local network and the Internet; it does no NAT (rules.md R27). */
public final class Router implements Subject, Role, Talker, Pluggable {
  private final NetWorld world;
  private final String name;
  private final int ip;
  private final Stack stack;
  private final Adapter lan;
  private final Adapter wan;
  private Port port;
  private Subnet subnet;

  Router(NetWorld world, String name, int ip) {
    this.world = world;
    this.name = name;
    this.ip = ip;
    this.stack = new Stack(world, this);
    this.lan = new Adapter(name + ".lan");
    this.wan = new Adapter(name + ".wan");
  }

  @Override
  public String kind() {
    return "router";
  }

  @Override
  public String path() {
    return name;
  }

  Stack stack() {
    return stack;
  }

  @Override
  public Station station() {
    return Station.of(this, stack);
  }

  /** Its address on the local network. */
  public Value ip() {
    return new Value.Ip(ip);
  }

  /** Its port to the local network. */
  public Adapter lan() {
    return lan;
  }

  /** Its port to the Internet. */
  public Adapter wan() {
    return wan;
  }

  /** The port of the physical switch that it is plugged into. */
  public Port port() {
    return port;
  }

  /**
   * Gives it its place in the local network.
   *
   * @param network whose gateway it is
   * @param rate of its cables, in bits a second
   */
  void serve(Subnet network, long rate) {
    subnet = network;
    Interface own =
        new Interface(
            world, lan, this, stack, network, Subnet.station(ip), SwitchSettings.JUMBO_MTU);
    own.address(ip);
    network.take(ip, Subnet.station(ip));
    lan.address(own);
    stack.routes().add(own);
    stack.sockets().listen(Dhcp.SERVER_PORT, new DhcpServer(network));
    own.place(() -> Optional.of(port.owner()));
    own.attach(new Line(world, lan, new Lane(world, Pace.wire(rate), this::leave)));
  }

  private void leave(Frame frame) {
    port.owner().receive(port, frame);
  }

  @Override
  public void plug(Port into, long rate) {
    if (port != null) {
      port.unplug();
    }
    port = into;
    port.plug(lan, new Lane(world, Pace.wire(rate), lan.address()));
  }

  /** Joins it to the Internet. */
  void join(Interface own, int nextHop) {
    wan.address(own);
    stack.routes().add(own);
    stack.routes().lead(own, nextHop);
  }

  /** A packet that is for somebody else. */
  @Override
  public void pass(Interface in, byte[] packet, Undertaking cause) {
    int to = Ipv4.destination(packet);
    boolean elsewhere = !subnet.holds(to) && Internet.isElsewhere(to);
    if (elsewhere) {
      world.journal().droppedPacket(this, DropReason.NO_ROUTE, packet);
    } else if (Ipv4.ttl(packet) <= 1) {
      world.journal().droppedPacket(this, DropReason.TTL, packet);
    } else {
      stack.relay(in, Ipv4.passed(packet), cause);
    }
  }
}
