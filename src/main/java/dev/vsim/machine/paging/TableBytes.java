package dev.vsim.machine.paging;

/** Page tables as bytes of a memory that can be read and written. */
public interface TableBytes {
  /** Writes an entry into a table, little-endian. */
  void write(int table, long offset, int bytes, long word);

  /** Reads an entry of a table. */
  long read(int table, long offset, int bytes);
}
