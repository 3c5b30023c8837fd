package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.MemoryEvent;
import dev.vsim.machine.paging.Absent;
import dev.vsim.machine.paging.EntryFormat;
import dev.vsim.machine.paging.PageNumber;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/**
 * Takes a frame from the page that has it. A frame that is shared since a fork is taken from all
 * its pages: one {@code evict} for each, in order of declaration, then one {@code swap-out} by the
 * first of them, whose slot they share from then on.
 */
final class Eviction {
  private static final EventKind EVICT = EventKind.of(MemoryEvent.Evict.class);
  private static final EventKind SWAP_OUT = EventKind.of(MemoryEvent.SwapOut.class);

  private final Kernel kernel;
  private final FrameTable frames;
  private final SwapArea swap;
  private final World world;
  private final Journal journal;
  private final Slots slots;
  private final GuestEviction guests;

  Eviction(Kernel kernel, World world) {
    this.kernel = kernel;
    this.frames = kernel.frames();
    this.swap = kernel.swap();
    this.world = world;
    this.journal = world.journal();
    this.slots = new Slots(kernel);
    this.guests = new GuestEviction(kernel, slots, world);
  }

  /** Frees a set's victim; false if it must be written and no slot is left: then it stays. */
  boolean evict(FrameSet set, int frame) {
    if (kernel.overcommit().holds(frame)) {
      return guests.evict(set, frame);
    }
    boolean dirty = frames.dirty(frame);
    int slot = dirty ? slots.toWrite(frame) : frames.slot(frame);
    if (dirty && slot == SwapArea.NONE) {
      set.spare(frame);
      return false;
    }
    if (world.decisions().areWanted()) {
      world.decisions().settle(dirty, slot);
    }
    Process owner = kernel.ownerOf(frame);
    int[] others = frames.others(frame);
    unmapAll(owner, others, frame, dirty);
    write(owner, frame, dirty, slot, false);
    loseAll(owner, others, frame, slot);
    kernel.freeFrame(frame);
    return true;
  }

  /**
   * Takes a set's victim from everyone but one, who is about to write the page and needs no copy
   * then: the others' is in swap. False if no slot is left.
   */
  boolean evictOthers(FrameSet set, int frame, Process writer) {
    boolean dirty = frames.dirty(frame);
    int slot = dirty ? slots.toWrite(frame) : frames.slot(frame);
    if (dirty && slot == SwapArea.NONE) {
      set.spare(frame);
      return false;
    }
    if (slot != SwapArea.NONE) {
      kernel.leaveSlot(writer, slot);
      frames.keepSlot(frame, SwapArea.NONE);
    }
    frames.leave(frame, writer.id());
    if (world.decisions().areWanted()) {
      world.decisions().settle(dirty, slot);
    }
    Process owner = kernel.ownerOf(frame);
    int[] others = frames.others(frame);
    unmapAll(owner, others, frame, dirty);
    write(owner, frame, dirty, slot, true);
    loseAll(owner, others, frame, slot);
    frames.become(frame, writer.id());
    frames.markDirty(frame);
    set.load(frame);
    return true;
  }

  private void unmapAll(Process owner, int[] others, int frame, boolean dirty) {
    unmap(owner, frame, dirty);
    for (int space : others) {
      unmap(kernel.process(space), frame, dirty);
    }
  }

  private void unmap(Process process, int frame, boolean dirty) {
    long page = frames.page(frame);
    if (journal.wants(EVICT)) {
      journal.accept(new MemoryEvent.Evict(process, PageNumber.number(page), frame, dirty));
    }
    process.counts().evictions++;
    kernel.written(process, page);
    kernel.flush(process, page);
  }

  private void write(Process owner, int frame, boolean dirty, int slot, boolean keep) {
    if (!dirty) {
      if (slot != SwapArea.NONE) {
        swap.keepAlone(slot);
      }
      return;
    }
    if (journal.wants(SWAP_OUT)) {
      journal.accept(new MemoryEvent.SwapOut(owner, PageNumber.number(frames.page(frame)), slot));
    }
    owner.counts().swapOuts++;
    int count = kernel.framesAt(frame);
    world.clock().advance(count * kernel.swapPrice());
    PhysicalMemory memory = kernel.memory();
    swap.keepAlone(slot);
    for (int i = 0; i < count; i++) {
      swap.write(slot + i, keep ? memory.copy(frame + i) : memory.take(frame + i));
    }
  }

  private void loseAll(Process owner, int[] others, int frame, int slot) {
    lose(owner, frame, slot);
    for (int space : others) {
      lose(kernel.process(space), frame, slot);
    }
  }

  /** The page's entry says from now on where it is. */
  private void lose(Process process, int frame, int slot) {
    long page = frames.page(frame);
    long note = slot == SwapArea.NONE ? Absent.dropped() : Absent.swapped(slot);
    process.table().update(page, frames.ownRights(frame) ? keepRights(process, page, note) : note);
    int count = kernel.framesAt(frame);
    process.counts().swapped += slot == SwapArea.NONE ? 0 : count;
    process.counts().resident -= count;
  }

  private long keepRights(Process process, long page, long note) {
    EntryFormat entries = kernel.settings().paging().entries();
    long entry = process.table().entry(page);
    return entries.ownRights(entry) ? Absent.withRights(note, entries.rights(entry)) : note;
  }
}
