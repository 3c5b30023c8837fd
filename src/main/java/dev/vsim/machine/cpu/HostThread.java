package dev.vsim.machine.cpu;

import dev.vsim.value.Subject;

/**
 * What a host's scheduler gives cores to: a vCPU, or a task of the host itself. A hypervisor such
 * as KVM has a thread for each.
 */
public final class HostThread {
  /** Roughly what one takes of the heap, with its work and its place in the queues. */
  static final long BYTES = 160;

  private final Subject subject;
  private final Gang gang;
  private final int number;
  private final Work work = new Work();
  private Dispatcher dispatcher;
  private int id;
  private Core core;
  private boolean betweenBursts;
  private GuestTimer timer;
  private ThreadState state = ThreadState.OFF;
  private long since;
  private long used;
  private long ready;
  private long coStop;
  private long waiting;
  private long idle;

  /**
   * @param subject the vCPU or task that it is
   * @param number among the threads of its gang, from 0
   */
  HostThread(Subject subject, Gang gang, int number) {
    this.subject = subject;
    this.gang = gang;
    this.number = number;
  }

  /** The vCPU or task that it is. */
  public Subject subject() {
    return subject;
  }

  /** The threads of its machine, itself among them. */
  public Gang gang() {
    return gang;
  }

  /** Its number in its gang, from 0. */
  public int number() {
    return number;
  }

  public ThreadState state() {
    return state;
  }

  /** Where its time went. */
  public Times times() {
    return dispatcher == null ? settled() : dispatcher.times(this);
  }

  /** Its number among the threads of its host: what queues know it by. */
  int id() {
    return id;
  }

  /** The core that it is on. */
  Core core() {
    return core;
  }

  Work work() {
    return work;
  }

  /** Counts its time on cores with this timer. */
  public void countWith(GuestTimer one) {
    timer = one;
  }

  /** How much longer it runs until its timer rings. */
  long untilTimer() {
    return timer == null ? Core.NEVER : timer.left();
  }

  /** It has run. */
  void ran(long nanoseconds) {
    work.current().run(nanoseconds);
    if (timer != null) {
      timer.passes(nanoseconds);
    }
  }

  /** Its timer rings if it is due. */
  void ringTimer() {
    if (timer != null && timer.left() == 0) {
      timer.ring();
    }
  }

  /** What a burst has had beyond what it knows of, in nanoseconds. */
  long pending(Burst burst) {
    return state == ThreadState.RUNNING && work.current() == burst
        ? core.pending(dispatcher.now())
        : 0;
  }

  // ---- What there is to do.

  /** Queues work behind what there is to do; a machine that is off gets none. */
  void give(Burst burst, long nanoseconds) {
    if (state != ThreadState.OFF) {
      Burst before = prepare();
      work.add(burst, nanoseconds);
      follow(before);
    }
  }

  /** What there is to do where there is nothing else; null for nothing. */
  void keepBusy(Burst endless) {
    if (state != ThreadState.OFF) {
      Burst before = prepare();
      work.background(endless);
      follow(before);
    }
  }

  /** I/O has begun for which some work waits. */
  void beginInput() {
    work.beginInput();
  }

  /** I/O is over. */
  void endInput() {
    Burst before = prepare();
    work.endInput();
    follow(before);
  }

  /** The guest halts it, or an interrupt lets it go on. */
  public void halt(boolean now) {
    Burst before = prepare();
    work.halt(now);
    follow(before);
  }

  /** Its burst is over, which may bring it other work. */
  void endBurst(long now) {
    betweenBursts = true;
    work.finish().owner().ends(now);
    betweenBursts = false;
  }

  /** Accounts for what it is about, which is about to change. */
  private Burst prepare() {
    if (state == ThreadState.RUNNING && !betweenBursts) {
      dispatcher.advance(core);
    }
    return work.current();
  }

  private void follow(Burst before) {
    if (state != ThreadState.OFF && !isHeld() && !betweenBursts) {
      dispatcher.follow(this, before);
    }
  }

  /** Whether it could run if it had a core, or has one. */
  boolean isRunnable() {
    return switch (state) {
      case READY, RUNNING, CO_STOPPED -> true;
      case OFF, HELD, IDLE, WAITING -> false;
    };
  }

  /** Whether its machine is paused or suspended. */
  boolean isHeld() {
    return state == ThreadState.HELD;
  }

  /** How much longer its current burst runs, in nanoseconds. */
  public long left() {
    Burst burst = work.current();
    return burst == null ? 0 : burst.left();
  }

  /** What was accounted for. */
  private Times settled() {
    return new Times(used, ready, coStop, waiting, idle);
  }

  /** A host takes it on, off as it is. */
  void join(Dispatcher host, int number) {
    dispatcher = host;
    id = number;
  }

  void leave() {
    dispatcher = null;
  }

  /** A change of state, everything before being accounted for. */
  void become(ThreadState next) {
    state = next;
  }

  void takes(Core one) {
    core = one;
  }

  /**
   * Accounts for the time since it last was.
   *
   * @param held how much of it counts as co-stop while it was ready
   */
  void settle(long now, long held) {
    Times times = times(now, held);
    since = now;
    used = times.used();
    ready = times.ready();
    coStop = times.coStop();
    waiting = times.waiting();
    idle = times.idle();
  }

  /** What would be accounted for by now. */
  Times times(long now, long held) {
    long passed = now - since;
    return switch (state) {
      case OFF, HELD -> settled();
      case IDLE -> new Times(used, ready, coStop, waiting, idle + passed);
      case WAITING -> new Times(used, ready, coStop, waiting + passed, idle);
      case READY -> new Times(used, ready + passed - held, coStop + held, waiting, idle);
      case CO_STOPPED -> new Times(used, ready, coStop + passed, waiting, idle);
      case RUNNING -> {
        long switching = core.switching(since, now);
        yield new Times(used + passed - switching, ready + switching, coStop, waiting, idle);
      }
    };
  }
}
