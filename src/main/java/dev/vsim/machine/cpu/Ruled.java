package dev.vsim.machine.cpu;

import java.util.ArrayList;
import java.util.List;

/**
 * A scheduler whose rule comes from outside: for each free core it asks which of the threads that
 * are ready, and may run there, gets it; slices end as with round robin.
 */
public final class Ruled implements Scheduler {
  private final Rule rule;
  private final long slice;
  private final List<HostThread> ready = new ArrayList<>();

  /** Which thread a core gets. */
  @FunctionalInterface
  public interface Rule {
    /**
     * Chooses one of these, or null to leave the core idle.
     *
     * @param ready those that may run there, who has been ready longest first; never empty
     */
    HostThread pick(Core core, List<HostThread> ready);
  }

  public Ruled(Rule rule, SchedulerOptions options) {
    this.rule = rule;
    this.slice = options.duration(SchedulerOption.SLICE);
  }

  @Override
  public void ready(HostThread thread, Reason why) {
    ready.add(thread);
  }

  @Override
  public void gone(HostThread thread) {
    ready.remove(thread);
  }

  @Override
  public boolean isEmpty() {
    return ready.isEmpty();
  }

  @Override
  public void dispatch(Dispatcher cores) {
    cores.fill(this::pick);
  }

  private HostThread pick(Core core) {
    List<HostThread> candidates = candidates(core);
    HostThread next = candidates.isEmpty() ? null : rule.pick(core, candidates);
    if (next != null) {
      ready.remove(next);
    }
    return next;
  }

  private List<HostThread> candidates(Core core) {
    return ready.stream()
        .filter(t -> t.gang().settings().affinity().allows(core.number()))
        .toList();
  }

  @Override
  public boolean keeps(Core core) {
    return candidates(core).isEmpty();
  }

  @Override
  public long sliceEnd(long now) {
    return now + slice;
  }
}
