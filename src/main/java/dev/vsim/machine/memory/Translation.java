package dev.vsim.machine.memory;

/** What a walk found; one object is used again and again. */
public final class Translation {
  /** When the walk failed: whether the entry was present and forbade it. */
  boolean present;

  int frame;
  int hostFrame;

  /** As {@link dev.vsim.machine.paging.Tlb} caches them. */
  int rights;

  /** A page's entry stands in the way. */
  public Walker.End fault(boolean entryPresent) {
    present = entryPresent;
    return Walker.End.FAULT;
  }

  /** The page is in this frame of the kernel, which is that frame of the host. */
  public Walker.End done(int kernelFrame, int frameOfHost, int tlbRights) {
    frame = kernelFrame;
    hostFrame = frameOfHost;
    rights = tlbRights;
    return Walker.End.DONE;
  }
}
