package dev.vsim.machine.memory;

import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;

/**
 * What reads tables when the TLB misses, a processor's hardware; charges and tells each entry that
 * it reads. Where a hypervisor shadows the tables, it hears of what the kernel does to them.
 */
public interface Walker {
  /** How a walk ended. */
  enum End {
    DONE,
    /** An entry of the process's own table is not present or forbids the operation. */
    FAULT,
    /** The hypervisor finds no frame for the guest. */
    NO_HOST_MEMORY
  }

  /** Walks for an address of a process, and on success sets A and D (rules.md R6). */
  End walk(Process process, long va, Op op, Translation found);

  /**
   * The size, by level, of what is cached at most of a page whose entry is at a level: less than
   * all of it where the host's memory behind it need not be in one piece.
   */
  int cachedLevel(int level);

  /** Whether another kernel, whose frames these are in the end, hears of references, too. */
  default boolean tellsUses() {
    return false;
  }

  /** A reference is about to be made. */
  default void reference() {}

  /** Whether {@link #reference} does anything. */
  default boolean countsReferences() {
    return false;
  }

  /**
   * The set of the other kernel to which all frames belong that references can now end in without a
   * walk; the process's own where there is no other kernel, or they belong to several.
   */
  default FrameSet frameSetBehind(FrameSet own) {
    return own;
  }

  /** A reference has ended in a frame, and so in a frame of the host. */
  default void used(int frame, int hostFrame) {}

  /** The kernel writes the entry of a page, or is about to. */
  default void written(Process process, long page) {}

  /** The kernel drops a page's translation (INVLPG). */
  default void dropped(Process process, long page) {}

  /** The kernel loads the tables of another process. */
  default void loaded(Process process) {}

  /** The tables of a process are about to be freed. */
  default void ended(Process process) {}

  /** The event that tells where an address leads. */
  MemoryEvent.Translate translate(Process process, long va, long pa, long hostPa);
}
