package dev.vsim.machine.cpu;

/**
 * Everybody in turn: one queue, and a core for a slice of time. A slice counts from its dispatch,
 * or all end at multiples of it.
 *
 * <p>The second is how OSTEP's multi.py has it (Arpaci-Dusseau, Operating Systems: Three Easy
 * Pieces, chapter 10). Departs from it nowhere.
 */
final class RoundRobin implements Scheduler {
  private final ReadyQueue queue;
  private final long slice;
  private final boolean global;

  RoundRobin(Dispatcher cores, SchedulerOptions options) {
    this.queue = new ReadyQueue(cores.roster());
    this.slice = options.duration(SchedulerOption.SLICE);
    this.global = options.isTickGlobal();
  }

  @Override
  public void ready(HostThread thread, Reason why) {
    queue.add(thread);
  }

  @Override
  public void gone(HostThread thread) {
    queue.remove(thread);
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public void dispatch(Dispatcher cores) {
    cores.fill(queue::take);
  }

  @Override
  public boolean keeps(Core core) {
    return queue.first(core) == ReadyQueue.NONE;
  }

  @Override
  public long sliceEnd(long now) {
    return now + slice;
  }

  @Override
  public long tick() {
    return global ? slice : 0;
  }
}
