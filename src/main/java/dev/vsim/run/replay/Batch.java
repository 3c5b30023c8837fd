package dev.vsim.run.replay;

import dev.vsim.event.Op;
import dev.vsim.machine.memory.ReferenceSource;

/**
 * The array that one call fills, and what of a straddling access did not fit into the one before.
 */
final class Batch {
  private final long limit;
  private long[] packed = {};
  private int filled;
  private long references;
  private long pendingPage;
  private long pendingPages;
  private int pendingShift;
  private Op pendingOp = Op.READ;

  /** Fills arrays with at most so many recorded references in all. */
  Batch(long limit) {
    this.limit = limit;
  }

  /** Begins to fill an array, first with what is pending. */
  void into(long[] array) {
    packed = array;
    filled = 0;
    drain();
  }

  long[] packed() {
    return packed;
  }

  int filled() {
    return filled;
  }

  /** How many more recorded references are wanted; at most as many as there is room. */
  int wanted() {
    return (int) Math.min(limit - references, packed.length - filled);
  }

  /** Whether the limit is reached. */
  boolean enough() {
    return references == limit;
  }

  /** The recorded references so far, of which each may have taken several places. */
  long references() {
    return references;
  }

  /** Takes one recorded reference. */
  void add(long reference) {
    packed[filled++] = reference;
    references++;
  }

  /** Says that a parser has put recorded references behind what was filled, one place each. */
  void added(int count) {
    filled += count;
    references += count;
  }

  /**
   * Takes the pages behind its first that an access touches: those that fit now, the others next
   * time.
   */
  void straddle(long firstPage, long lastPage, int pageShift, Op op) {
    pendingPage = firstPage;
    pendingPages = lastPage - firstPage + 1;
    pendingShift = pageShift;
    pendingOp = op;
    drain();
  }

  /** Forgets what did not fit. */
  void drop() {
    pendingPages = 0;
  }

  private void drain() {
    while (pendingPages > 0 && filled < packed.length) {
      packed[filled++] = ReferenceSource.address(pendingPage << pendingShift, pendingOp);
      pendingPage++;
      pendingPages--;
    }
  }
}
