package dev.vsim.machine.net;

import dev.vsim.event.Event;
import dev.vsim.event.EventKind;
import dev.vsim.event.EventSink;
import dev.vsim.machine.net.packet.Ethernet;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.machine.world.World;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Frames of 1,514 real octets through a switch of which every port's address is known, nobody
 * listening, in millions a second. Its peer is ns-3's bridge with 42 to 142 thousand frames a
 * second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SwitchingBenchmark {
  private static final int BATCH = 1024;
  private static final int PAYLOAD = 1500;
  private static final long FIRST = 0x000C_2900_0001L;

  /** Addresses behind the switch, one a port. */
  @Param({"8", "1000", "10000", "100000"})
  private int ports;

  private final Undertaking cause = new Undertaking();
  private final int[] from = new int[BATCH];
  private final int[] to = new int[BATCH];
  private EventQueue queue;
  private Switch bench;
  private Lane[] ways;
  private Port[] plugs;
  private byte[][] octets;
  private long arrived;

  /** Nobody listens. */
  private static final class Deaf implements EventSink {
    @Override
    public boolean wants(EventKind kind) {
      return false;
    }

    @Override
    public void accept(Event event) {
      throw new IllegalStateException("nobody wanted " + event);
    }
  }

  @Setup
  public void plugIn() {
    World world = World.of(new Deaf(), 1L << 31, 0);
    NetWorld net = new NetWorld(world);
    queue = world.queue();
    bench = new Switch(net, "s", SwitchSettings.DEFAULT);
    ways = new Lane[ports];
    plugs = new Port[ports];
    for (int i = 0; i < ports; i++) {
      Port port = bench.numberedPort(Vlans.access(0));
      long own = FIRST + i;
      port.plug(bench, new Lane(net, Pace.NONE, frame -> arrive(own, frame)));
      ways[i] = new Lane(net, Pace.software(Costs.DEFAULT), f -> bench.receive(port, f));
      plugs[i] = port;
    }
    SplitMix64 random = new SplitMix64(1);
    octets = new byte[BATCH][];
    for (int i = 0; i < BATCH; i++) {
      from[i] = (int) random.below(ports);
      to[i] = (int) random.below(ports);
      octets[i] =
          Ethernet.patterned(FIRST + to[i], FIRST + from[i], Ethernet.EXPERIMENTAL, PAYLOAD);
    }
    learn();
  }

  /** Every address is seen once, in frames that the switch sends back to nobody. */
  private void learn() {
    for (int i = 0; i < ports; i++) {
      byte[] own = Ethernet.patterned(FIRST + i, FIRST + i, Ethernet.EXPERIMENTAL, PAYLOAD);
      bench.receive(plugs[i], Frame.of(own, cause));
    }
  }

  private void arrive(long own, Frame frame) {
    if (frame.destination() == own) {
      arrived += frame.length();
    }
  }

  /** Learn, look up, hand over to the port. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long throughTheSwitch() {
    for (int i = 0; i < BATCH; i++) {
      bench.receive(plugs[from[i]], Frame.of(octets[i], cause));
    }
    while (!queue.isEmpty()) {
      queue.step();
    }
    return arrived;
  }

  /** From the card over the event queue into the switch and over the queue to the receiver. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public long fromCardToCard() {
    for (int i = 0; i < BATCH; i++) {
      ways[from[i]].receive(Frame.of(octets[i], cause));
    }
    while (!queue.isEmpty()) {
      queue.step();
    }
    return arrived;
  }
}
