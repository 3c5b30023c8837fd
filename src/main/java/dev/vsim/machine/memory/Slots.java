package dev.vsim.machine.memory;

/**
 * Finds slots of a swap area for pages that must be written: a page's own, else a free one, else
 * the lowest of resident pages, which from then on must be written (rules.md R12).
 */
final class Slots {
  private final Kernel kernel;
  private final FrameTable frames;
  private final SwapArea swap;

  Slots(Kernel kernel) {
    this.kernel = kernel;
    this.frames = kernel.frames();
    this.swap = kernel.swap();
  }

  /** A slot for the pages of a frame, which they have to themselves; −1 if none is left. */
  int toWrite(int frame) {
    int own = frames.slot(frame);
    if (own != SwapArea.NONE && swap.sharers(own) == frames.sharers(frame)) {
      return own;
    }
    int slot = take(frames.owner(frame), frames.page(frame), kernel.framesAt(frame));
    if (slot != SwapArea.NONE) {
      move(frame, slot);
    }
    return slot;
  }

  /** Slots in a row for a page: the first; −1 if none are left. */
  int take(int owner, long page, int count) {
    int slot = swap.take(owner, page, count);
    while (slot == SwapArea.NONE && swap.lowestOfResident() != SwapArea.NONE) {
      takeBack(swap.lowestOfResident());
      slot = swap.take(owner, page, count);
    }
    return slot;
  }

  /** The pages of a frame leave the slot that they have with others, for one of their own. */
  private void move(int frame, int slot) {
    int before = frames.slot(frame);
    int[] others = frames.others(frame);
    for (int space : others) {
      swap.share(slot, space);
    }
    if (before != SwapArea.NONE) {
      kernel.leaveSlot(kernel.ownerOf(frame), before);
      for (int space : others) {
        kernel.leaveSlot(kernel.process(space), before);
      }
    }
  }

  private void takeBack(int slot) {
    takeBack(swap.owner(slot), slot);
    for (int space : swap.others(slot)) {
      takeBack(space, slot);
    }
    kernel.releaseSlot(slot);
  }

  private void takeBack(int owner, int slot) {
    int frame = kernel.frameOf(owner, swap.page(slot));
    frames.keepSlot(frame, SwapArea.NONE);
    frames.markDirty(frame);
  }
}
