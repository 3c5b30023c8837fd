package dev.vsim.machine.net;

import dev.vsim.machine.net.packet.Dns;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.net.packet.Udp;
import java.util.Optional;

/** What scenarios make stations send; each is under way until nothing of it is. */
public final class Traffic {
  /** Where messages from the Internet come from that nobody has asked for (rules.md R40). */
  private static final int UNASKED_PORT = 40_000;

  private final Network network;

  public Traffic(Network network) {
    this.network = network;
  }

  /**
   * Echo requests.
   *
   * @param interval between two of them, in nanoseconds
   * @param size octets of data in each
   * @param whole whether they are to be lost rather than cut
   */
  public Undertaking ping(Station from, int to, int count, long interval, int size, boolean whole) {
    return begin(
        cause ->
            new Ping(from.stack(), new Ping.Plan(to, count, interval, size, whole), cause).begin());
  }

  /** One datagram. */
  public Undertaking send(Station from, int to, Datagram datagram) {
    return begin(cause -> from.stack().open(to, cause, out -> send(out, to, datagram, cause)));
  }

  private void send(Interface out, int to, Datagram datagram, Undertaking cause) {
    Stack stack = out.stack();
    int port =
        datagram
            .fromPort()
            .or(() -> unaskedPort(stack))
            .orElseGet(() -> stack.sockets().nextPort());
    int from = datagram.from().orElse(out.ip());
    byte[] packet =
        datagram.port() == Dns.PORT
            ? Udp.of(
                from, port, to, Dns.PORT, Dns.query(stack.sockets().nextQuery(), datagram.size()))
            : Udp.patterned(from, port, to, datagram.port(), datagram.size());
    stack.send(packet, datagram.whole(), datagram.ttl(), cause);
  }

  /**
   * Octets by TCP.
   *
   * @param to the address; {@code receiver} is who is there, if that is a station of this world
   */
  public Undertaking transfer(Station from, int to, Optional<Station> receiver, Octets octets) {
    Optional<VirtualNic> card = card(from).or(() -> receiver.flatMap(Traffic::card));
    receiver.ifPresent(r -> r.stack().sockets().expect(octets.port(), true));
    Stack stack = from.stack();
    Optional<Integer> fromPort =
        octets.told() ? octets.fromPort() : octets.fromPort().or(() -> unaskedPort(stack));
    Transfer.Plan plan = new Transfer.Plan(to, octets, fromPort);
    return begin(cause -> new Transfer(network.world(), stack, plan, card, cause).begin());
  }

  private Optional<Integer> unaskedPort(Stack stack) {
    return stack == network.internet().stack() ? Optional.of(UNASKED_PORT) : Optional.empty();
  }

  private static Optional<VirtualNic> card(Station who) {
    return who.cards().stream().findFirst();
  }

  /** A frame as it is, from a VM's card. */
  public Undertaking send(VirtualNic from, RawFrame raw) {
    byte[] plain = Ethernet.patterned(raw.destination(), raw.source(), raw.type(), raw.size());
    byte[] octets = raw.vlan() == 0 ? plain : Ethernet.tagged(plain, raw.vlan());
    return begin(cause -> from.address().sendFrame(octets, cause));
  }

  /** A card's link goes up or down; false where it has none that could. */
  public Optional<Undertaking> link(Nic nic, boolean isUp) {
    return nic instanceof Cabled cabled
        ? Optional.of(begin(cause -> cabled.link(isUp, cause)))
        : Optional.empty();
  }

  /** The guest of a card gives it another address. */
  public void readdress(VirtualNic nic, long mac) {
    nic.readdress(mac);
  }

  /**
   * Forwards a port of the host's address to a guest behind a NAT device; false where it is
   * forwarded already.
   */
  public boolean forward(NatDevice nat, NatTable.Rule rule) {
    return nat.table().forward(rule);
  }

  /** Begins something, which is held open until it has begun. */
  private static Undertaking begin(java.util.function.Consumer<Undertaking> work) {
    Undertaking cause = new Undertaking();
    cause.hold();
    work.accept(cause);
    cause.release();
    return cause;
  }
}
