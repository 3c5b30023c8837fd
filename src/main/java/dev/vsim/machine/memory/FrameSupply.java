package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds frames for pages: free ones, else those of victims, else those of a process that is ended
 * for them.
 */
final class FrameSupply {
  private static final EventKind OUT_OF_MEMORY = EventKind.of(MemoryEvent.OutOfMemory.class);

  private final Kernel kernel;
  private final FrameTable frames;
  private final Eviction eviction;
  private final Journal journal;

  FrameSupply(Kernel kernel, World world) {
    this.kernel = kernel;
    this.frames = kernel.frames();
    this.eviction = new Eviction(kernel, world);
    this.journal = world.journal();
  }

  /**
   * A frame for a page of the process; {@link FrameTable#NONE} if the process was ended instead.
   */
  int frameFor(Process process, long page) {
    process.frameSet().wanted(process.id(), page);
    int count = kernel.framesOf(page);
    while (!tablesFor(process, page) || !roomFor(process, count)) {
      if (outOfMemory(process) == process) {
        return FrameTable.NONE;
      }
    }
    return take(process, page, count);
  }

  private int take(Process process, long page, int count) {
    int frame = frames.takeLowest(process.id(), page, count);
    clean(frame, count);
    return frame;
  }

  /** What free frames were given is nobody's business. */
  void clean(int frame, int count) {
    for (int i = frame; i < frame + count && frames.isUnclean(); i++) {
      kernel.memory().take(i);
    }
  }

  /** Tables among ordinary frames come before the page, since they may need its frame. */
  private static boolean tablesFor(Process process, long page) {
    PageTable table = process.table();
    return !table.isInMemory() || table.makeTables(page);
  }

  /** Frames in a row for a table among ordinary frames; −1 if nothing can be evicted for them. */
  int frameForTable(int owner, int count) {
    int frame = frames.takeLowestForTable(owner, count);
    while (frame == FrameTable.NONE && roomInKernelSet()) {
      frame = frames.takeLowestForTable(owner, count);
    }
    return frame;
  }

  /**
   * A frame for a copy of the page in a frame that is shared: that frame itself if nobody else has
   * it any more, {@link FrameTable#NONE} if the process was ended instead.
   */
  int frameForCopy(Process process, long page, int source) {
    process.frameSet().wanted(process.id(), page);
    int count = kernel.framesOf(page);
    while (frames.isShared(source)) {
      if (roomForCopy(process, source, count)) {
        return frames.isShared(source) ? take(process, page, count) : source;
      } else if (outOfMemory(process) == process) {
        return FrameTable.NONE;
      }
    }
    return source;
  }

  /**
   * Makes it so that one more page of the process may be resident and its frames are free, if that
   * can be.
   */
  boolean roomFor(Process process, int count) {
    if (kernel.overcommit().hasTenants() && !frames.anyFree()) {
      kernel.overcommit().reclaim();
    }
    while (!hasRoom(process, count)) {
      FrameSet from = setOf(process);
      if (from.isEmpty() || !evictFrom(from)) {
        return false;
      }
    }
    return true;
  }

  /** The same; where the page to be copied is itself the victim, only the others lose it. */
  private boolean roomForCopy(Process process, int source, int count) {
    while (frames.isShared(source) && !hasRoom(process, count)) {
      FrameSet from = setOf(process);
      int victim = from.victim();
      boolean done =
          victim == source
              ? eviction.evictOthers(from, victim, process)
              : eviction.evict(from, victim);
      if (!done) {
        return false;
      }
    }
    return true;
  }

  private boolean hasRoom(Process process, int count) {
    return process.frameSet().hasRoom(count) && frames.anyFree(count);
  }

  private FrameSet setOf(Process process) {
    FrameSet own = process.frameSet();
    return own.isEmpty() ? kernel.frameSet() : own;
  }

  /** A frame for memory of a VM, or {@link FrameTable#NONE}. */
  int frameForGuest(int owner, long guestFrame) {
    if (!frames.anyFree()) {
      kernel.overcommit().reclaim();
    }
    if (!frames.anyFree()) {
      return FrameTable.NONE;
    }
    int frame = frames.takeLowest(owner, guestFrame);
    clean(frame, 1);
    return frame;
  }

  private boolean roomInKernelSet() {
    FrameSet set = kernel.frameSet();
    return !set.isEmpty() && evictFrom(set);
  }

  /** Frees a frame: of the kernel's set, else of the first other that has any. */
  boolean evictAny() {
    if (roomInKernelSet()) {
      return true;
    }
    return kernel.ownSets().anyMatch(set -> !set.isEmpty() && evictFrom(set));
  }

  /** Frees a set's victim; who has no more than is reserved for it is passed over. */
  boolean evictFrom(FrameSet set) {
    Overcommit overcommit = kernel.overcommit();
    if (!overcommit.hasTenants()) {
      return eviction.evict(set, set.victim());
    }
    List<Integer> passed = new ArrayList<>();
    boolean done = false;
    while (!done && !set.isEmpty()) {
      int victim = set.victim();
      if (overcommit.mayGo(victim)) {
        done = eviction.evict(set, victim);
        break;
      }
      passed.add(victim);
    }
    passed.forEach(set::spare);
    return done;
  }

  /** How many pages a process must have to be ended in place of another. */
  private static long most(Process largest, Process other) {
    return other.id() > largest.id() ? largest.pages() : largest.pages() + 1;
  }

  /** Ends the process with most pages, among equals the last declared (rules.md R13). */
  private Process outOfMemory(Process faulting) {
    Process largest = faulting;
    for (Process process : kernel.processes()) {
      if (!process.ended() && process.pages() > 0 && process.pages() >= most(largest, process)) {
        largest = process;
      }
    }
    if (journal.wants(OUT_OF_MEMORY)) {
      journal.accept(new MemoryEvent.OutOfMemory(faulting, largest, largest.pages()));
    }
    kernel.end(largest);
    return largest;
  }
}
