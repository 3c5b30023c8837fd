package dev.vsim.machine.cpu;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Gangs that wait for cores, by where they may run, by how many cores they need, then first come,
 * first served: the first that fits is found without passing over all that do not.
 */
@SuppressWarnings("NonApiType") // nobody but the schedulers sees it
final class GangQueue {
  private final Dispatcher cores;
  private final List<List<TreeMap<Long, Placement>>> lines = new ArrayList<>();
  private int size;

  GangQueue(Dispatcher cores) {
    this.cores = cores;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(Placement gang) {
    if (gang.need() > 0) {
      queue(gang).put(gang.ticket(), gang);
      size++;
    }
  }

  void remove(Placement gang) {
    if (gang.need() > 0 && queue(gang).remove(gang.ticket()) != null) {
      size--;
    }
  }

  /** The first whose threads all find a free core, or null. */
  Placement first() {
    Placement best = null;
    for (int line = 0; line < lines.size(); line++) {
      List<TreeMap<Long, Placement>> needs = lines.get(line);
      int free = Math.min(cores.free(cores.roster().affinity(line)), needs.size() - 1);
      for (int need = 1; need <= free; need++) {
        TreeMap<Long, Placement> queue = needs.get(need);
        if (!queue.isEmpty() && (best == null || queue.firstKey() < best.ticket())) {
          best = queue.firstEntry().getValue();
        }
      }
    }
    return best;
  }

  private TreeMap<Long, Placement> queue(Placement gang) {
    while (lines.size() <= gang.line()) {
      lines.add(new ArrayList<>());
    }
    List<TreeMap<Long, Placement>> needs = lines.get(gang.line());
    while (needs.size() <= gang.need()) {
      needs.add(new TreeMap<>());
    }
    return needs.get(gang.need());
  }
}
