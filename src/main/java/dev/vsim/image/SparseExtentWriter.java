package dev.vsim.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes one hosted sparse extent: header, descriptor, two grain directories with all their tables,
 * then the grains in order. Tables of zeros are holes.
 */
final class SparseExtentWriter {
  private static final int COPIES = 2;

  private final long firstGrain;
  private final long grainCount;
  private final long tables;
  private final long directorySectors;

  /**
   * @param firstGrain of the disk, that stands first in this extent
   * @param grainCount how many grains of the disk it is about
   */
  SparseExtentWriter(long firstGrain, long grainCount) {
    this.firstGrain = firstGrain;
    this.grainCount = grainCount;
    this.tables = Vmdk.divideUp(grainCount, Vmdk.TABLE_ENTRIES);
    this.directorySectors = Vmdk.divideUp(tables * Integer.BYTES, Vmdk.SECTOR);
  }

  /**
   * @param descriptor empty where it is a file of its own
   */
  void write(Path file, GrainSource grains, byte[] descriptor) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      put(out, 0, ByteBuffer.wrap(header(descriptor.length > 0).bytes()));
      put(out, Vmdk.DESCRIPTOR_OFFSET, ByteBuffer.wrap(descriptor));
      for (int copy = 0; copy < COPIES; copy++) {
        put(out, directory(copy), directoryOf(copy));
      }
      long end = grains(out, grains);
      fillTo(out, end * Vmdk.SECTOR);
    }
  }

  private SparseHeader header(boolean described) {
    return new SparseHeader(
        1,
        Vmdk.NEWLINE_TEST | Vmdk.REDUNDANT_TABLES,
        grainCount * Vmdk.GRAIN_SECTORS,
        Vmdk.GRAIN_SECTORS,
        described ? Vmdk.DESCRIPTOR_OFFSET : 0,
        described ? Vmdk.DESCRIPTOR_SECTORS : 0,
        Vmdk.TABLE_ENTRIES,
        directory(0),
        directory(1),
        overhead(),
        0);
  }

  private long directory(int copy) {
    long each = directorySectors + tables * Vmdk.TABLE_SECTORS;
    return Vmdk.DESCRIPTOR_OFFSET + Vmdk.DESCRIPTOR_SECTORS + copy * each;
  }

  private long overhead() {
    return Vmdk.divideUp(directory(COPIES), Vmdk.GRAIN_SECTORS) * Vmdk.GRAIN_SECTORS;
  }

  private long table(int copy, long number) {
    return directory(copy) + directorySectors + number * Vmdk.TABLE_SECTORS;
  }

  private ByteBuffer directoryOf(int copy) {
    ByteBuffer directory = words((int) tables);
    for (long number = 0; number < tables; number++) {
      directory.putInt((int) table(copy, number));
    }
    return directory.flip();
  }

  /** Writes all grains and the tables that lead to them; the sector behind the last. */
  private long grains(FileChannel out, GrainSource grains) throws IOException {
    long at = overhead();
    long grain = grains.next(firstGrain);
    while (grain >= 0 && grain < firstGrain + grainCount) {
      long number = (grain - firstGrain) / Vmdk.TABLE_ENTRIES;
      long end = Math.min(firstGrain + (number + 1) * Vmdk.TABLE_ENTRIES, firstGrain + grainCount);
      ByteBuffer table = words(Vmdk.TABLE_ENTRIES);
      while (grain >= 0 && grain < end) {
        put(out, at, ByteBuffer.wrap(grains.read(grain)));
        int index = (int) ((grain - firstGrain) % Vmdk.TABLE_ENTRIES);
        table.putInt(index * Integer.BYTES, (int) at);
        at += Vmdk.GRAIN_SECTORS;
        grain = grains.next(grain + 1);
      }
      for (int copy = 0; copy < COPIES; copy++) {
        put(out, table(copy, number), table.duplicate());
      }
    }
    return at;
  }

  private static ByteBuffer words(int count) {
    return ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put(FileChannel out, long sector, ByteBuffer bytes) throws IOException {
    long at = sector * Vmdk.SECTOR;
    while (bytes.hasRemaining()) {
      at += out.write(bytes, at);
    }
  }

  /** Makes a file so long; what was not written is a hole that reads as zeros. */
  static void fillTo(FileChannel out, long length) throws IOException {
    if (out.size() < length) {
      out.write(ByteBuffer.allocate(1), length - 1);
    }
  }
}
