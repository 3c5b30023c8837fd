package dev.vsim.machine.net;

import dev.vsim.event.EventSink;
import dev.vsim.machine.Told;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A switch on the bench: frames go in at its ports, and what comes out of each is written down. */
final class Bench {
  private static final long LIMIT = 1L << 30;
  private static final long PER_SECOND = 1_000_000_000_000L;

  private final World world;
  private final NetWorld net;
  private final Map<String, List<Frame>> out = new TreeMap<>();
  private Switch onBench;

  Bench(EventSink sink) {
    this.world = World.of(sink, LIMIT, 0);
    this.net = new NetWorld(world);
  }

  Bench() {
    this(Told.nothing());
  }

  NetWorld net() {
    return net;
  }

  World world() {
    return world;
  }

  Bench with(SwitchSettings settings) {
    onBench = new Switch(net, "s", settings);
    return this;
  }

  Switch unit() {
    return onBench;
  }

  /** A port into which something is plugged that keeps what comes. */
  Port port(String name, Vlans vlans) {
    Port port = onBench.namedPort(name, vlans);
    return kept(port);
  }

  Port uplink() {
    return kept(onBench.uplinkPort());
  }

  private Port kept(Port port) {
    port.plug(
        onBench, frame -> out.computeIfAbsent(port.name(), n -> new ArrayList<>()).add(frame));
    return port;
  }

  /** A frame goes in. */
  void in(Port port, long source, long destination, int tag) {
    in(port, source, destination, tag, 46);
  }

  void in(Port port, long source, long destination, int tag, int size) {
    byte[] octets = Ethernet.patterned(destination, source, Ethernet.EXPERIMENTAL, size);
    byte[] sent = tag == 0 ? octets : Ethernet.tagged(octets, tag);
    onBench.receive(port, Frame.of(sent, new Undertaking()));
  }

  /** What has come out since the last call: {@code p2}, {@code p3:100} with its tag. */
  List<String> out() {
    List<String> all = new ArrayList<>();
    out.forEach((port, frames) -> frames.forEach(f -> all.add(shown(port, f))));
    out.clear();
    return all;
  }

  private static String shown(String port, Frame frame) {
    return frame.isTagged() ? port + ":" + Ethernet.vlan(frame.octets()) : port;
  }

  /** Time goes on. */
  void pass(long seconds) {
    for (long i = 0; i < seconds; i++) {
      world.clock().advance(PER_SECOND);
    }
  }
}
