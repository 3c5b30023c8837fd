package dev.vsim.machine.cpu;

import dev.vsim.machine.world.Budget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The threads on one host by number, and the lines in which they queue: one for each affinity that
 * any of them has, so that a core looks only at those that it may run.
 */
public final class Roster {
  /** A thread in each of the arrays that queues keep by number. */
  private static final long BYTES = 48;

  private final int cores;
  private final Budget budget;
  private final List<HostThread> threads = new ArrayList<>();
  private final List<Affinity> affinities = new ArrayList<>();
  private int[] lineOf = {};
  private int[][] linesFor;

  Roster(int cores, Budget budget) {
    this.cores = cores;
    this.budget = budget;
    this.linesFor = new int[cores][0];
  }

  /** The machines and tasks whose threads are on this host, in the order in which they came. */
  public List<Gang> gangs() {
    return threads.stream().map(HostThread::gang).distinct().toList();
  }

  /** How many threads there have been. */
  int size() {
    return threads.size();
  }

  HostThread thread(int id) {
    return threads.get(id);
  }

  /** The line of a thread. */
  int line(int id) {
    return lineOf[id];
  }

  /** How many lines there are. */
  int lines() {
    return affinities.size();
  }

  Affinity affinity(int line) {
    return affinities.get(line);
  }

  /** The lines of which a core may take. */
  int[] linesFor(Core core) {
    return linesFor[core.number()];
  }

  /** Gives a thread its number. */
  int enter(HostThread thread) {
    budget.charge(BYTES);
    int id = threads.size();
    threads.add(thread);
    if (id == lineOf.length) {
      lineOf = Arrays.copyOf(lineOf, Math.max(16, id * 2));
    }
    lineOf[id] = lineFor(thread.gang().settings().affinity());
    return id;
  }

  private int lineFor(Affinity affinity) {
    int known = affinities.indexOf(affinity);
    if (known >= 0) {
      return known;
    }
    int line = affinities.size();
    budget.charge((long) affinity.count(cores) * Integer.BYTES);
    affinities.add(affinity);
    for (int core = 0; core < cores; core++) {
      if (affinity.allows(core)) {
        int[] before = linesFor[core];
        linesFor[core] = Arrays.copyOf(before, before.length + 1);
        linesFor[core][before.length] = line;
      }
    }
    return line;
  }
}
