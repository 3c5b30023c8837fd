package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.world.Journal;

/**
 * The first write to a page whose frame is shared since a fork: a copy of its own, or for the last
 * who has the frame, the frame itself (rules.md R1).
 */
final class CopyOnWrite {
  private static final EventKind FRAME_ALLOC = EventKind.of(MemoryEvent.FrameAlloc.class);
  private static final EventKind COPY_PAGE = EventKind.of(MemoryEvent.CopyPage.class);
  private static final EventKind PTE_UPDATE = EventKind.of(MemoryEvent.PteUpdate.class);

  private final Kernel kernel;
  private final Journal journal;
  private final EntryFormat entries;

  CopyOnWrite(Kernel kernel, Journal journal) {
    this.kernel = kernel;
    this.journal = journal;
    this.entries = kernel.settings().paging().entries();
  }

  /** Makes the page writable; false if the process was ended for want of a frame. */
  boolean resolve(Process process, long page) {
    int source = entries.frame(process.table().entry(page));
    int frame = kernel.supply().frameForCopy(process, page, source);
    if (frame == FrameTable.NONE) {
      return false;
    }
    if (frame == source) {
      open(process, page);
    } else {
      copy(process, page, source, frame);
    }
    return true;
  }

  private void open(Process process, long page) {
    long entry = entries.unshared(process.table().entry(page));
    process.table().update(page, entry);
    kernel.written(process, page);
    kernel.flush(process, page);
    tell(process, page, entry);
  }

  private void copy(Process process, long page, int source, int frame) {
    if (journal.wants(FRAME_ALLOC)) {
      journal.accept(kernel.frameAlloc(process, page, frame));
    }
    if (journal.wants(COPY_PAGE)) {
      journal.accept(new MemoryEvent.CopyPage(process, PageNumber.number(page), frame, source));
    }
    for (int i = 0; i < kernel.framesOf(page); i++) {
      kernel.memory().put(frame + i, kernel.memory().copy(source + i));
    }
    long before = process.table().entry(page);
    leave(process, page, source);
    long leaf = entries.leaf(frame, entries.rights(before), entries.ownRights(before));
    long entry = PageNumber.isLarge(page) ? entries.large(leaf) : leaf;
    kernel.install(process, page, frame, entry);
    kernel.frames().markDirty(frame);
    tell(process, page, entry);
  }

  /** The copy has none in swap: the slot is the others'. */
  private void leave(Process process, long page, int source) {
    int slot = kernel.frames().slot(source);
    if (slot != SwapArea.NONE) {
      kernel.leaveSlot(process, slot);
    }
    kernel.flush(process, page);
    kernel.leaveFrame(process, source);
  }

  private void tell(Process process, long page, long entry) {
    if (journal.wants(PTE_UPDATE)) {
      journal.accept(kernel.pteUpdate(process, page, entry));
    }
  }
}
