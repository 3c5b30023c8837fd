package dev.vsim.machine.storage;

/**
 * What a hosted sparse file has before its first grain: a header of one sector, a descriptor of 20,
 * two grain directories with their tables, all padded to a grain (VMware, Virtual Disk Format 5.0).
 */
final class SparseLayout {
  /** How many grains one table leads to. */
  static final long TABLE_ENTRIES = 512;

  private static final long SECTOR = 512;
  private static final long HEADER = SECTOR;
  private static final long DESCRIPTOR = 20 * SECTOR;
  private static final long ENTRY = Integer.BYTES;
  private static final int COPIES = 2;

  private SparseLayout() {}

  /** Bytes before the first grain, for a disk of this size. */
  static long overhead(long size) {
    long tables = divideUp(divideUp(size, Grain.SIZE), TABLE_ENTRIES);
    long directory = divideUp(tables * ENTRY, SECTOR) * SECTOR;
    long both = COPIES * (directory + tables * TABLE_ENTRIES * ENTRY);
    return divideUp(HEADER + DESCRIPTOR + both, Grain.SIZE) * Grain.SIZE;
  }

  private static long divideUp(long amount, long by) {
    return (amount + by - 1) / by;
  }
}
