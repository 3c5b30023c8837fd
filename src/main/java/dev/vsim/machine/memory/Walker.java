package dev.vsim.machine.memory;

import dev.vsim.event.MemoryEvent;
import dev.vsim.event.Op;

/**
 * A processor's hardware that reads tables when the TLB misses; charges and tells each entry that
 * it reads.
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
  default void reference() {
    // A kernel hears of its own processes' references by itself.
  }

  /** A reference has ended in a frame of the host. */
  default void used(int hostFrame) {
    // A kernel hears of its own processes' references by itself.
  }

  /** The event that tells where an address leads. */
  MemoryEvent.Translate translate(Process process, long va, long pa, long hostPa);
}
