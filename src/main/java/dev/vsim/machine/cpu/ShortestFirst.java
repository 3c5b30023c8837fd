package dev.vsim.machine.cpu;

import java.util.Arrays;

/**
 * Shortest job first: of those that are ready the one with the shortest burst, which then keeps its
 * core until it blocks. It knows how long bursts are, which no real scheduler does.
 */
final class ShortestFirst implements Scheduler {
  private final Roster roster;
  private final ReadyHeap heap;
  private long[] lengths = {};
  private long[] tickets = {};
  private long ticket;

  ShortestFirst(Dispatcher cores, SchedulerOptions options) {
    this.roster = cores.roster();
    this.heap = new ReadyHeap(roster, this::isBefore);
  }

  private boolean isBefore(int one, int other) {
    return lengths[one] != lengths[other]
        ? lengths[one] < lengths[other]
        : tickets[one] < tickets[other];
  }

  @Override
  public void ready(HostThread thread, Reason why) {
    int id = thread.id();
    if (id >= lengths.length) {
      lengths = Arrays.copyOf(lengths, Math.max(16, id * 2));
      tickets = Arrays.copyOf(tickets, lengths.length);
    }
    lengths[id] = thread.left();
    tickets[id] = ticket++;
    heap.add(id);
  }

  @Override
  public void gone(HostThread thread) {
    heap.remove(thread.id());
  }

  @Override
  public boolean isEmpty() {
    return heap.isEmpty();
  }

  @Override
  public void dispatch(Dispatcher cores) {
    cores.fill(this::take);
  }

  private HostThread take(Core core) {
    int id = heap.least(core);
    if (id == ReadyHeap.NONE) {
      return null;
    }
    heap.remove(id);
    return roster.thread(id);
  }
}
