package dev.vsim.machine.cpu;

import dev.vsim.event.Hold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Strict co-scheduling: the vCPUs of a VM that are ready run all at once or not at all. At each
 * tick the VMs that ran go to the tail of the queue, and from the head each one is placed whose
 * vCPUs fit into the cores that are free.
 *
 * <p>Gang scheduling as in Ousterhout, Scheduling Techniques for Concurrent Systems, ICDCS 1982,
 * and ESX 2. A vCPU that wakes up while its VM has cores gets one that is free, or waits for the
 * tick.
 */
final class CoScheduled implements Scheduler {
  private final Dispatcher cores;
  private final Roster roster;
  private final long slice;
  private final IdleCores idle;
  private final GangQueue waiting;
  private final Set<Placement> placed = new LinkedHashSet<>();
  private final List<HostThread> stragglers = new ArrayList<>();
  private Placement[] placements = {};
  private long ticket;

  CoScheduled(Dispatcher cores, SchedulerOptions options) {
    this.cores = cores;
    this.roster = cores.roster();
    this.slice = options.duration(SchedulerOption.SLICE);
    this.idle = new IdleCores(cores);
    this.waiting = new GangQueue(cores);
  }

  @Override
  public long tick() {
    return slice;
  }

  @Override
  public Optional<Refusal> refusal(Gang gang) {
    boolean fits = gang.threads().size() <= gang.settings().affinity().count(cores.count());
    return fits ? Optional.empty() : Optional.of(Refusal.CORES);
  }

  @Override
  public void joins(HostThread thread) {
    int id = thread.id();
    if (id >= placements.length) {
      placements = Arrays.copyOf(placements, Math.max(16, id * 2));
    }
    placements[id] =
        thread.number() == 0
            ? new Placement(roster.line(id), thread.gang().threads().size())
            : placements[id - 1];
  }

  @Override
  public boolean isEmpty() {
    return waiting.isEmpty() && stragglers.isEmpty();
  }

  @Override
  public void ready(HostThread thread, Reason why) {
    Placement gang = placements[thread.id()];
    if (gang.isPlaced()) {
      stragglers.add(thread);
    } else {
      join(gang, thread);
    }
  }

  @Override
  public void gone(HostThread thread) {
    Placement gang = placements[thread.id()];
    if (!stragglers.remove(thread)) {
      change(gang, () -> gang.remove(thread));
    }
  }

  @Override
  public void blocks(HostThread thread) {
    Placement gang = placements[thread.id()];
    gang.stops();
    if (!gang.isPlaced()) {
      placed.remove(gang);
      rejoin();
    }
  }

  @Override
  public void ticks() {
    for (Placement gang : placed) {
      gang.loseCores(ticket++);
    }
    placed.clear();
    rejoin();
  }

  /** Those that woke up while their VM had cores, and whose VM has them no longer. */
  private void rejoin() {
    List<HostThread> late = List.copyOf(stragglers);
    stragglers.clear();
    late.forEach(thread -> ready(thread, Reason.WOKEN));
  }

  private void join(Placement gang, HostThread thread) {
    change(gang, () -> gang.add(thread, ticket));
    ticket++;
  }

  /** Changes who of a VM waits, and with it which of its vCPUs count as co-stopped. */
  private void change(Placement gang, Runnable how) {
    long now = cores.now();
    gang.waiting().forEach(thread -> cores.settle(thread, now));
    waiting.remove(gang);
    how.run();
    waiting.add(gang);
    gang.waiting().forEach(thread -> settled(thread, now));
  }

  @Override
  public void dispatch(Dispatcher host) {
    idle.advance(host.now());
    host.fill(this::straggler);
    for (Placement next = waiting.first(); next != null; next = waiting.first()) {
      place(next);
    }
    idle.count();
  }

  private HostThread straggler(Core core) {
    for (HostThread thread : stragglers) {
      if (thread.gang().settings().affinity().allows(core.number())) {
        stragglers.remove(thread);
        placements[thread.id()].starts(1);
        return thread;
      }
    }
    return null;
  }

  private void place(Placement gang) {
    waiting.remove(gang);
    List<HostThread> all = List.copyOf(gang.waiting());
    for (HostThread thread : all) {
      cores.run(cores.firstFree(thread.gang().settings().affinity()), thread);
    }
    gang.starts(all.size());
    gang.place();
    placed.add(gang);
  }

  @Override
  public long held(HostThread thread, long now) {
    Placement gang = placements[thread.id()];
    int rank = gang.rank(thread);
    return rank < 0 ? 0 : idle.beyond(gang.line(), rank, now) - gang.mark(thread);
  }

  @Override
  public void settled(HostThread thread, long now) {
    Placement gang = placements[thread.id()];
    int rank = gang.rank(thread);
    if (rank >= 0) {
      gang.mark(thread, idle.beyond(gang.line(), rank, now));
    }
  }

  @Override
  public Hold hold(HostThread thread) {
    Placement gang = placements[thread.id()];
    int rank = gang.rank(thread);
    return rank >= 0 && rank < idle.now(gang.line()) ? Hold.CO_STOP : null;
  }
}
