package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Dns;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.net.packet.Udp;
import dev.vsim.value.Subject;

/**
 * Everything that is no other network: it answers echoes and questions for names, sends datagrams
 * back, and takes in what TCP brings (rules.md R0).
 */
public final class Internet implements Subject, Role, Talker {
  private static final int PREFIX = 24;

  /** A network for documentation (RFC 5737). */
  private static final int NETWORK = 203 << 24 | 113 << 8;

  private static final int OWN = NETWORK | 1;
  private static final int ROUTERS = NETWORK | 2;

  /** Private networks that machines here may have, 192.168.0.0/16 (RFC 1918). */
  private static final int PRIVATE = 192 << 24 | 168 << 16;

  private static final int PRIVATE_PREFIX = 16;

  private final NetWorld world;
  private final Stack stack;
  private Subnet local;
  private Interface address;

  Internet(NetWorld world) {
    this.world = world;
    this.stack = new Stack(world, this);
  }

  @Override
  public String kind() {
    return "internet";
  }

  @Override
  public String path() {
    return "internet";
  }

  Stack stack() {
    return stack;
  }

  @Override
  public Station station() {
    return Station.of(this, stack);
  }

  /** Whether an address is one of the private ones, which mean something else everywhere. */
  static boolean isElsewhere(int ip) {
    return (ip & Subnet.mask(PRIVATE_PREFIX)) == PRIVATE;
  }

  /** Joins it to a router that is the way to a local network; there is no need to ask by ARP. */
  void join(Router router, Subnet network, long rate) {
    local = network;
    Subnet between = new Subnet(NETWORK, PREFIX, Subnet.NONE, 3, 254);
    address = end(between, OWN, this, stack);
    Interface far = end(between, ROUTERS, router.wan(), router.stack());
    address.attach(line(this, rate, router.wan().path(), far));
    far.attach(line(router.wan(), rate, path(), address));
    address.neighbours().add(ROUTERS, far.mac());
    far.neighbours().add(OWN, address.mac());
    stack.routes().add(address);
    stack.routes().lead(address, ROUTERS);
    router.join(far, OWN);
  }

  private Interface end(Subnet between, int ip, Subject nic, Stack of) {
    Subject speaker = nic == this ? this : of.speaker();
    Interface end =
        new Interface(
            world, nic, speaker, of, between, Subnet.station(ip), SwitchSettings.USUAL_MTU);
    end.address(ip);
    return end;
  }

  private Line line(Subject nic, long rate, String far, Interface to) {
    Lane wire =
        new Lane(
            world,
            Pace.wire(rate),
            frame -> {
              world.captured(far, frame);
              to.receive(frame);
            });
    return new Line(
        world,
        nic,
        frame -> {
          world.captured(nic.path(), frame);
          wire.receive(frame);
        });
  }

  @Override
  public boolean owns(int ip) {
    return !local.holds(ip) && !isElsewhere(ip) && ip != ROUTERS;
  }

  @Override
  public void datagram(Interface in, byte[] packet, Undertaking cause) {
    byte[] answer =
        Ports.destination(packet) == Dns.PORT ? NatDevice.answer(packet) : Udp.echo(packet);
    stack.send(answer, cause);
  }
}
