package dev.vsim.machine.operate;

import dev.vsim.event.EventKind;
import dev.vsim.event.OperationEvent;
import dev.vsim.event.OperationEvent.StopReason;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.machine.virt.Bandwidth;
import dev.vsim.machine.virt.GuestImage;
import dev.vsim.machine.virt.MigrationReport;
import dev.vsim.machine.virt.PagesBehind;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.world.Budget;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Live migration by post-copy: the VM goes at once, and its pages follow in order; one that it
 * refers to before comes first (Hines, Deshpande and Gopalan, Post-Copy Live Migration of Virtual
 * Machines, 2009; rules.md R34, R40).
 */
public final class PostCopy implements Migration, Happening, PagesBehind {
  private static final EventKind REMOTE_FAULT = EventKind.of(OperationEvent.RemoteFault.class);
  private static final long STOPPED = -1;
  private static final long LAST = -2;
  private static final long PER_NANOSECOND = 1000;

  private final HandOver handOver;
  private final long switchTime;
  private final long roundTrip;
  private final EventQueue queue;
  private final Clock clock;
  private final Budget budget;
  private final int total;
  private final BitSet come = new BitSet();
  private final BitSet overwritten = new BitSet();
  private Optional<GuestImage> behind = Optional.empty();
  private boolean underWay = true;
  private long since;
  private long fraction;

  /** The next frame in order, and how many pages have been sent before it, in order or not. */
  private int next;

  private long sent;

  /** How often the order was broken: what was arranged before that has lost its sense. */
  private long generation;

  /**
   * @param switchTime how long handing over takes, in picoseconds
   * @param roundTrip how long it takes to ask for a page, in picoseconds
   */
  public PostCopy(
      HandOver handOver,
      long switchTime,
      long roundTrip,
      EventQueue queue,
      Clock clock,
      Budget budget) {
    this.handOver = handOver;
    this.switchTime = switchTime;
    this.roundTrip = roundTrip;
    this.queue = queue;
    this.clock = clock;
    this.budget = budget;
    this.total = vm().kernel().frames().total();
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

  /** Stops the VM, to go. */
  @Override
  public void begin() {
    handOver.stop(total, StopReason.POSTCOPY);
    arrange(switchTime, STOPPED);
  }

  private Bandwidth bandwidth() {
    return report().bandwidth();
  }

  private void arrange(long picoseconds, long what) {
    queue.in(picoseconds, Phase.COMPLETION, vm().gang().order(), this, what);
  }

  @Override
  public void happen(long what) {
    if (!underWay) {
      return;
    } else if (what == STOPPED) {
      go();
    } else if (what == LAST) {
      end();
    } else if (what == generation) {
      advance();
      arrangeNext();
    }
  }

  private void go() {
    if (handOver.hindrance().isPresent()) {
      fail(handOver.hindrance().get());
      return;
    }
    since = queue.instant();
    fraction = queue.fraction();
    handOver.start(
        to -> behind = Optional.of(vm().goAhead(to, this)),
        switchTime,
        switchTime + bandwidth().time(total));
    budget.charge(image().bytes() + total / Byte.SIZE);
    arrangeNext();
    arrange(bandwidth().time(total), LAST);
  }

  private GuestImage image() {
    return behind.orElseThrow();
  }

  /** The next page that holds something comes at its time. */
  private void arrangeNext() {
    SortedMap<Integer, Optional<byte[]>> later = image().frames().tailMap(next);
    while (!later.isEmpty() && come.get(later.firstKey())) {
      later = later.tailMap(come.nextClearBit(later.firstKey()));
    }
    if (!later.isEmpty()) {
      int frame = later.firstKey();
      int before = frame - next - come.get(next, frame).cardinality();
      long at = bandwidth().time(sent + before + 1);
      arrange(Math.max(0, at - passed()), generation);
    }
  }

  /** Picoseconds since the VM went on. */
  private long passed() {
    return (queue.instant() - since) * PER_NANOSECOND + queue.fraction() - fraction;
  }

  /** What has come by now is there. */
  private void advance() {
    long through = bandwidth().pagesIn(passed());
    for (; sent < through && next < total; sent++) {
      receive(next);
      next = come.nextClearBit(next);
    }
  }

  private void receive(int frame) {
    boolean wanted = lacksStill(frame);
    come.set(frame);
    Optional<byte[]> bytes = image().frames().get(frame);
    if (wanted && bytes != null) {
      vm().receive(frame, bytes);
    }
  }

  private boolean lacksStill(int frame) {
    return frame < total && !come.get(frame) && !overwritten.get(frame);
  }

  @Override
  public boolean lacks(int frame) {
    advance();
    return lacksStill(frame);
  }

  @Override
  public void fetch(int frame) {
    long time = roundTrip + bandwidth().time(1);
    report().faultsRemotely();
    if (handOver.journal().wants(REMOTE_FAULT)) {
      handOver
          .journal()
          .accept(
              new OperationEvent.RemoteFault(
                  vm(), (long) frame << PagingForm.EPT.offsetBits(), time / PER_NANOSECOND));
    }
    clock.advance(time);
    receive(frame);
    next = come.nextClearBit(next);
    sent++;
    generation++;
    arrangeNext();
  }

  @Override
  public void overwritten(int frame) {
    overwritten.set(frame);
  }

  private void end() {
    advance();
    report().sends(total);
    release();
  }

  private void release() {
    underWay = false;
    if (behind.isPresent()) {
      budget.release(image().bytes() + total / Byte.SIZE);
      behind = Optional.empty();
      vm().hasAll();
    }
  }

  /** Once the VM has gone it cannot do without what it has left behind. */
  @Override
  public boolean fail(String why) {
    boolean gone = behind.isPresent();
    release();
    handOver.fail(why);
    return !gone;
  }
}
