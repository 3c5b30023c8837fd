package dev.vsim.machine.paging;

/** Where the frames of table pages come from: a kernel region (rules.md R8), or ordinary memory. */
public interface TableFrames {
  /** What {@link #take} gives when there is no room. */
  int NONE = -1;

  /** Takes so many frames, one behind the other: the first. */
  int take(int count);

  void free(int frame, int count);

  /** Whether the tables can be read and written as bytes of memory. */
  boolean inMemory();

  /** Writes an entry into a table that is in memory, little-endian. */
  void write(int table, long offset, int bytes, long word);

  /** Reads an entry of a table that is in memory. */
  long read(int table, long offset, int bytes);
}
