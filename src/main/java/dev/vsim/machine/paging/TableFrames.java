package dev.vsim.machine.paging;

import java.util.Optional;

/** Where the frames of table pages come from: a kernel region (rules.md R8), or ordinary memory. */
public interface TableFrames {
  /** What {@link #take} gives when there is no room. */
  int NONE = -1;

  /** Takes so many frames, one behind the other: the first. */
  int take(int count);

  void free(int frame, int count);

  /** The tables as bytes of memory, if they can be seen there. */
  default Optional<TableBytes> bytes() {
    return Optional.empty();
  }
}
