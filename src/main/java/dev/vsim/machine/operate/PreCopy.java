package dev.vsim.machine.operate;

import dev.vsim.event.EventKind;
import dev.vsim.event.OperationEvent;
import dev.vsim.event.OperationEvent.StopReason;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.machine.virt.Bandwidth;
import dev.vsim.machine.virt.MemoryCopy;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.OptionalLong;

/**
 * Live migration by pre-copy: while the VM runs, all of its memory is sent, then in rounds what it
 * has written to meanwhile; when few enough pages are left it stops, and the rest is sent (Clark et
 * al., NSDI 2005; rules.md R34).
 */
public final class PreCopy implements Migration, Happening {
  private static final EventKind ROUND = EventKind.of(OperationEvent.MigrateRound.class);
  private static final long STOPPED = 0;
  private static final long PER_NANOSECOND = 1000;

  private final HandOver handOver;
  private final MigrationPlan plan;
  private final long switchTime;
  private final EventQueue queue;
  private final MemoryCopy copy;
  private final Throttle throttle;
  private boolean underWay = true;
  private int round;
  private long pages;
  private long elapsed;

  /**
   * @param switchTime how long handing over takes beside the pages, in picoseconds
   */
  public PreCopy(HandOver handOver, MigrationPlan plan, long switchTime, EventQueue queue) {
    this.handOver = handOver;
    this.plan = plan;
    this.switchTime = switchTime;
    this.queue = queue;
    this.copy = vm().copyMemory();
    this.throttle = new Throttle(plan.autoConverge());
  }

  @Override
  public Vm vm() {
    return handOver.vm();
  }

  @Override
  public MigrationReport report() {
    return handOver.report();
  }

  @Override
  public boolean isUnderWay() {
    return underWay;
  }

  @Override
  public boolean isOver() {
    return !underWay && handOver.isAnnounced();
  }

  /** Sends the first page. */
  @Override
  public void begin() {
    long all = vm().kernel().frames().total();
    long held = copy.sendAll();
    send(plan.skipsZeros() ? held : all);
  }

  private void send(long count) {
    if (round == plan.maxRounds()) {
      stop(count, StopReason.MAX_ROUNDS);
      return;
    }
    round++;
    pages = count;
    arrange(bandwidth().time(count), round);
  }

  private Bandwidth bandwidth() {
    return report().bandwidth();
  }

  private void arrange(long picoseconds, long what) {
    elapsed = Math.min(elapsed + picoseconds, Bandwidth.LONGEST_TIME);
    queue.in(picoseconds, Phase.COMPLETION, vm().gang().order(), this, what);
  }

  @Override
  public void happen(long what) {
    if (!underWay) {
      return;
    } else if (what == STOPPED) {
      goOver();
    } else {
      endRound();
    }
  }

  private void endRound() {
    long dirtied = dirtied();
    report().sends(pages);
    tell(dirtied);
    throttle.endRound(pages, dirtied);
    if (isLittle(dirtied)) {
      stop(dirtied, reason());
    } else {
      copy.sendWritten();
      send(dirtied);
    }
  }

  private long dirtied() {
    OptionalLong rate = plan.dirtyRate();
    return rate.isEmpty()
        ? copy.written()
        : Math.min(
            bandwidth().during(pages, throttle.left(rate.getAsLong())),
            Math.min(plan.workingSet(), vm().kernel().frames().total()));
  }

  private boolean isLittle(long count) {
    return plan.downtimeLimit().isPresent()
        ? bandwidth().time(count) <= plan.downtimeLimit().getAsLong() * PER_NANOSECOND
        : count <= plan.threshold();
  }

  private StopReason reason() {
    return plan.downtimeLimit().isPresent() ? StopReason.DOWNTIME_LIMIT : StopReason.THRESHOLD;
  }

  private void tell(long dirtied) {
    long time = bandwidth().time(pages) / PER_NANOSECOND;
    report().add(new MigrationReport.Round(round, pages, dirtied, time, throttle.percent()));
    if (handOver.journal().wants(ROUND)) {
      Value held =
          throttle.percent() == 0
              ? null
              : new Value.Real(throttle.percent() / 100.0, Dimension.COUNT);
      handOver
          .journal()
          .accept(new OperationEvent.MigrateRound(vm(), round, pages, dirtied, time, held));
    }
  }

  private void stop(long count, StopReason why) {
    handOver.stop(count, why);
    pages = count;
    arrange(downtime(), STOPPED);
  }

  private long downtime() {
    return bandwidth().time(pages) + switchTime;
  }

  private void goOver() {
    if (handOver.hindrance().isPresent()) {
      fail(handOver.hindrance().get());
      return;
    }
    underWay = false;
    copy.sendWritten();
    report().sends(pages);
    handOver.start(to -> vm().moveTo(to, copy), downtime(), elapsed);
    copy.end();
  }

  @Override
  public boolean fail(String why) {
    underWay = false;
    copy.end();
    handOver.fail(why);
    return true;
  }
}
