package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.paging.PageTable;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.paging.Rights;
import dev.vsim.machine.world.World;

/** Changes to a process's table that a command asks for instead of a fault: map, unmap, protect. */
final class Mappings {
  private static final EventKind PTE_UPDATE = EventKind.of(MemoryEvent.PteUpdate.class);

  private final Kernel kernel;
  private final World world;
  private final Process process;
  private final PageTable table;
  private final EntryFormat entries;

  Mappings(Kernel kernel, World world, Process process, PageTable table) {
    this.kernel = kernel;
    this.world = world;
    this.process = process;
    this.table = table;
    this.entries = table.form().entries();
  }

  /** Puts a page into a certain frame, which is free or already the page's. */
  MapResult map(long va, long pa, Rights rights) {
    PagingForm form = table.form();
    long page = process.pageAt(va);
    int count = form.frames(page);
    long frame = pa >>> form.offsetBits();
    MapResult refusal = refusal(va, pa);
    if (refusal != MapResult.DONE) {
      return refusal;
    }
    forget(page);
    FrameSet set = process.frameSet();
    if (!set.hasRoom(count) && !kernel.supply().roomFor(process, count)) {
      return MapResult.NO_ROOM;
    }
    kernel.frames().take((int) frame, process.id(), page, count);
    if (table.isInMemory() && !table.makeTables(page)) {
      kernel.frames().release((int) frame, count);
      return MapResult.NO_ROOM;
    }
    long leaf = entries.leaf((int) frame, rights, true);
    long entry = PageNumber.isLarge(page) ? entries.large(leaf) : leaf;
    kernel.install(process, page, (int) frame, entry);
    if (process.file(page).isPresent()) {
      kernel.frames().markDirty((int) frame);
    }
    tell(page, entry);
    return MapResult.DONE;
  }

  /** Takes a page away: it is invalid until it is mapped again. */
  MapResult unmap(long va) {
    if (!table.form().user(va)) {
      return MapResult.NO_SUCH_PAGE;
    }
    long page = process.pageAt(va);
    forget(page);
    if (table.isInMemory() && !table.makeTables(page)) {
      return MapResult.NO_ROOM;
    }
    table.set(page, Absent.UNMAPPED);
    kernel.written(process, page);
    tell(page, Absent.UNMAPPED);
    return MapResult.DONE;
  }

  /** Gives a valid page other rights, whether it is present or not. */
  MapResult protect(long va, Rights rights) {
    if (!table.form().user(va)) {
      return MapResult.NO_SUCH_PAGE;
    }
    long page = process.pageAt(va);
    long entry = table.entry(page);
    if (process.rights(page, entry).isEmpty()) {
      return MapResult.NOT_VALID;
    }
    boolean present = entries.present(entry);
    if (table.isInMemory() && !table.makeTables(page)) {
      return MapResult.NO_ROOM;
    }
    long changed = present ? withRights(entry, rights) : Absent.withRights(entry, rights);
    table.set(page, changed);
    kernel.written(process, page);
    if (present) {
      kernel.frames().markOwnRights(entries.frame(entry));
    }
    kernel.flush(process, page);
    tell(page, changed);
    return MapResult.DONE;
  }

  private long withRights(long entry, Rights rights) {
    long changed = entries.withRights(entry, rights);
    return kernel.frames().isShared(entries.frame(entry)) ? entries.shared(changed) : changed;
  }

  /** Frees what a page has: its frame, its slot, its translations. The entry is 0 afterwards. */
  void forget(long page) {
    long entry = table.entry(page);
    int count = table.form().frames(page);
    if (entries.present(entry)) {
      int frame = entries.frame(entry);
      release(kernel.frames().slot(frame));
      kernel.flush(process, page);
      kernel.leaveFrame(process, frame);
    } else if (Absent.isSwapped(entry)) {
      release(Absent.slot(entry));
      process.counts().swapped -= count;
    }
    table.update(page, 0);
  }

  private MapResult refusal(long va, long pa) {
    PagingForm form = table.form();
    long size = form.size(PageNumber.level(process.pageAt(va)));
    if ((va & (size - 1)) != 0 || (pa & (size - 1)) != 0) {
      return MapResult.UNALIGNED;
    } else if (!form.user(va)) {
      return MapResult.NO_SUCH_PAGE;
    }
    long frame = pa >>> form.offsetBits();
    int count = form.frames(process.pageAt(va));
    if (frame + count > kernel.frames().total()) {
      return MapResult.NO_SUCH_FRAME;
    }
    long entry = table.entry(process.pageAt(va));
    boolean own =
        entries.present(entry)
            && entries.frame(entry) == frame
            && !kernel.frames().isShared((int) frame);
    boolean free = own || kernel.frames().allFree((int) frame, count);
    return free ? MapResult.DONE : MapResult.FRAME_IN_USE;
  }

  private void release(int slot) {
    if (slot != SwapArea.NONE) {
      kernel.leaveSlot(process, slot);
    }
  }

  private void tell(long page, long entry) {
    if (world.journal().wants(PTE_UPDATE)) {
      world.journal().accept(kernel.pteUpdate(process, page, entry));
    }
  }
}
