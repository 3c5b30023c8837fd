package dev.vsim.machine.net;

import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.Icmp;
import dev.vsim.machine.net.packet.Ports;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.value.Value;
import java.util.Arrays;
import java.util.BitSet;

/** Echo requests to one address, and what comes back (rules.md R26). */
final class Ping implements Happening {
  private static final long TIMEOUT = 1_000_000_000L;
  private static final long PER_NANOSECOND = 1000;

  private final Stack stack;
  private final Plan plan;
  private final Undertaking cause;
  private final BitSet answered = new BitSet();
  private int identifier;
  private long[] sentAt = new long[2];

  /**
   * What is to be sent.
   *
   * @param to the address
   * @param count how many requests
   * @param interval between two of them, in nanoseconds
   * @param size octets of data in each
   * @param whole whether they are to be lost rather than cut
   */
  record Plan(int to, int count, long interval, int size, boolean whole) {}

  Ping(Stack stack, Plan plan, Undertaking cause) {
    this.stack = stack;
    this.plan = plan;
    this.cause = cause;
  }

  void begin() {
    identifier = stack.sockets().open(this);
    send(1);
  }

  private void send(int sequence) {
    cause.hold();
    if (sequence < plan.count) {
      cause.hold();
      in(plan.interval, -(sequence + 1L));
    }
    in(TIMEOUT, sequence);
    if (sequence >= sentAt.length) {
      sentAt = Arrays.copyOf(sentAt, 2 * sentAt.length);
    }
    sentAt[sequence] = stack.world().now();
    stack.open(plan.to, cause, out -> request(out, sequence));
  }

  private void request(Interface out, int sequence) {
    int number = sequence & Ports.LAST;
    byte[] packet = Icmp.request(out.ip(), plan.to, identifier, number, plan.size);
    stack
        .world()
        .journal()
        .tell(new NetEvent.EchoRequest(out.speaker(), new Value.Ip(plan.to), sequence));
    stack.send(packet, plan.whole, cause);
  }

  private void in(long nanoseconds, long about) {
    stack.world().queue().in(nanoseconds * PER_NANOSECOND, Phase.ARRIVAL, 0, this, about);
  }

  /** A request is due, or has waited long enough for its reply. */
  @Override
  public void happen(long about) {
    if (about < 0) {
      send((int) -about);
      cause.release();
    } else if (!answered.get((int) about)) {
      end((int) about);
      stack
          .world()
          .journal()
          .tell(new NetEvent.EchoTimeout(stack.speaker(), new Value.Ip(plan.to), (int) about));
    }
  }

  /** A reply has come. */
  void answered(int from, int number) {
    int sequence = number;
    if (sequence >= sentAt.length || answered.get(sequence)) {
      return;
    }
    long time = stack.world().now() - sentAt[sequence];
    Interface in = stack.routes().to(from).map(Routes.Route::out).orElse(stack.routes().first());
    stack
        .world()
        .journal()
        .tell(new NetEvent.EchoReply(in.speaker(), new Value.Ip(from), sequence, time));
    end(sequence);
  }

  /** Nothing more is expected for a request. */
  private void end(int sequence) {
    answered.set(sequence);
    cause.release();
    if (answered.cardinality() == plan.count) {
      stack.sockets().close(identifier);
    }
  }
}
