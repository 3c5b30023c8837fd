package dev.vsim.machine.cpu;

import dev.vsim.machine.time.EventQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Round robin, but a vCPU that is too far ahead of its slowest sibling is held back until that has
 * caught up: the guest's vCPUs stay about as far as each other without having to run at once.
 *
 * <p>VMware, The CPU Scheduler in VMware ESX 4, 2009, chapter 3. Departs from it in that progress
 * is looked at each millisecond, and that idle time alone counts beside time used.
 */
final class Relaxed implements Scheduler {
  /** How often progress is looked at. */
  private static final long PERIOD = 1_000_000;

  private final Dispatcher cores;
  private final ReadyQueue queue;
  private final long slice;
  private final long skew;

  /** Machines in which somebody's progress or state has changed since it was looked at. */
  private final TreeSet<Gang> changed =
      new TreeSet<>((one, other) -> Integer.compare(one.order(), other.order()));

  private boolean lookDue;

  Relaxed(Dispatcher cores, SchedulerOptions options) {
    this.cores = cores;
    this.queue = new ReadyQueue(cores.roster());
    this.slice = options.duration(SchedulerOption.SLICE);
    this.skew = options.duration(SchedulerOption.SKEW);
  }

  @Override
  public void ready(HostThread thread, Reason why) {
    queue.add(thread);
    changes(thread);
  }

  @Override
  public void gone(HostThread thread) {
    queue.remove(thread);
    changes(thread);
  }

  @Override
  public void blocks(HostThread thread) {
    changes(thread);
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public void dispatch(Dispatcher host) {
    host.fill(queue::take);
  }

  @Override
  public boolean keeps(Core core) {
    return queue.first(core) == ReadyQueue.NONE;
  }

  @Override
  public long sliceEnd(long now) {
    return now + slice;
  }

  private void changes(HostThread thread) {
    if (thread.gang().threads().size() > 1) {
      changed.add(thread.gang());
      if (!lookDue) {
        lookDue = true;
        long next = (cores.now() / PERIOD + 1) * PERIOD;
        cores.at(Math.min(next, EventQueue.END), about -> look(), 0);
      }
    }
  }

  /** Looks at everybody whose progress may have changed. */
  private void look() {
    lookDue = false;
    List<Gang> due = new ArrayList<>(changed);
    changed.clear();
    for (Gang gang : due) {
      compare(gang);
    }
    for (int core = 0; core < cores.count(); core++) {
      cores.core(core).running().ifPresent(this::changes);
    }
  }

  private void compare(Gang gang) {
    long slowest = Long.MAX_VALUE;
    for (HostThread thread : gang.threads()) {
      if (thread.isRunnable()) {
        slowest = Math.min(slowest, progress(thread));
      }
    }
    for (HostThread thread : gang.threads()) {
      boolean held = thread.state() == ThreadState.CO_STOPPED;
      if (held && progress(thread) - slowest <= skew / 2) {
        cores.letGo(thread);
      } else if (!held && thread.isRunnable() && progress(thread) - slowest > skew) {
        cores.hold(thread);
      }
    }
  }

  private static long progress(HostThread thread) {
    Times times = thread.times();
    return times.used() + times.idle();
  }
}
