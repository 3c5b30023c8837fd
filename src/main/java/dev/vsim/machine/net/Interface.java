package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.value.Subject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a stack meets a network: its addresses there, and whom it knows on the link. */
final class Interface implements Receiver {
  private final NetWorld world;
  private final Subject nic;
  private final Subject speaker;
  private final Stack stack;
  private final Subnet subnet;
  private final int mtu;
  private final Neighbours neighbours;
  private Medium medium;
  private Supplier<Optional<Switch>> segment = Optional::empty;
  private long mac;
  private int ip;
  private boolean hearsAll;
  private long sent;
  private long received;
  private Optional<DhcpClient> dhcp = Optional.empty();

  /**
   * @param nic whom its frames are about
   * @param speaker whom ARP, echo and lost packets are about
   */
  Interface(
      NetWorld world, Subject nic, Subject speaker, Stack stack, Subnet subnet, long mac, int mtu) {
    this.world = world;
    this.nic = nic;
    this.speaker = speaker;
    this.stack = stack;
    this.subnet = subnet;
    this.mac = mac;
    this.mtu = mtu;
    this.neighbours = new Neighbours(world, this);
  }

  Subject nic() {
    return nic;
  }

  Subject speaker() {
    return speaker;
  }

  Stack stack() {
    return stack;
  }

  Subnet subnet() {
    return subnet;
  }

  long mac() {
    return mac;
  }

  /** Its address, or {@link Subnet#NONE}. */
  int ip() {
    return ip;
  }

  /** The longest packet that it sends. */
  int mtu() {
    return mtu;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  Medium medium() {
    return medium;
  }

  /** Where it gets its address from, unless that is static. */
  Optional<DhcpClient> dhcp() {
    return dhcp;
  }

  /** The card or adapter that carries its frames. */
  void attach(Medium other) {
    medium = other;
  }

  /** Which switch it is plugged into, now and after it has moved. */
  void place(Supplier<Optional<Switch>> where) {
    segment = where;
  }

  /** Whether it is plugged into the same switch as another. */
  boolean isBeside(Interface other) {
    Optional<Switch> own = segment.get();
    return own.isPresent() && own.equals(other.segment.get());
  }

  /** It gets an address, or loses it. */
  void address(int other) {
    ip = other;
  }

  /** Its card gets another hardware address. */
  void readdress(long other) {
    mac = other;
  }

  /** It asks a server for its address at its first use. */
  void lease(DhcpClient client) {
    dhcp = Optional.of(client);
  }

  /** Its card listens to everything. */
  void listenToAll() {
    hearsAll = true;
  }

  /** A frame has come to its card. */
  @Override
  public void receive(Frame frame) {
    long to = frame.destination();
    boolean mine = to == mac || to == Ethernet.BROADCAST;
    if (!mine && !hearsAll) {
      world.journal().dropped(nic, DropReason.NOT_FOR_ME, frame);
      return;
    }
    received++;
    world.journal().received(nic, frame);
    if (mine && !frame.isTagged()) {
      stack.arrive(this, frame);
    }
  }

  /** How many frames it has handed to its card. */
  long sent() {
    return sent;
  }

  /** How many frames it has taken in. */
  long received() {
    return received;
  }

  /** Sends a packet, which has room for its header, to a neighbour. */
  void send(byte[] packet, long to, Undertaking cause) {
    emit(frame(packet, to, cause));
  }

  /** Sends a burst of packets to a neighbour. */
  void send(List<byte[]> packets, long to, Undertaking cause) {
    if (stack.silence().isPresent()) {
      packets.forEach(p -> emit(frame(p, to, cause)));
    } else {
      sent += packets.size();
      medium.send(packets.stream().map(p -> frame(p, to, cause)).toList());
    }
  }

  /** Sends a frame that is complete. */
  void sendFrame(byte[] octets, Undertaking cause) {
    emit(Frame.of(octets, cause));
  }

  private void emit(Frame frame) {
    if (stack.silence().isPresent()) {
      world.journal().dropped(nic, stack.silence().get(), frame);
    } else {
      sent++;
      medium.send(frame);
    }
  }

  private Frame frame(byte[] packet, long to, Undertaking cause) {
    Ethernet.address(packet, to, mac, Ethernet.IPV4);
    return Frame.of(packet, cause);
  }
}
