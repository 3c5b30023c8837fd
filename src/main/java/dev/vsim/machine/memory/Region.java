package dev.vsim.machine.memory;

import dev.vsim.machine.paging.Rights;
import java.util.Optional;

/**
 * A part of an address space that may be used: {@code region heap 0x10000 4M rw}. Whole pages, not
 * empty.
 *
 * @param level where its pages have their entries: 1 for ordinary pages, more for large ones
 */
public record Region(
    String name, long start, long length, Rights rights, int level, Optional<MappedFile> file) {
  /** A region of ordinary pages of zeros. */
  public Region(String name, long start, long length, Rights rights) {
    this(name, start, length, rights, 1);
  }

  /** A region of zeros. */
  public Region(String name, long start, long length, Rights rights, int level) {
    this(name, start, length, rights, level, Optional.empty());
  }

  /** The same region, whose pages are read from a file. */
  public Region withFile(MappedFile backing) {
    return new Region(name, start, length, rights, level, Optional.of(backing));
  }

  /** Whether two regions have an address in common. */
  public boolean overlaps(Region other) {
    return start < other.start + other.length && other.start < start + length;
  }
}
