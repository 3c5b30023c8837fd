package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.event.NetEvent.LinkState;
import dev.vsim.value.Value;
import java.util.Optional;

/** A host's network card, with its cable to a port of a physical switch. */
public final class PhysicalNic implements Nic, Cabled, Pluggable {
  private final NetWorld world;
  private final String path;
  private final long rate;
  private final Lane into;
  private Optional<Lane> cable = Optional.empty();
  private Optional<Port> far = Optional.empty();
  private Optional<Team> team = Optional.empty();
  private boolean up = true;
  private long sent;
  private long received;

  /**
   * @param rate bits a second
   * @param work how long the host takes to bring a frame from the card into a virtual switch
   */
  PhysicalNic(NetWorld world, String path, long rate, Pace work) {
    this.world = world;
    this.path = path;
    this.rate = rate;
    this.into = new Lane(world, work, this::arrived);
  }

  @Override
  public String path() {
    return path;
  }

  /** Bits a second. */
  public long rate() {
    return rate;
  }

  @Override
  public Value mac() {
    return Value.None.NONE;
  }

  @Override
  public Value ip() {
    return Value.None.NONE;
  }

  @Override
  public int mtu() {
    return team.map(t -> t.owner().settings().mtu()).orElse(SwitchSettings.USUAL_MTU);
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
  public boolean isUp() {
    return up;
  }

  /** The port at the far end of its cable. */
  public Optional<Port> far() {
    return far;
  }

  /** The team of uplinks that it belongs to. */
  Optional<Team> team() {
    return team;
  }

  @Override
  public void plug(Port port, long othersRate) {
    far.ifPresent(Port::unplug);
    far = Optional.of(port);
    cable =
        Optional.of(new Lane(world, Pace.wire(rate), frame -> port.owner().receive(port, frame)));
    port.plug(this, new Lane(world, Pace.wire(rate), this::received));
  }

  /** It becomes, or ceases to be, one of a switch's uplinks. */
  void join(Optional<Team> other) {
    team = other;
  }

  /** Its cable is pulled, or plugged in again. */
  @Override
  public void link(boolean isUp, Undertaking cause) {
    if (up == isUp) {
      return;
    }
    up = isUp;
    world.journal().tell(new NetEvent.Link(this, isUp ? LinkState.UP : LinkState.DOWN));
    far.ifPresent(port -> port.link(isUp));
    team.ifPresent(t -> t.linkChanged(cause));
  }

  /** Sends a frame over its cable. */
  void send(Frame frame) {
    if (!up || cable.isEmpty()) {
      world.journal().dropped(this, DropReason.LINK, frame);
      return;
    }
    sent++;
    world.journal().sent(this, frame);
    world.captured(path, frame);
    cable.get().receive(frame);
  }

  /** A frame has come over its cable. */
  private void received(Frame frame) {
    if (!up) {
      world.journal().dropped(this, DropReason.LINK, frame);
      return;
    }
    received++;
    world.captured(path, frame);
    into.receive(frame);
  }

  private void arrived(Frame frame) {
    if (team.isPresent()) {
      team.get().arrive(this, frame);
    } else {
      world.journal().dropped(this, DropReason.NOT_FOR_ME, frame);
    }
  }
}
