package dev.vsim.machine.cpu;

import dev.vsim.machine.time.Happening;
import dev.vsim.value.Subject;
import java.util.Optional;

/** A core of a host: what runs on it, and where its time went. */
public final class Core implements Subject, Happening {
  /** Later than everything. */
  static final long NEVER = Long.MAX_VALUE;

  private final Dispatcher dispatcher;
  private final int number;
  private final String path;
  private HostThread thread;
  private HostThread last;
  private long since;
  private long runsFrom;
  private long accounted;
  private long sliceEnd;
  private long generation;
  private long used;
  private long switching;
  private long idle;

  Core(Dispatcher dispatcher, Subject host, int number, long now) {
    this.dispatcher = dispatcher;
    this.number = number;
    this.path = host.path() + ".core" + number;
    this.since = now;
  }

  @Override
  public String kind() {
    return "core";
  }

  @Override
  public String path() {
    return path;
  }

  /** Its number on the host, from 0. */
  public int number() {
    return number;
  }

  /** What runs on it. */
  public Optional<HostThread> running() {
    return Optional.ofNullable(thread);
  }

  /** Where its time went. */
  public CoreTimes times() {
    return times(dispatcher.now());
  }

  boolean isFree() {
    return thread == null;
  }

  HostThread thread() {
    return thread;
  }

  /** From when the slice counts that ends at {@link #sliceEnd}. */
  long sliceEnd() {
    return sliceEnd;
  }

  /** From when its thread runs, once the core has changed over to it. */
  long runsFrom() {
    return runsFrom;
  }

  /** How much of a time during which its thread was on it went to changing over. */
  long switching(long from, long to) {
    return Math.max(0, Math.min(runsFrom, to) - from);
  }

  /** The nanoseconds that its thread has run and that nobody has been told of. */
  long unaccounted(long now) {
    long ran = pending(now);
    accounted = Math.max(accounted, now);
    return ran;
  }

  /** The same, without telling anybody. */
  long pending(long now) {
    return Math.max(0, now - accounted);
  }

  /** When a piece of work that begins or goes on now will be over. */
  long endOf(long work) {
    return work >= NEVER - accounted ? NEVER : accounted + work;
  }

  /** Whether another thread was on it before. */
  boolean wouldSwitch(HostThread next) {
    return last != null && last != next;
  }

  /** A thread gets it. */
  void take(HostThread next, long now, long switchTime) {
    settle(now);
    runsFrom = now + (wouldSwitch(next) ? switchTime : 0);
    accounted = runsFrom;
    thread = next;
    last = next;
  }

  /** Its slice ends then; {@link #NEVER} for no end. */
  void slice(long end) {
    sliceEnd = end;
  }

  /** Its thread has it no longer. */
  void release(long now) {
    settle(now);
    thread = null;
    generation++;
  }

  /** What was arranged before is void; the number to arrange the next thing under. */
  long arrange() {
    return ++generation;
  }

  @Override
  public void happen(long about) {
    if (about >>> 1 == generation) {
      dispatcher.ring(this, (about & 1) != 0);
    }
  }

  private void settle(long now) {
    CoreTimes times = times(now);
    since = now;
    used = times.used();
    switching = times.switching();
    idle = times.idle();
  }

  private CoreTimes times(long now) {
    long passed = now - since;
    if (thread == null) {
      return new CoreTimes(used, switching, idle + passed);
    }
    long change = switching(since, now);
    return new CoreTimes(used + passed - change, switching + change, idle);
  }
}
