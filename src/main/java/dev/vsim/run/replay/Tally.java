package dev.vsim.run.replay;

/**
 * What a trace held, by kind of reference as recorded: an access across two pages is one, and so is
 * a modification, which reads and writes.
 */
public record Tally(long fetches, long loads, long stores, long modifications) {
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public long references() {
    return fetches + loads + stores + modifications;
  }
}
