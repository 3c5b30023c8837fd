package dev.vsim.machine.storage;

import java.util.Optional;

/** What a disk begins with that comes from outside: grains of 64 KiB by number. */
public interface DiskImage {
  /** Bytes of the disk that it is of. */
  long size();

  /** Whether grains that are not there take no place, so that zeros that are there do. */
  boolean isSparse();

  /** The first grain at or behind a number that is there; −1 if there is none, or reading fails. */
  long next(long from);

  /** The bytes of a grain that is there; nothing where reading fails. */
  Optional<byte[]> read(long grain);
}
