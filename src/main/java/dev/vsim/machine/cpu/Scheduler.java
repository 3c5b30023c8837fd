package dev.vsim.machine.cpu;

import dev.vsim.event.Hold;
import java.util.Optional;

/**
 * Which of the threads that are ready gets a core, and for how long. One object serves one {@link
 * Dispatcher}.
 */
public interface Scheduler {
  /** A thread is ready. */
  void ready(HostThread thread, Reason why);

  /** A thread that was ready is so no longer, without having been picked: it was held or halted. */
  void gone(HostThread thread);

  /** Whether no thread is ready that could be picked now. */
  boolean isEmpty();

  /** Gives free cores to threads, with {@link Dispatcher#run} or {@link Dispatcher#fill}. */
  void dispatch(Dispatcher cores);

  /** Whether the thread on a core whose slice is over goes on, since none comes before it. */
  default boolean keeps(Core core) {
    return true;
  }

  /** When a slice ends that begins now, {@link Core#NEVER} for never. */
  default long sliceEnd(long now) {
    return Core.NEVER;
  }

  /** Why a thread is ready. */
  enum Reason {
    /** It had nothing to do, or waited. */
    WOKEN,
    /** It had a core and has lost it. */
    PREEMPTED,
    /** It was held back. */
    LET_GO
  }

  /** The length of the tick at which all slices end, 0 where each ends by itself. */
  default long tick() {
    return 0;
  }

  /** All slices end now: before any thread is told to be ready. */
  default void ticks() {
    // Most schedulers know no tick.
  }

  /** A thread on a core blocks: it has nothing to do, or waits. */
  default void blocks(HostThread thread) {
    // Most schedulers forget who is not ready.
  }

  /** A thread has run. */
  default void ran(HostThread thread, long nanoseconds) {
    // Most schedulers do not count.
  }

  /** When the thread on a core is to be looked at before its slice ends. */
  default long lookAt(Core core) {
    return Core.NEVER;
  }

  /** Whether the thread on a core may go on, at the time that {@link #lookAt} has given. */
  default boolean mayGoOn(Core core) {
    return true;
  }

  /** What keeps a ready thread from being picked other than that cores are busy. */
  default Hold hold(HostThread thread) {
    return null;
  }

  /** How much of the time since it last was settled counts as co-stop, while it is ready. */
  default long held(HostThread thread, long now) {
    return 0;
  }

  /** A thread's time was accounted for. */
  default void settled(HostThread thread, long now) {
    // Most schedulers hold nobody.
  }

  /** Why a machine cannot be served; asked before its threads join. */
  default Optional<Refusal> refusal(Gang gang) {
    return Optional.empty();
  }

  /** A thread joins the host. */
  default void joins(HostThread thread) {
    // Most schedulers get to know threads when they are ready.
  }

  /** A thread leaves the host. */
  default void leaves(HostThread thread) {
    // The same.
  }
}
