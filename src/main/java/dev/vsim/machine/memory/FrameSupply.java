package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/**
 * Finds frames for pages: free ones, else those of victims, else those of a process that is ended
 * for them.
 */
final class FrameSupply {
  private static final EventKind EVICT = EventKind.of(MemoryEvent.Evict.class);
  private static final EventKind SWAP_OUT = EventKind.of(MemoryEvent.SwapOut.class);
  private static final EventKind OUT_OF_MEMORY = EventKind.of(MemoryEvent.OutOfMemory.class);

  private final Kernel kernel;
  private final FrameTable frames;
  private final SwapArea swap;
  private final World world;
  private final Journal journal;

  FrameSupply(Kernel kernel, World world) {
    this.kernel = kernel;
    this.frames = kernel.frames();
    this.swap = kernel.swap();
    this.world = world;
    this.journal = world.journal();
  }

  /**
   * A frame for a page of the process; {@link FrameTable#NONE} if the process was ended instead.
   */
  int frameFor(Process process, long page) {
    process.frameSet().wanted(process.id(), page);
    while (!roomFor(process)) {
      if (outOfMemory(process) == process) {
        return FrameTable.NONE;
      }
    }
    return frames.takeLowest(process.id(), page);
  }

  /**
   * Makes it so that one more page of the process may be resident and a frame is free, if that can
   * be.
   */
  boolean roomFor(Process process) {
    FrameSet own = process.frameSet();
    if (own.hasRoom() && frames.anyFree()) {
      return true;
    }
    FrameSet from = own.isEmpty() ? kernel.frameSet() : own;
    return !from.isEmpty() && evictFrom(from);
  }

  /** A frame for memory of a VM, or {@link FrameTable#NONE}. */
  int frameForGuest(int owner, long guestFrame) {
    if (!frames.anyFree() && (kernel.frameSet().isEmpty() || !evictFrom(kernel.frameSet()))) {
      return FrameTable.NONE;
    }
    return frames.takeLowest(owner, guestFrame);
  }

  private boolean evictFrom(FrameSet set) {
    int frame = set.victim();
    Process process = kernel.ownerOf(frame);
    long page = frames.page(frame);
    boolean dirty = frames.dirty(frame);
    int slot = frames.slot(frame);
    if (dirty && slot == SwapArea.NONE) {
      slot = slotFor(process, page);
      if (slot == SwapArea.NONE) {
        set.spare(frame);
        return false;
      }
    }
    if (world.decisions().areWanted()) {
      world.decisions().settle(dirty, slot);
    }
    evict(process, page, frame, dirty);
    if (dirty) {
      swapOut(process, page, frame, slot);
    } else if (slot != SwapArea.NONE) {
      swap.keepAlone(slot);
    }
    process.counts().swapped += slot == SwapArea.NONE ? 0 : 1;
    long note = slot == SwapArea.NONE ? Absent.dropped() : Absent.swapped(slot);
    process.table().update(page, frames.ownRights(frame) ? keepRights(process, page, note) : note);
    kernel.releaseFrame(process, frame);
    return true;
  }

  private long keepRights(Process process, long page, long note) {
    EntryFormat entries = kernel.settings().paging().entries();
    return Absent.withRights(note, entries.rights(process.table().entry(page)));
  }

  private void evict(Process process, long page, int frame, boolean dirty) {
    if (journal.wants(EVICT)) {
      journal.accept(new MemoryEvent.Evict(process, page, frame, dirty));
    }
    process.counts().evictions++;
    kernel.flush(process, page);
  }

  private void swapOut(Process process, long page, int frame, int slot) {
    if (journal.wants(SWAP_OUT)) {
      journal.accept(new MemoryEvent.SwapOut(process, page, slot));
    }
    process.counts().swapOuts++;
    world.clock().advance(kernel.swapPrice());
    swap.write(slot, kernel.memory().take(frame));
  }

  /**
   * A free slot, else the lowest whose page is resident, which from then on must be written
   * (rules.md R12).
   */
  private int slotFor(Process process, long page) {
    if (!swap.anyFree() && swap.lowestOfResident() != SwapArea.NONE) {
      int slot = swap.lowestOfResident();
      Process owner = kernel.process(swap.owner(slot));
      int frame = kernel.settings().paging().entries().frame(owner.table().entry(swap.page(slot)));
      frames.keepSlot(frame, SwapArea.NONE);
      frames.markDirty(frame);
      swap.release(slot);
    }
    return swap.take(process.id(), page);
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
