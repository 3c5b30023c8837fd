package dev.vsim.machine.cpu;

import dev.vsim.event.EventKind;
import dev.vsim.event.Hold;
import dev.vsim.event.ProcessorEvent;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Happening;
import dev.vsim.machine.time.Phase;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import dev.vsim.value.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Gives the cores of one host to the threads that are ready, as its {@link Scheduler} says, and
 * keeps account of everybody's time (rules.md R16, R17).
 *
 * <p>Everything here happens inside the event queue, at whole nanoseconds.
 */
public final class Dispatcher {
  private static final EventKind SLICE = EventKind.of(ProcessorEvent.Slice.class);
  private static final EventKind PREEMPT = EventKind.of(ProcessorEvent.Preempt.class);
  private static final EventKind READY_WAIT = EventKind.of(ProcessorEvent.ReadyWait.class);
  private static final EventKind IDLE = EventKind.of(ProcessorEvent.Idle.class);

  /** Roughly what a core takes of the heap. */
  private static final long CORE_BYTES = 192;

  private final EventQueue queue;
  private final Journal journal;
  private final Subject host;
  private final int order;
  private final Roster roster;
  private final SchedulerChoice choice;
  private final Scheduler scheduler;
  private final long switchTime;
  private final long tick;
  private final List<Core> cores = new ArrayList<>();
  private final BitSet free = new BitSet();
  private final History history;
  private final Happening dispatching = about -> dispatch();
  private final Happening ticking = about -> tick();

  /** Who has become ready since the last dispatch, if somebody wants to hear of it. */
  private final List<HostThread> fresh = new ArrayList<>();

  /** Which cores have become free since the last dispatch, if somebody wants to hear of it. */
  private final BitSet freed = new BitSet();

  private boolean dispatchDue;
  private boolean tickDue;
  private long nextTick = Core.NEVER;

  /**
   * @param order of the host among the subjects of events that fall due at one instant; those of
   *     its cores follow
   * @param switchTime what changing over to another thread costs a core, in nanoseconds
   */
  public Dispatcher(
      World world, Subject host, int order, int count, SchedulerChoice choice, long switchTime) {
    world.budget().charge(CORE_BYTES * count);
    this.queue = world.queue();
    this.journal = world.journal();
    this.host = host;
    this.order = order;
    this.choice = choice;
    this.switchTime = switchTime;
    this.history = new History(world.budget());
    this.roster = new Roster(count, world.budget());
    long now = now();
    for (int number = 0; number < count; number++) {
      cores.add(new Core(this, host, number, now));
    }
    free.set(0, count);
    this.scheduler = choice.kind().make(this, choice.options());
    this.tick = scheduler.tick();
  }

  /** Whose cores it gives. */
  public Subject host() {
    return host;
  }

  /** Its cores by number. */
  public List<Core> cores() {
    return List.copyOf(cores);
  }

  /** How its scheduler was chosen. */
  public SchedulerChoice choice() {
    return choice;
  }

  /** Who ran where. */
  public History history() {
    return history;
  }

  /** Where the time of all cores together went. */
  public CoreTimes times() {
    CoreTimes sum = CoreTimes.NONE;
    for (Core core : cores) {
      sum = sum.plus(core.times());
    }
    return sum;
  }

  /** The threads that are on this host. */
  public Roster roster() {
    return roster;
  }

  /** The present, in whole nanoseconds. */
  public long now() {
    return queue.instant();
  }

  /** Why it would not take on a machine's threads, if it would not. */
  public Optional<Refusal> refusal(Gang gang) {
    return scheduler.refusal(gang);
  }

  /**
   * Takes on a machine's threads. Those that have something to do go on when they are {@linkplain
   * #wake woken}.
   *
   * @return why it does not; the machine stays off
   */
  public Optional<Refusal> enter(Gang gang) {
    Optional<Refusal> refusal = scheduler.refusal(gang);
    if (refusal.isPresent()) {
      return refusal;
    }
    long now = now();
    for (HostThread thread : gang.threads()) {
      thread.join(this, roster.enter(thread));
      thread.settle(now, 0);
      thread.become(ThreadState.IDLE);
      scheduler.joins(thread);
    }
    gang.runsOn(this);
    return refusal;
  }

  /** Lets a machine's threads go, wherever they are: it is off. */
  public void leave(Gang gang) {
    release(gang, ThreadState.OFF);
  }

  /**
   * Lets a machine's threads go, with what they had to do: it is suspended, or goes elsewhere. What
   * is reserved for them is free.
   */
  public void suspend(Gang gang) {
    release(gang, ThreadState.HELD);
  }

  /** None of the threads that are still here, which are the host's own, will run again. */
  public void crash() {
    for (Gang gang : roster.gangs()) {
      if (gang.dispatcher().filter(this::equals).isPresent()) {
        leave(gang);
        gang.forgetWork();
      }
    }
  }

  private void release(Gang gang, ThreadState next) {
    for (HostThread thread : gang.threads()) {
      stop(thread, next);
    }
    for (HostThread thread : gang.threads()) {
      scheduler.leaves(thread);
      thread.leave();
    }
    gang.runsOn(null);
  }

  /** A machine's threads lose their cores and get none: it waits. What is reserved stays theirs. */
  public void rest(Gang gang) {
    for (HostThread thread : gang.threads()) {
      stop(thread, ThreadState.HELD);
    }
  }

  /** A machine's threads go on with what they had to do. */
  public void wake(Gang gang) {
    long now = now();
    for (HostThread thread : gang.threads()) {
      thread.settle(now, 0);
      thread.become(thread.work().blocked());
      follow(thread, null);
    }
  }

  Times times(HostThread thread) {
    long now = now();
    return thread.times(now, held(thread, now));
  }

  // ---- What threads ask for.

  /** What a thread has to do has changed; it was about {@code before}. */
  void follow(HostThread thread, Burst before) {
    if (!thread.work().wantsCore()) {
      stop(thread, thread.work().blocked());
    } else if (!thread.isRunnable()) {
      settle(thread, now());
      thread.become(ThreadState.READY);
      await(thread, Scheduler.Reason.WOKEN);
    } else if (thread.state() == ThreadState.RUNNING && thread.work().current() != before) {
      arrange(thread.core());
    }
  }

  /** Holds a thread back, wherever it is. */
  void hold(HostThread thread) {
    if (thread.state() == ThreadState.RUNNING) {
      leave(thread.core());
      tell(PREEMPT, thread.core(), thread);
    } else {
      settle(thread, now());
      scheduler.gone(thread);
    }
    thread.become(ThreadState.CO_STOPPED);
    tellWait(thread, Hold.CO_STOP);
  }

  /** A thread that was held back may run again. */
  void letGo(HostThread thread) {
    settle(thread, now());
    thread.become(ThreadState.READY);
    await(thread, Scheduler.Reason.LET_GO);
  }

  /** A thread has nothing to do any more, whatever it did: it was halted, or its machine is off. */
  void stop(HostThread thread, ThreadState next) {
    if (thread.state() == ThreadState.RUNNING) {
      leave(thread.core());
      scheduler.blocks(thread);
    } else {
      settle(thread, now());
      if (thread.state() == ThreadState.READY) {
        scheduler.gone(thread);
      }
    }
    thread.become(next);
  }

  // ---- What schedulers ask for.

  Core core(int number) {
    return cores.get(number);
  }

  int count() {
    return cores.size();
  }

  /** The first free core that a thread of this affinity may have; there is one. */
  Core firstFree(Affinity affinity) {
    int core = free.nextSetBit(0);
    while (!affinity.allows(core)) {
      core = free.nextSetBit(core + 1);
    }
    return cores.get(core);
  }

  /** How many free cores a thread or gang of this affinity could have. */
  int free(Affinity affinity) {
    int count = 0;
    for (int core = free.nextSetBit(0); core >= 0; core = free.nextSetBit(core + 1)) {
      count += affinity.allows(core) ? 1 : 0;
    }
    return count;
  }

  /** What changing over costs, in nanoseconds. */
  long switchTime() {
    return switchTime;
  }

  /**
   * Something that a scheduler has to look at, at a time that has not passed, before slices end.
   */
  void at(long time, Happening what, long about) {
    queue.at(time, Phase.SLICE_END, order, what, about);
  }

  /** A free core gets a thread. */
  void run(Core core, HostThread thread) {
    long now = now();
    settle(thread, now);
    core.take(thread, now, switchTime);
    thread.takes(core);
    thread.become(ThreadState.RUNNING);
    free.clear(core.number());
    history.begins(core.number(), thread, now);
    slice(core, now);
  }

  /** Chooses a ready thread for a free core, and takes it out of where it queued. */
  @FunctionalInterface
  interface Picker {
    /** The thread, or null if none may run there. */
    HostThread pick(Core core);
  }

  /** Each free core picks, in order of number (rules.md R17). */
  void fill(Picker picker) {
    for (int core = free.nextSetBit(0);
        core >= 0 && !scheduler.isEmpty();
        core = free.nextSetBit(core + 1)) {
      HostThread next = picker.pick(cores.get(core));
      if (next != null) {
        run(cores.get(core), next);
      }
    }
  }

  /** A thread loses its core and is ready. */
  void preempt(Core core) {
    HostThread thread = core.thread();
    leave(core);
    tell(PREEMPT, core, thread);
    thread.become(ThreadState.READY);
    await(thread, Scheduler.Reason.PREEMPTED);
  }

  /** Tells the scheduler of all that ran up to now. */
  void advanceAll() {
    for (Core core : cores) {
      if (!core.isFree()) {
        advance(core);
      }
    }
  }

  /** Asks the scheduler again when the thread on a core has to be looked at. */
  void lookAgain(Core core) {
    arrange(core);
  }

  /** Lets free cores pick, when all else of this instant has happened. */
  void dispatchSoon() {
    if (!dispatchDue) {
      dispatchDue = true;
      queue.at(now(), Phase.DISPATCH, order, dispatching, 0);
    }
  }

  /** Whether free cores have still to pick at this instant. */
  boolean isDispatchDue() {
    return dispatchDue;
  }

  /** What keeps a ready thread from a core other than that they are busy; null for nothing. */
  Hold whyHeld(HostThread thread) {
    return scheduler.hold(thread);
  }

  /** Accounts for a thread's time. */
  void settle(HostThread thread, long now) {
    thread.settle(now, held(thread, now));
    scheduler.settled(thread, now);
  }

  // ---- What falls due.

  /**
   * What was arranged for a core is due.
   *
   * @param burst whether its burst ends; else its slice, or the scheduler wants a look
   */
  void ring(Core core, boolean burst) {
    long now = now();
    advance(core);
    core.thread().ringTimer();
    if (core.thread().left() == 0) {
      endBurst(core, now);
    } else if (burst) {
      // It has become longer since.
      arrange(core);
    } else if (now >= core.sliceEnd()) {
      endSlice(core, now);
    } else if (scheduler.mayGoOn(core)) {
      arrange(core);
    } else {
      preempt(core);
    }
  }

  private void endBurst(Core core, long now) {
    HostThread thread = core.thread();
    Work work = thread.work();
    thread.endBurst(now);
    if (work.wantsCore()) {
      arrange(core);
      return;
    }
    leave(core);
    thread.become(work.blocked());
    scheduler.blocks(thread);
  }

  private void endSlice(Core core, long now) {
    if (scheduler.keeps(core)) {
      slice(core, now);
    } else {
      preempt(core);
    }
  }

  /** All slices end (a global tick). */
  private void tick() {
    tickDue = false;
    boolean waited = !scheduler.isEmpty();
    advanceAll();
    scheduler.ticks();
    for (Core core : cores) {
      if (!core.isFree()) {
        HostThread thread = core.thread();
        leave(core);
        if (waited) {
          tell(PREEMPT, core, thread);
        }
        thread.become(ThreadState.READY);
        await(thread, Scheduler.Reason.PREEMPTED);
      }
    }
    if (!scheduler.isEmpty()) {
      dispatchSoon();
      tickSoon();
    }
  }

  private void dispatch() {
    dispatchDue = false;
    scheduler.dispatch(this);
    for (int core = freed.nextSetBit(0); core >= 0; core = freed.nextSetBit(core + 1)) {
      if (free.get(core) && journal.wants(IDLE)) {
        journal.accept(new ProcessorEvent.Idle(host, core));
      }
    }
    freed.clear();
    for (HostThread thread : fresh) {
      if (thread.state() == ThreadState.READY) {
        tellWait(thread, whyHeld(thread));
      }
    }
    fresh.clear();
  }

  // ---- The single steps.

  private void await(HostThread thread, Scheduler.Reason why) {
    scheduler.ready(thread, why);
    if (journal.wants(READY_WAIT)) {
      fresh.add(thread);
    }
    dispatchSoon();
    tickSoon();
  }

  private void tickSoon() {
    if (tick > 0 && !tickDue) {
      tickDue = true;
      nextTick = Math.min((now() / tick + 1) * tick, EventQueue.END);
      queue.at(nextTick, Phase.SLICE_END, order, ticking, 0);
    }
  }

  /** A thread has its core no longer; its time is accounted for. */
  private void leave(Core core) {
    long now = now();
    HostThread thread = core.thread();
    advance(core);
    settle(thread, now);
    core.release(now);
    history.ends(core.number(), now);
    free.set(core.number());
    freed.set(core.number());
    dispatchSoon();
  }

  private void slice(Core core, long now) {
    core.slice(tick > 0 ? nextTick : scheduler.sliceEnd(now));
    tell(SLICE, core, core.thread());
    arrange(core);
  }

  /** Takes what a thread has run up to now off its work. */
  void advance(Core core) {
    long ran = core.unaccounted(now());
    if (ran > 0) {
      HostThread thread = core.thread();
      thread.ran(ran);
      scheduler.ran(thread, ran);
    }
  }

  /** Puts into the queue what will happen to a core next. */
  private void arrange(Core core) {
    Burst burst = core.thread().work().current();
    burst.owner().begins(Math.max(now(), core.runsFrom()));
    long number = core.arrange();
    long burstEnd = core.endOf(burst.left());
    long timer = core.endOf(core.thread().untilTimer());
    long other = Math.min(Math.min(core.sliceEnd(), timer), scheduler.lookAt(core));
    if (burstEnd <= other && burstEnd < EventQueue.END) {
      queue.at(burstEnd, Phase.BURST_END, order + 1 + core.number(), core, number << 1 | 1);
    } else if (other < EventQueue.END && other != nextTick) {
      queue.at(other, Phase.SLICE_END, order + 1 + core.number(), core, number << 1);
    }
  }

  private long held(HostThread thread, long now) {
    return thread.state() == ThreadState.READY ? scheduler.held(thread, now) : 0;
  }

  private void tell(EventKind kind, Core core, HostThread thread) {
    if (journal.wants(kind)) {
      journal.accept(
          kind == SLICE
              ? new ProcessorEvent.Slice(host, core.number(), thread.subject())
              : new ProcessorEvent.Preempt(host, core.number(), thread.subject()));
    }
  }

  private void tellWait(HostThread thread, Hold reason) {
    if (journal.wants(READY_WAIT)) {
      journal.accept(new ProcessorEvent.ReadyWait(host, thread.subject(), reason));
    }
  }
}
