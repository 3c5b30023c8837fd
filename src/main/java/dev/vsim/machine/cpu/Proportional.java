package dev.vsim.machine.cpu;

import dev.vsim.event.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Processor time in proportion to shares: the ready vCPU that has had least for its shares runs
 * next; what is reserved for one comes before all shares, and its limit ends them.
 *
 * <p>The rule of shares is that of stride scheduling (Waldspurger and Weihl, MIT/LCS/TM-528, 1995).
 * Reservations hold in windows; among those that are owed time, the one that is owed most goes
 * first, and whoever would come too late otherwise takes a core at once, which gives everybody what
 * is due wherever that is possible at all, since all windows end together (compare Cho et al.,
 * EDZL, RTCSA 2002).
 */
final class Proportional implements Scheduler {
  private final Dispatcher cores;
  private final Roster roster;
  private final Entitlements entitled;
  private final ReadyHeap byShare;
  private final ReadyHeap owed;
  private final long slice;

  /** Threads whose limit is reached in this window. */
  private final List<HostThread> limited = new ArrayList<>();

  /** Threads with a reservation or a limit. */
  private final List<HostThread> windowed = new ArrayList<>();

  private boolean windowDue;
  private long alarm = -1;

  Proportional(Dispatcher cores, SchedulerOptions options) {
    this.cores = cores;
    this.roster = cores.roster();
    this.entitled = new Entitlements(roster);
    this.byShare = new ReadyHeap(roster, entitled::hasHadLess);
    this.owed = new ReadyHeap(roster, entitled::isOwedMore);
    this.slice = options.duration(SchedulerOption.SLICE);
  }

  @Override
  public Optional<Refusal> refusal(Gang gang) {
    long sum = gang.settings().reservation() * gang.threads().size();
    for (HostThread thread : windowed) {
      sum += thread.gang().settings().reservation();
    }
    boolean fits = sum <= CpuSettings.WINDOW * cores.count();
    return fits ? Optional.empty() : Optional.of(Refusal.RESERVATION);
  }

  @Override
  public void joins(HostThread thread) {
    entitled.enter(thread);
    if (thread.gang().settings().isWindowed()) {
      windowed.add(thread);
    }
  }

  @Override
  public void leaves(HostThread thread) {
    windowed.remove(thread);
  }

  @Override
  public void ready(HostThread thread, Reason why) {
    entitled.await(thread.id(), cores.now());
    if (why == Reason.WOKEN) {
      raise(thread.id());
    }
    if (thread.gang().settings().isWindowed()) {
      windowSoon();
    }
    if (entitled.isOverLimit(thread.id())) {
      limited.add(thread);
    } else {
      queue(thread.id());
    }
  }

  private void queue(int id) {
    byShare.add(id);
    if (entitled.owed(id) > 0) {
      owed.add(id);
    }
  }

  /** Who was away does not get what others had meanwhile. */
  private void raise(int id) {
    int least = byShare.least();
    if (least == ReadyHeap.NONE) {
      least = leastRunning();
    }
    if (least != ReadyHeap.NONE) {
      entitled.raise(id, least);
    }
  }

  private int leastRunning() {
    int least = ReadyHeap.NONE;
    cores.advanceAll();
    for (int core = 0; core < cores.count(); core++) {
      if (!cores.core(core).isFree()) {
        int id = cores.core(core).thread().id();
        least = least == ReadyHeap.NONE || entitled.hasHadLess(id, least) ? id : least;
      }
    }
    return least;
  }

  @Override
  public void gone(HostThread thread) {
    int id = thread.id();
    if (byShare.contains(id)) {
      take(id);
    } else {
      limited.remove(thread);
    }
  }

  private HostThread take(int id) {
    byShare.remove(id);
    if (owed.contains(id)) {
      owed.remove(id);
    }
    return roster.thread(id);
  }

  @Override
  public boolean isEmpty() {
    return byShare.isEmpty();
  }

  @Override
  public void dispatch(Dispatcher host) {
    host.fill(this::pick);
    serveOwed();
  }

  private HostThread pick(Core core) {
    int id = owed.least(core);
    if (id == ReadyHeap.NONE) {
      id = byShare.least(core);
    }
    return id == ReadyHeap.NONE ? null : take(id);
  }

  /** Whoever is owed time takes a core from those that are owed none, or can wait longer. */
  private void serveOwed() {
    while (!owed.isEmpty()) {
      int first = owed.least();
      Core victim = victim(first);
      if (victim == null) {
        return;
      }
      cores.preempt(victim);
      cores.run(victim, take(first));
    }
  }

  private Core victim(int first) {
    cores.advanceAll();
    Core best = null;
    for (int core = 0; core < cores.count(); core++) {
      Core one = cores.core(core);
      boolean allowed = roster.affinity(roster.line(first)).allows(core) && !one.isFree();
      if (allowed && (best == null || owed(one) < owed(best))) {
        best = one;
      }
    }
    if (best == null || owed(best) == 0) {
      return best;
    }
    return !canWait(first) && owed(best) < entitled.owed(first) ? best : null;
  }

  private long owed(Core core) {
    return entitled.owed(core.thread().id());
  }

  /** Whether it gets what it is owed without running now; it is looked at again when it must. */
  private boolean canWait(int id) {
    long now = cores.now();
    long latest = Entitlements.windowEnd(now) - entitled.owed(id) - cores.switchTime();
    if (now >= latest) {
      return false;
    }
    if (alarm != latest) {
      alarm = latest;
      cores.at(latest, about -> cores.dispatchSoon(), 0);
    }
    return true;
  }

  @Override
  public boolean keeps(Core core) {
    int id = core.thread().id();
    int first = owed.least(core);
    if (first != ReadyHeap.NONE) {
      return entitled.isOwedMore(id, first);
    }
    int next = byShare.least(core);
    return entitled.owed(id) > 0 || next == ReadyHeap.NONE || entitled.hasHadLessThan(id, next);
  }

  @Override
  public long sliceEnd(long now) {
    return now + slice;
  }

  @Override
  public void ran(HostThread thread, long nanoseconds) {
    entitled.ran(thread.id(), nanoseconds, cores.now());
  }

  @Override
  public long lookAt(Core core) {
    HostThread thread = core.thread();
    if (!thread.gang().settings().isWindowed()) {
      return Core.NEVER;
    }
    entitled.turn(thread.id(), cores.now());
    long until = entitled.untilLimit(thread.id());
    long owedNow = entitled.owed(thread.id());
    return Math.min(core.endOf(until), owedNow > 0 ? core.endOf(owedNow) : Core.NEVER);
  }

  @Override
  public boolean mayGoOn(Core core) {
    int id = core.thread().id();
    return !entitled.isOverLimit(id)
        && (entitled.owed(id) > 0 || owed.least(core) == ReadyHeap.NONE);
  }

  @Override
  public Hold hold(HostThread thread) {
    return entitled.isOverLimit(thread.id()) ? Hold.LIMIT : null;
  }

  private void windowSoon() {
    if (!windowDue) {
      windowDue = true;
      cores.at(Entitlements.windowEnd(cores.now()), about -> window(), 0);
    }
  }

  /** A window begins. */
  private void window() {
    windowDue = false;
    cores.advanceAll();
    List<HostThread> released = List.copyOf(limited);
    limited.clear();
    for (HostThread thread : windowed) {
      renew(thread);
    }
    released.forEach(thread -> queue(thread.id()));
    cores.dispatchSoon();
  }

  private void renew(HostThread thread) {
    int id = thread.id();
    boolean queued = byShare.contains(id);
    if (queued) {
      take(id);
    }
    entitled.turn(id, cores.now());
    if (queued) {
      queue(id);
    }
    if (thread.state() == ThreadState.RUNNING) {
      cores.lookAgain(thread.core());
    }
    if (thread.state() == ThreadState.RUNNING || thread.state() == ThreadState.READY) {
      windowSoon();
    }
  }
}
