package dev.vsim.machine.memory;

/** What became of a change to a table that a command asked for. */
public enum MapResult {
  DONE,
  /** The process had ended before. */
  ENDED,
  /** An address is not the start of a page or frame. */
  UNALIGNED,
  /** The page is not one that the process or VM may have. */
  NO_SUCH_PAGE,
  /** The page is not valid, so it has no rights that could be others. */
  NOT_VALID,
  /** The machine has no such frame for user pages. */
  NO_SUCH_FRAME,
  /** The frame serves another page. */
  FRAME_IN_USE,
  /** The process may not have more pages resident, and none of them can be evicted. */
  NO_ROOM
}
