package dev.vsim.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first sector of a sparse extent; places and lengths count sectors of 512 bytes.
 *
 * @param descriptorSectors 0 where the descriptor is a file of its own
 * @param compression 0 for none, 1 for deflate
 */
record SparseHeader(
    int version,
    int flags,
    long capacity,
    long grainSize,
    long descriptorOffset,
    long descriptorSectors,
    int tableEntries,
    long redundantDirectory,
    long directory,
    long overhead,
    int compression) {
  private static final byte[] NEWLINES = {'\n', ' ', '\r', '\n'};
  private static final int NEWLINES_AT = 73;
  private static final int COMPRESSION_AT = 77;

  /** The sector. */
  byte[] bytes() {
    ByteBuffer out = ByteBuffer.allocate(Vmdk.SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(Vmdk.MAGIC).putInt(version).putInt(flags).putLong(capacity).putLong(grainSize);
    out.putLong(descriptorOffset).putLong(descriptorSectors).putInt(tableEntries);
    out.putLong(redundantDirectory).putLong(directory).putLong(overhead);
    out.put(NEWLINES_AT, NEWLINES).putShort(COMPRESSION_AT, (short) compression);
    return out.array();
  }

  /** What a sector that begins with the magic number says. */
  static SparseHeader read(ByteBuffer sector) {
    ByteBuffer in = sector.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(Integer.BYTES);
    return new SparseHeader(
        in.getInt(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getShort(COMPRESSION_AT));
  }

  /** Whether the bytes that a copy as text would have changed are as they were written. */
  static boolean newlinesHold(ByteBuffer sector) {
    for (int i = 0; i < NEWLINES.length; i++) {
      if (sector.get(NEWLINES_AT + i) != NEWLINES[i]) {
        return false;
      }
    }
    return true;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  SparseHeader withDirectory(long other) {
    return new SparseHeader(
        version,
        flags,
        capacity,
        grainSize,
        descriptorOffset,
        descriptorSectors,
        tableEntries,
        redundantDirectory,
        other,
        overhead,
        compression);
  }
}
