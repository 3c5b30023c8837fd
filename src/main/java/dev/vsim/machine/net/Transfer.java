package dev.vsim.machine.net;

import dev.vsim.event.Event;
import dev.vsim.event.NetEvent;
import dev.vsim.machine.net.packet.Tcp;
import dev.vsim.value.Value;
import java.util.Optional;

/** Octets that one station sends another by TCP, and what that took (rules.md R29). */
final class Transfer implements Sender.Listener {
  private static final double PICOSECONDS = 1000;

  private final NetWorld world;
  private final Stack from;
  private final Plan plan;
  private final Optional<VirtualNic> card;
  private final Undertaking cause;
  private Interface out;
  private Sender sender;
  private long busyBefore;
  private long exitsBefore;
  private long busyAfter;
  private long exitsAfter;

  /**
   * What is to be sent.
   *
   * @param to the address
   * @param fromPort the port here, or empty for the next one
   */
  record Plan(int to, Octets octets, Optional<Integer> fromPort) {}

  /**
   * @param card the VM's card whose work is reported: the sender's, else the receiver's
   */
  Transfer(NetWorld world, Stack from, Plan plan, Optional<VirtualNic> card, Undertaking cause) {
    this.world = world;
    this.from = from;
    this.plan = plan;
    this.card = card;
    this.cause = cause;
  }

  void begin() {
    from.open(plan.to, cause, this::open);
  }

  private void open(Interface by) {
    out = by;
    int port = plan.fromPort.orElseGet(() -> from.sockets().nextPort());
    began();
    done();
    Octets octets = plan.octets;
    int ip = octets.from().orElse(out.ip());
    Tcp.Ends ends = new Tcp.Ends(ip, port, plan.to, octets.port());
    sender = new Sender(out, ends, octets.bytes(), octets.window(), cause, this);
    sender.open();
  }

  @Override
  public void began() {
    busyBefore = busy();
    exitsBefore = exits();
  }

  @Override
  public void done() {
    busyAfter = busy();
    exitsAfter = exits();
  }

  private long busy() {
    return card.map(c -> c.guest().busy()).orElse(0L);
  }

  private long exits() {
    return card.map(c -> c.guest().vm().exits()).orElse(Event.ABSENT);
  }

  @Override
  public void ended() {
    long time = sender.doneAt() - sender.beganAt();
    VirtualNic.Transferred result = new VirtualNic.Transferred(sender.acknowledged(), time);
    card.ifPresent(c -> c.transferred(result));
    if (plan.octets.told()) {
      world
          .journal()
          .tell(
              new NetEvent.TransferEnd(
                  out.nic(),
                  result.bytes(),
                  time,
                  result.rate(),
                  card.isPresent() ? share(time) : null,
                  card.isPresent() ? exitsAfter - exitsBefore : Event.ABSENT,
                  sender.isGivenUp()));
    }
  }

  /** What share of one vCPU the card's guest has worked for it. */
  private Value share(long time) {
    double worked = (busyAfter - busyBefore) / PICOSECONDS;
    double share = time == 0 ? 0 : worked / time;
    return new Value.Real(Math.round(share * 10_000) / 10_000.0);
  }
}
