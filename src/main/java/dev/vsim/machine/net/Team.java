package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.ArpPacket;
import dev.vsim.machine.net.packet.Ethernet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The uplinks of a virtual switch: the first whose link is up carries everything, the others stand
 * by. When another takes over, it announces the addresses behind the switch by reverse ARP, so that
 * the physical switches learn its port at once (vSphere's "notify switches").
 */
public final class Team {
  private final NetWorld world;
  private final Switch owner;
  private final Port port;
  private final List<PhysicalNic> nics = new ArrayList<>();
  private Optional<PhysicalNic> active = Optional.empty();

  Team(NetWorld world, Switch owner) {
    this.world = world;
    this.owner = owner;
    this.port = owner.uplinkPort();
  }

  /** The switch whose uplinks they are. */
  Switch owner() {
    return owner;
  }

  /** Its cards, the preferred first. */
  public List<PhysicalNic> nics() {
    return Collections.unmodifiableList(nics);
  }

  /** One more card, which leaves the team that it was in. */
  void add(PhysicalNic nic) {
    nic.team().ifPresent(other -> other.remove(nic));
    nics.add(nic);
    nic.join(Optional.of(this));
    settle();
  }

  void remove(PhysicalNic nic) {
    nics.remove(nic);
    nic.join(Optional.empty());
    settle();
  }

  private void settle() {
    active = nics.stream().filter(PhysicalNic::isUp).findFirst();
    if (nics.isEmpty()) {
      port.unplug();
    } else {
      port.plug(active.orElse(nics.get(0)), this::leave);
    }
    port.link(active.isPresent());
  }

  /** A card's link has gone up or down. */
  void linkChanged(Undertaking cause) {
    Optional<PhysicalNic> before = active;
    settle();
    if (active.isPresent() && !active.equals(before)) {
      if (nics.size() > 1) {
        String from = before.map(Team::name).orElse("none");
        world.journal().tell(new NetEvent.Failover(owner, from, name(active.get())));
      }
      announce(active.get(), cause);
    }
  }

  private static String name(PhysicalNic nic) {
    return nic.path().substring(nic.path().lastIndexOf('.') + 1);
  }

  private void announce(PhysicalNic nic, Undertaking cause) {
    for (Port one : owner.ports()) {
      if (one.address() != Port.ANY) {
        byte[] octets = ArpPacket.announcement(one.address()).frame(Ethernet.BROADCAST);
        int vlan = Math.max(0, one.vlans().of(octets));
        nic.send(Frame.of(octets, cause).in(vlan));
      }
    }
  }

  /** A frame leaves the switch. */
  private void leave(Frame frame) {
    if (active.isPresent()) {
      active.get().send(frame);
    } else {
      world.journal().dropped(owner, DropReason.LINK, port, frame);
    }
  }

  /** A frame has come in by one of its cards. */
  void arrive(PhysicalNic nic, Frame frame) {
    if (active.isPresent() && active.get() == nic) {
      owner.receive(port, frame);
    } else {
      world.journal().dropped(nic, DropReason.STANDBY, frame);
    }
  }
}
