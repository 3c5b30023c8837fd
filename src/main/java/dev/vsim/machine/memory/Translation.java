package dev.vsim.machine.memory;

/** What a walk found; one object is used again and again. */
public final class Translation {
  /** When the walk failed: whether the entry was present and forbade it. */
  boolean present;

  /** The page under which it is cached, which may be a part of the process's large page. */
  long page;

  /** The first frame of that page, as the process's kernel numbers it. */
  int frame;

  /** The first frame of that page, as the host numbers it. */
  int hostFrame;

  /** As {@link dev.vsim.machine.paging.Tlb} caches them. */
  int rights;

  /** A page's entry stands in the way. */
  public Walker.End fault(boolean entryPresent) {
    present = entryPresent;
    return Walker.End.FAULT;
  }

  /** A page begins with this frame of the kernel, which is that frame of the host. */
  public Walker.End done(long cached, int kernelFrame, int frameOfHost, int tlbRights) {
    page = cached;
    frame = kernelFrame;
    hostFrame = frameOfHost;
    rights = tlbRights;
    return Walker.End.DONE;
  }
}
