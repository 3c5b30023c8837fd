package dev.vsim.machine.net;

import dev.vsim.event.DropReason;
import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A learning switch with VLANs, virtual or physical: what it does with a frame at a port is
 * rules.md R28, in its order.
 */
public final class Switch implements Subject, Pluggable {
  /** So often may the copies of one frame go through switches for each switch there is. */
  private static final int PASSES_A_SWITCH = 4;

  /** But so often at least. */
  private static final int LEAST_PASSES = 64;

  private final NetWorld world;
  private final String path;
  private final SwitchSettings settings;
  private final MacTable table;
  private final List<Port> ports = new ArrayList<>();
  private final List<Port> byIndex = new ArrayList<>();
  private final List<Port> eavesdroppers = new ArrayList<>();
  private Optional<Port> uplink = Optional.empty();
  private int numbered;
  private int named;
  private long forwarded;
  private long flooded;
  private long dropped;

  Switch(NetWorld world, String path, SwitchSettings settings) {
    this.world = world;
    this.path = path;
    this.settings = settings;
    this.table = new MacTable(world, settings.learns() ? settings.ageing() : Long.MAX_VALUE);
    world.countSwitch();
  }

  @Override
  public String kind() {
    return "switch";
  }

  @Override
  public String path() {
    return path;
  }

  public SwitchSettings settings() {
    return settings;
  }

  /** The addresses that it knows: VLAN by VLAN, in each by port in their order. */
  public List<MacTable.Row> addresses() {
    List<MacTable.Row> rows = table.rows();
    rows.sort(
        Comparator.comparingInt(MacTable.Row::vlan)
            .thenComparingInt(row -> ports.indexOf(byIndex.get(row.port())))
            .thenComparingLong(MacTable.Row::mac));
    return rows;
  }

  /** Its ports: those with numbers in order, then those with names. */
  public List<Port> ports() {
    return Collections.unmodifiableList(ports);
  }

  /** The port of a name, if it has one. */
  public Optional<Port> port(String name) {
    return ports.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** How many frames it has forwarded to one port. */
  public long forwarded() {
    return forwarded;
  }

  /** How many frames it has flooded. */
  public long flooded() {
    return flooded;
  }

  /** How many frames have ended in it. */
  public long dropped() {
    return dropped;
  }

  /** A port with the next number. */
  Port numberedPort(Vlans vlans) {
    numbered++;
    return add(Integer.toString(numbered), vlans, true);
  }

  /** A port of a certain number. */
  Port numberedPort(int number, Vlans vlans) {
    numbered = Math.max(numbered, number);
    return add(Integer.toString(number), vlans, true);
  }

  /** A port with a name of its own. */
  Port namedPort(String name, Vlans vlans) {
    return add(name, vlans, false);
  }

  /** The port that a row of its table means. */
  public Port port(int index) {
    return byIndex.get(index);
  }

  /** The port to the physical network, which carries every VLAN. */
  Port uplinkPort() {
    Port port = uplink.orElseGet(() -> add("uplink", Vlans.ALL, false));
    uplink = Optional.of(port);
    return port;
  }

  /** Joins it to a port of another switch by a cable. */
  @Override
  public void plug(Port far, long rate) {
    Port own = numberedPort(Vlans.ALL);
    own.plug(far.owner(), new Lane(world, Pace.wire(rate), f -> far.owner().receive(far, f)));
    far.plug(this, new Lane(world, Pace.wire(rate), f -> receive(own, f)));
  }

  private Port add(String name, Vlans vlans, boolean isNumbered) {
    Port port = new Port(this, name, byIndex.size(), vlans);
    byIndex.add(port);
    ports.add(isNumbered ? ports.size() - named : ports.size(), port);
    named += isNumbered ? 0 : 1;
    return port;
  }

  /** What is plugged into a port, or may be heard at it, has changed. */
  void settled(Port port) {
    eavesdroppers.remove(port);
    if (port.hearsAll()) {
      eavesdroppers.add(port);
    }
    if (!settings.learns() && port.address() != Port.ANY) {
      table.learn(0, port.address(), port.index());
    }
  }

  /** Nobody known is behind the port any more. */
  void forget(Port port) {
    table.forget(port.index());
    eavesdroppers.remove(port);
  }

  /** A frame comes in at a port. */
  void receive(Port in, Frame frame) {
    world.captured(in, frame);
    if (!in.isUp()) {
      drop(DropReason.LINK, in, frame);
    } else if (Ethernet.payload(frame.octets()) > settings.mtu()) {
      drop(DropReason.MTU, in, frame);
    } else if (in.isForged(frame.source())) {
      drop(DropReason.FORGED, in, frame);
    } else {
      int vlan = in.vlans().of(frame.octets());
      if (vlan == Vlans.NONE) {
        drop(DropReason.VLAN, in, frame);
      } else {
        pass(in, frame, vlan);
      }
    }
  }

  private void pass(Port in, Frame frame, int vlan) {
    int passes = frame.pass();
    int most = Math.max(LEAST_PASSES, PASSES_A_SWITCH * world.switches());
    if (passes > most) {
      if (passes == most + 1) {
        world.journal().tell(new NetEvent.Storm(this, in.name(), most));
      }
      drop(DropReason.STORM, in, frame);
      return;
    }
    if (settings.learns() && !Ethernet.isGroup(frame.source())) {
      learn(in, frame.source(), vlan);
    }
    relay(in, frame, vlan);
  }

  private void learn(Port in, long mac, int vlan) {
    MacTable.Learned learned = table.learn(vlan, mac, in.index());
    if (learned != MacTable.Learned.KNOWN) {
      world.journal().learned(this, mac, in, vlan, learned == MacTable.Learned.MOVED);
    }
  }

  private void relay(Port in, Frame frame, int vlan) {
    if (Ethernet.isGroup(frame.destination())) {
      flood(in, frame, vlan);
      return;
    }
    int known = table.port(settings.learns() ? vlan : 0, frame.destination());
    if (known != MacTable.NONE && byIndex.get(known).vlans().carries(vlan)) {
      forward(in, byIndex.get(known), frame, vlan);
    } else if (settings.learns()) {
      flood(in, frame, vlan);
    } else if (uplink.isPresent() && uplink.get() != in) {
      forward(in, uplink.get(), frame, vlan);
    } else {
      drop(DropReason.UNKNOWN, in, frame);
    }
  }

  private void forward(Port in, Port out, Frame frame, int vlan) {
    if (out == in) {
      drop(DropReason.SAME_PORT, in, frame);
      return;
    }
    forwarded++;
    world.journal().forwarded(this, in, out, vlan, frame);
    deliver(out, frame.in(out.vlans().tag(vlan)));
    for (Port other : eavesdroppers) {
      if (other != in && other != out && leaves(other, vlan)) {
        deliver(other, frame.in(other.vlans().tag(vlan)));
      }
    }
  }

  private void flood(Port in, Frame frame, int vlan) {
    flooded++;
    world.journal().flooded(this, in, vlan);
    Frame plain = null;
    for (int i = 0; i < ports.size(); i++) {
      Port out = ports.get(i);
      if (out != in && leaves(out, vlan)) {
        int tag = out.vlans().tag(vlan);
        if (tag == 0 && plain == null) {
          plain = frame.in(0);
        }
        deliver(out, tag == 0 ? plain : frame.in(tag));
      } else if (out != in && isCutOff(out, vlan)) {
        drop(DropReason.LINK, out, frame);
      }
    }
  }

  /**
   * Whether it is the way out of a virtual switch, and has lost its link: no guest gets past it.
   */
  private boolean isCutOff(Port out, int vlan) {
    return !out.isUp()
        && uplink.isPresent()
        && uplink.get() == out
        && out.plugged().isPresent()
        && out.vlans().carries(vlan);
  }

  /** Whether copies of frames of a VLAN leave by a port. */
  private static boolean leaves(Port out, int vlan) {
    return out.isUp() && out.plugged().isPresent() && out.vlans().carries(vlan);
  }

  private void deliver(Port out, Frame frame) {
    if (!out.isUp()) {
      drop(DropReason.LINK, out, frame);
    } else if (out.isBlocked() && !Ethernet.isGroup(frame.destination())) {
      drop(DropReason.MAC_CHANGES, out, frame);
    } else {
      world.captured(out, frame);
      out.send(frame);
    }
  }

  private void drop(DropReason reason, Port port, Frame frame) {
    dropped++;
    world.journal().dropped(this, reason, port, frame);
  }
}
