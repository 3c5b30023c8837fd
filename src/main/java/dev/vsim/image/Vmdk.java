package dev.vsim.image;

/**
 * The figures of VMware's Virtual Disk Format 5.0 that writing and reading share; all numbers in a
 * file are little-endian.
 */
public final class Vmdk {
  /** Bytes of a grain as they are written. */
  public static final int GRAIN = 1 << 16;

  static final int SECTOR = 512;
  static final int GRAIN_SECTORS = GRAIN / SECTOR;

  /** How many grains one table leads to. */
  static final int TABLE_ENTRIES = 512;

  static final int TABLE_SECTORS = TABLE_ENTRIES * Integer.BYTES / SECTOR;

  /** {@code KDMV}, the first four bytes of a hosted sparse extent. */
  static final int MAGIC = 0x564d444b;

  /** The descriptor in a sparse file: sectors 1 to 20. */
  static final int DESCRIPTOR_OFFSET = 1;

  static final int DESCRIPTOR_SECTORS = 20;

  /** What stands for a directory's place in a file that is written from front to back. */
  static final long DIRECTORY_AT_END = -1;

  static final int NEWLINE_TEST = 1;
  static final int REDUNDANT_TABLES = 1 << 1;
  static final int ZEROED_GRAINS = 1 << 2;
  static final int COMPRESSED = 1 << 16;
  static final int MARKERS = 1 << 17;

  /**
   * The entry of a grain that holds zeros and takes no place, where {@link #ZEROED_GRAINS} says so.
   */
  static final int ZEROED = 1;

  static final int DEFLATE = 1;

  /** What {@code parentCID} says where there is no parent. */
  static final int NO_PARENT = -1;

  private Vmdk() {}

  static long divideUp(long amount, long by) {
    return amount / by + (amount % by == 0 ? 0 : 1);
  }
}
