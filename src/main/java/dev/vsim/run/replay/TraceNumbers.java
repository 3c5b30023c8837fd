package dev.vsim.run.replay;

/** What a number in a plain text trace means. */
public enum TraceNumbers {
  /** An address where it is written with {@code 0x}, else a page number. */
  BY_SPELLING,
  ADDRESSES,
  PAGES
}
