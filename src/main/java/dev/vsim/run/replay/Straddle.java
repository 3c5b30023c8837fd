package dev.vsim.run.replay;

/** Which pages an access touches that crosses a page's end. */
public enum Straddle {
  /** Each page it has a byte in, the lower first. */
  BOTH,
  /** The page of its first byte only, as page-granular simulators count. */
  FIRST
}
