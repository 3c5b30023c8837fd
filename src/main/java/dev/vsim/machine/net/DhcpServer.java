package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Dhcp;
import dev.vsim.machine.net.packet.Ipv4;
import dev.vsim.machine.net.packet.Udp;

/** Gives out a network's addresses: each card always gets the same (RFC 2131; rules.md R25). */
final class DhcpServer implements Sockets.Datagrams {
  /** How long a lease lasts, in seconds. */
  private static final int LEASE = 3600;

  private final Subnet subnet;

  DhcpServer(Subnet subnet) {
    this.subnet = subnet;
  }

  @Override
  public void receive(Interface in, byte[] packet, Undertaking cause) {
    byte[] data = Udp.data(packet);
    if (!Dhcp.isSound(data)) {
      return;
    }
    Dhcp asked = Dhcp.read(data);
    int address = address(asked.client());
    if (!asked.isClients() || address == Subnet.NONE) {
      return;
    }
    int kind = asked.kind() == Dhcp.DISCOVER ? Dhcp.OFFER : Dhcp.ACKNOWLEDGE;
    Dhcp answer =
        new Dhcp(
            kind,
            asked.transaction(),
            asked.client(),
            address,
            in.ip(),
            subnet.gateway(),
            subnet.prefix(),
            LEASE);
    in.stack()
        .broadcast(
            in,
            Udp.of(in.ip(), Dhcp.SERVER_PORT, Ipv4.BROADCAST, Dhcp.CLIENT_PORT, answer.octets()),
            cause);
  }

  private int address(long mac) {
    int had = subnet.of(mac);
    return had == Subnet.NONE ? subnet.next(mac) : had;
  }
}
