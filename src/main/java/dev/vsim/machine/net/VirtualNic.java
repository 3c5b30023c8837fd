package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.event.NetEvent.LinkState;
import dev.vsim.machine.virt.DeviceExits;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Value;
import java.util.Optional;

/** A VM's network card, from the guest's driver to its port of a virtual switch. */
public final class VirtualNic implements Nic, Talker, Cabled, Receiver {
  private final NetWorld world;
  private final Guest guest;
  private final String path;
  private final int number;
  private final NicSettings settings;
  private final DeviceExits exits;
  private final Interface address;
  private final CardModel model;
  private Port port;
  private Optional<PortGroup> group = Optional.empty();
  private boolean up = true;
  private long sent;
  private long received;
  private Optional<Transferred> last = Optional.empty();

  /** What came of a transfer: how many octets, in how many nanoseconds. */
  record Transferred(long bytes, long time) {
    /** In bits a second. */
    long rate() {
      return time == 0 ? 0 : Math.round(bytes * (double) Byte.SIZE * 1_000_000_000 / time);
    }
  }

  VirtualNic(
      NetWorld world, Guest guest, int number, NicSettings settings, Subnet subnet, long mac) {
    this.world = world;
    this.guest = guest;
    this.number = number;
    this.path = guest.vm().path() + ".nic" + number;
    this.settings = settings;
    this.exits = new DeviceExits(guest.vm(), world.journal().journal(), "nic" + number);
    this.address = new Interface(world, this, this, guest.stack(), subnet, mac, settings.mtu());
    this.model =
        settings.card() == NicSettings.Card.E1000
            ? new E1000(world, guest, this)
            : new Vmxnet3(world, guest, this);
    address.attach(model);
    address.place(() -> Optional.of(port.owner()));
    if (settings.promiscuous()) {
      address.listenToAll();
    }
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public int mtu() {
    return settings.mtu();
  }

  /** Its number in the VM, from 0. */
  int number() {
    return number;
  }

  public NicSettings settings() {
    return settings;
  }

  /** The addresses that its guest has on it. */
  Interface address() {
    return address;
  }

  @Override
  public Station station() {
    return Station.by(this);
  }

  /** Whose it is. */
  public Vm vm() {
    return guest.vm();
  }

  /** The exits that it has caused. */
  DeviceExits exits() {
    return exits;
  }

  Guest guest() {
    return guest;
  }

  @Override
  public Value mac() {
    return new Value.Mac(address.mac());
  }

  @Override
  public Value ip() {
    return address.ip() == Subnet.NONE ? Value.None.NONE : new Value.Ip(address.ip());
  }

  /** The port that it is plugged into. */
  public Port port() {
    return port;
  }

  /** The port group of that port, if it has one that was declared. */
  public Optional<PortGroup> group() {
    return group;
  }

  @Override
  public boolean isUp() {
    return up;
  }

  @Override
  public long sent() {
    return sent;
  }

  @Override
  public long received() {
    return received;
  }

  @Override
  public long exitCount() {
    return exits.count();
  }

  @Override
  public long throughput() {
    return last.map(Transferred::rate).orElse(0L);
  }

  void transferred(Transferred what) {
    last = Optional.of(what);
  }

  /** Plugs it into a port of its own. */
  void plug(Socket socket) {
    port = socket.port();
    group = socket.group();
    Security security = group.map(PortGroup::security).orElse(port.owner().settings().security());
    port.plug(this, this);
    port.restrict(security, address.mac(), settings.promiscuous());
    port.link(up);
    port.owner().settled(port);
  }

  /** Pulls it out of its port. */
  void unplug() {
    port.unplug();
  }

  /** Its guest gives it another address. */
  void readdress(long mac) {
    address.readdress(mac);
    port.guestChanged(mac);
    port.owner().settled(port);
  }

  @Override
  public void link(boolean isUp, Undertaking cause) {
    if (up != isUp && port.plugged().isPresent()) {
      up = isUp;
      world.journal().tell(new NetEvent.Link(this, isUp ? LinkState.UP : LinkState.DOWN));
      port.link(isUp);
      port.owner().settled(port);
    }
  }

  /** A frame has come out of its port. */
  @Override
  public void receive(Frame frame) {
    Optional<DropReason> silence = guest.stack().silence();
    if (silence.isPresent()) {
      world.journal().dropped(this, silence.get(), frame);
    } else {
      model.receive(frame);
    }
  }

  /** Its guest takes a frame in. */
  void take(Frame frame) {
    Optional<DropReason> silence = guest.stack().silence();
    if (silence.isPresent()) {
      world.journal().dropped(this, silence.get(), frame);
    } else {
      received++;
      address.receive(frame);
    }
  }

  /** Its driver has handed a frame over. */
  void tellSent(Frame frame) {
    sent++;
    world.journal().sent(this, frame);
  }

  /** A frame goes into its port. */
  void enter(Frame frame) {
    port.owner().receive(port, frame);
  }
}
