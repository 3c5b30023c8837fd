package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.world.Journal;

/**
 * Gives a child its parent's pages. Frames are shared, and what may be written becomes read-only in
 * both tables, its translations dropped, until one of them writes (rules.md R1, R7); copies in swap
 * are shared too. The child's entries begin unused.
 */
final class Fork {
  private static final EventKind PTE_UPDATE = EventKind.of(MemoryEvent.PteUpdate.class);

  private final Kernel kernel;
  private final Journal journal;
  private final Process parent;
  private final Process child;
  private final EntryFormat entries;

  Fork(Kernel kernel, Journal journal, Process parent, Process child) {
    this.kernel = kernel;
    this.journal = journal;
    this.parent = parent;
    this.child = child;
    this.entries = kernel.settings().paging().entries();
  }

  void share() {
    for (long page = parent.nextUsed(0); page >= 0; page = parent.nextUsed(page + 1)) {
      long entry = parent.table().entry(page);
      if (entries.present(entry)) {
        shareFrame(page, entry);
      } else {
        shareNote(page, entry);
      }
    }
  }

  private void shareFrame(long page, long entry) {
    int frame = entries.frame(entry);
    long shared = entries.shared(entry);
    if (shared != entry) {
      parent.table().update(page, shared);
      kernel.written(parent, page);
      kernel.flush(parent, page);
      tell(parent, page, shared);
    }
    kernel.frames().share(frame, child.id());
    shareSlot(kernel.frames().slot(frame));
    child.counts().resident += kernel.framesOf(page);
    give(page, entries.unused(shared));
  }

  private void shareNote(long page, long note) {
    if (Absent.isSwapped(note)) {
      shareSlot(Absent.slot(note));
      child.counts().swapped += kernel.framesOf(page);
    }
    give(page, note);
  }

  private void shareSlot(int slot) {
    if (slot != SwapArea.NONE) {
      kernel.swap().share(slot, child.id());
    }
  }

  private void give(long page, long entry) {
    child.table().set(page, entry);
    tell(child, page, entry);
  }

  private void tell(Process process, long page, long entry) {
    if (journal.wants(PTE_UPDATE)) {
      journal.accept(kernel.pteUpdate(process, page, entry));
    }
  }
}
