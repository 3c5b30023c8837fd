package dev.vsim.machine.storage;

/** What is counted of one disk: accesses to its medium, a grain or a table each. */
public final class DiskWork {
  private long reads;
  private long writes;
  private long copies;
  private long zeroed;
  private long merged;
  private long tableReads;
  private long tableWrites;

  /** Grains that were read for the guest. */
  public long reads() {
    return reads;
  }

  /** Grains that were written for the guest. */
  public long writes() {
    return writes;
  }

  /** Grains that were read because a part of them was about to be written into a delta. */
  public long copies() {
    return copies;
  }

  /** Grains that were filled with zeros. */
  public long zeroed() {
    return zeroed;
  }

  /** Grains that were moved into another file, each read and written. */
  public long merged() {
    return merged;
  }

  /** Grain tables that were read, each at its first use. */
  public long tableReads() {
    return tableReads;
  }

  /** Entries of grain tables that were written, one for each new grain. */
  public long tableWrites() {
    return tableWrites;
  }

  /** All accesses together. */
  public long all() {
    return reads + writes + copies + zeroed + 2 * merged + tableReads + tableWrites;
  }

  void countReads(long grains) {
    reads += grains;
  }

  void countWrites(long grains) {
    writes += grains;
  }

  void countCopies(long grains) {
    copies += grains;
  }

  void countZeroed(long grains) {
    zeroed += grains;
  }

  void countMerged(long grains) {
    merged += grains;
  }

  void countTableReads(long tables) {
    tableReads += tables;
  }

  void countTableWrites(long entries) {
    tableWrites += entries;
  }
}
