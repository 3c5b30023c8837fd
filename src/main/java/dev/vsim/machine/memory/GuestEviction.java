package dev.vsim.machine.memory;

import dev.vsim.event.EventKind;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.memory.SharedFrames.GuestPage;
import dev.vsim.machine.paging.PagingForm;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a frame of the host from the guest's page that is in it, or from all that share it; each
 * gets a slot of its own in the host's swap area (rules.md R23).
 */
final class GuestEviction {
  private static final EventKind HOST_SWAP_OUT = EventKind.of(VirtEvent.HostSwapOut.class);

  private final Kernel host;
  private final FrameTable frames;
  private final SwapArea swap;
  private final Slots slots;
  private final World world;
  private final Journal journal;

  GuestEviction(Kernel host, Slots slots, World world) {
    this.host = host;
    this.frames = host.frames();
    this.swap = host.swap();
    this.slots = slots;
    this.world = world;
    this.journal = world.journal();
  }

  /** Frees a set's victim; false if it must be written and no slot is left: then it stays. */
  boolean evict(FrameSet set, int frame) {
    boolean dirty = mustBeWritten(frame);
    List<GuestPage> pages = host.overcommit().pagesIn(frame);
    List<Integer> to = dirty ? slotsFor(frame, pages) : List.of();
    if (dirty && to.isEmpty()) {
      set.spare(frame);
      return false;
    }
    int kept = frames.slot(frame);
    if (world.decisions().areWanted()) {
      world.decisions().settle(dirty, dirty ? to.get(0) : kept);
    }
    for (int i = 0; i < pages.size(); i++) {
      leave(pages.get(i), frame, dirty, dirty ? to.get(i) : kept);
    }
    if (pages.size() > 1) {
      host.overcommit().shared().dissolve(frame);
    }
    host.freeFrame(frame);
    return true;
  }

  /** What has no copy must be written, unless it is zeros. */
  private boolean mustBeWritten(int frame) {
    return frames.slot(frame) == SwapArea.NONE
        ? host.memory().peek(frame) != null
        : frames.dirty(frame);
  }

  /** A slot for each page, or none if there are not enough. */
  private List<Integer> slotsFor(int frame, List<GuestPage> pages) {
    if (pages.size() == 1) {
      int slot = slots.toWrite(frame);
      return slot == SwapArea.NONE ? List.of() : List.of(slot);
    }
    List<Integer> found = new ArrayList<>();
    for (GuestPage page : pages) {
      int slot = slots.take(host.overcommit().number(page.tenant()), page.guestFrame(), 1);
      if (slot == SwapArea.NONE) {
        found.forEach(host::releaseSlot);
        return List.of();
      }
      found.add(slot);
    }
    return found;
  }

  private void leave(GuestPage page, int frame, boolean dirty, int slot) {
    if (journal.wants(HOST_SWAP_OUT)) {
      int bits = PagingForm.EPT.offsetBits();
      journal.accept(
          new VirtEvent.HostSwapOut(
              page.tenant().subject(),
              (long) page.guestFrame() << bits,
              (long) frame << bits,
              dirty,
              slot == SwapArea.NONE ? VirtEvent.ABSENT : slot));
    }
    if (dirty) {
      world.clock().advance(host.swapPrice());
      swap.write(slot, host.memory().copy(frame));
    }
    if (slot != SwapArea.NONE) {
      swap.keepAlone(slot);
    }
    page.tenant().lose(page.guestFrame(), slot);
  }
}
