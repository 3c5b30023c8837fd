package dev.vsim.machine.memory;

/**
 * The options of a replacement policy; each policy looks at its own.
 *
 * @param setOnLoad whether loading a page counts as referring to it (clock)
 */
public record PolicyOptions(boolean setOnLoad) {
  /** What holds where nothing is said. */
  public static final PolicyOptions DEFAULT = new PolicyOptions(true);
}
