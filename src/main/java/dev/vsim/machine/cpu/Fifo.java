package dev.vsim.machine.cpu;

/** First come, first served: who has a core keeps it until it blocks. */
final class Fifo implements Scheduler {
  private final ReadyQueue queue;

  Fifo(Dispatcher cores, SchedulerOptions options) {
    this.queue = new ReadyQueue(cores.roster());
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
}
