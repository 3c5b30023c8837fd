package dev.vsim.machine.memory;

import dev.vsim.machine.paging.Rights;

/**
 * A part of an address space that may be used: {@code region heap 0x10000 4M rw}. Whole pages, not
 * empty.
 */
public record Region(String name, long start, long length, Rights rights) {
  /** Whether two regions have an address in common. */
  public boolean overlaps(Region other) {
    return start < other.start + other.length && other.start < start + length;
  }
}
