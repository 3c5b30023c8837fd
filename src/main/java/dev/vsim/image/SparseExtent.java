package dev.vsim.image;

import dev.vsim.source.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A stretch of which a file holds some grains, perhaps compressed. Every place that its tables name
 * is looked at when it is opened: it lies in the file, and serves one grain or table only, so that
 * a small file cannot claim to hold much.
 */
final class SparseExtent implements Extent {
  private static final int LARGEST_GRAIN = 1 << 24;
  private static final int SMALLEST_GRAIN = 1 << 12;

  /** 64T of grains of 64K, which is more than any disk has. */
  private static final long MOST_TABLES = 1 << 21;

  private static final long MOST_SECTORS = 1L << 37;
  private static final int LATEST_VERSION = 3;
  private static final int GRAIN_MARKER_BYTES = 12;

  /** What deflate can make of bytes that do not compress. */
  private static final int MOST_PACKED = LARGEST_GRAIN + (LARGEST_GRAIN >> 10) + 64;

  private final String name;
  private final FileChannel file;
  private final SparseHeader header;
  private final int grain;
  private final int[] directory;
  private final BitSet used = new BitSet();
  private final byte[] unpacked;
  private int[] table = {};
  private int loadedTable = -1;
  private long loadedGrain = -1;

  SparseExtent(String name, FileChannel file) throws IOException {
    this.name = name;
    this.file = file;
    try {
      SparseHeader first = header(0);
      this.header = first.directory() == Vmdk.DIRECTORY_AT_END ? footer() : first;
      check();
      this.grain = (int) header.grainSize() * Vmdk.SECTOR;
      this.unpacked = new byte[isPacked() ? grain : 0];
      this.directory = directory();
      checkTables();
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private BadImage damaged(String what) {
    return new BadImage(FileProblem.IMAGE_DAMAGED, name, what);
  }

  private boolean isPacked() {
    return header.has(Vmdk.COMPRESSED);
  }

  private SparseHeader header(long at) throws IOException {
    ByteBuffer sector = ByteBuffer.allocate(Vmdk.SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    FlatExtent.readFully(name, file, at, sector);
    if (sector.getInt(0) != Vmdk.MAGIC) {
      throw damaged(at == 0 ? "it does not begin with KDMV" : "its footer is missing");
    } else if (!SparseHeader.newlinesHold(sector)) {
      throw damaged("it was copied as text, which changed its bytes");
    }
    return SparseHeader.read(sector);
  }

  /** A stream's directory is named by a copy of the header in the last sector but one. */
  private SparseHeader footer() throws IOException {
    long at = file.size() - 2L * Vmdk.SECTOR;
    if (at < Vmdk.SECTOR) {
      throw new BadImage(FileProblem.IMAGE_CUT, name, "its footer is missing");
    }
    return header(at);
  }

  private void check() throws BadImage {
    long size = header.grainSize();
    boolean power = Long.bitCount(size) == 1;
    if (header.version() < 1 || header.version() > LATEST_VERSION) {
      throw new BadImage(
          FileProblem.IMAGE_UNSUPPORTED, name, "version " + header.version() + " of the format");
    } else if (!power
        || size > LARGEST_GRAIN / Vmdk.SECTOR
        || size < SMALLEST_GRAIN / Vmdk.SECTOR) {
      throw damaged("its grains would have " + size + " sectors");
    } else if (header.tableEntries() < 1 || header.tableEntries() > Vmdk.TABLE_ENTRIES) {
      throw damaged("its tables would have " + header.tableEntries() + " entries");
    } else if (header.capacity() < 1 || header.capacity() > MOST_SECTORS) {
      throw damaged("it would have " + header.capacity() + " sectors");
    } else if (isPacked() && header.compression() != Vmdk.DEFLATE) {
      throw new BadImage(
          FileProblem.IMAGE_UNSUPPORTED, name, "compression by method " + header.compression());
    }
  }

  private int[] directory() throws IOException {
    long perTable = header.grainSize() * header.tableEntries();
    long entries = Vmdk.divideUp(header.capacity(), perTable);
    if (entries > MOST_TABLES) {
      throw damaged("its directory would have " + entries + " entries");
    }
    return words(header.directory(), (int) entries, "its directory");
  }

  /** Reads numbers that begin at a sector and lie in the file. */
  private int[] words(long sector, int count, String what) throws IOException {
    long end = file.size();
    long bytes = (long) count * Integer.BYTES;
    if (sector < 1 || sector > end / Vmdk.SECTOR || end - sector * Vmdk.SECTOR < bytes) {
      throw damaged(what + " would lie outside the file, at sector " + sector);
    }
    ByteBuffer in = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
    FlatExtent.readFully(name, file, sector * Vmdk.SECTOR, in);
    int[] words = new int[count];
    in.flip().asIntBuffer().get(words);
    return words;
  }

  private void checkTables() throws IOException {
    for (int number = 0; number < directory.length; number++) {
      if (directory[number] != 0) {
        load(number);
        take(Integer.toUnsignedLong(directory[number]), 1, "a table");
        for (int entry : table) {
          checkGrain(Integer.toUnsignedLong(entry));
        }
      }
    }
  }

  private void checkGrain(long sector) throws IOException {
    if (isAbsent(sector) || isZeroed(sector)) {
      return;
    }
    long sectors = isPacked() ? 1 : header.grainSize();
    if (sector + sectors > Vmdk.divideUp(file.size(), Vmdk.SECTOR)) {
      throw damaged("a grain would lie outside the file, at sector " + sector);
    }
    take(sector, sectors, "a grain");
  }

  /** Notes that sectors serve something, which nothing else may. */
  private void take(long sector, long sectors, String what) throws BadImage {
    if (sector + sectors > Integer.MAX_VALUE) {
      throw new BadImage(FileProblem.IMAGE_UNSUPPORTED, name, "a file of more than a terabyte");
    }
    int first = (int) sector;
    int last = (int) (sector + sectors);
    int other = used.nextSetBit(first);
    if (other >= 0 && other < last) {
      throw damaged(what + " lies at sector " + sector + ", where something else lies too");
    }
    used.set(first, last);
  }

  private static boolean isAbsent(long sector) {
    return sector == 0;
  }

  private boolean isZeroed(long sector) {
    return sector == Vmdk.ZEROED && header.has(Vmdk.ZEROED_GRAINS);
  }

  private void load(int number) throws IOException {
    if (loadedTable != number) {
      long sector = Integer.toUnsignedLong(directory[number]);
      table = words(sector, header.tableEntries(), "a table");
      loadedTable = number;
    }
  }

  /** The sector that the tables name for the grain at an offset. */
  private long sector(long offset) throws IOException {
    long number = offset / grain;
    int inDirectory = (int) (number / header.tableEntries());
    if (directory[inDirectory] == 0) {
      return 0;
    }
    load(inDirectory);
    return Integer.toUnsignedLong(table[(int) (number % header.tableEntries())]);
  }

  @Override
  public long size() {
    return header.capacity() * Vmdk.SECTOR;
  }

  @Override
  public int unit() {
    return grain;
  }

  @Override
  public boolean has(long offset) throws IOException {
    return !isAbsent(sector(offset));
  }

  @Override
  public void read(long offset, byte[] into, int from, int count) throws IOException {
    long sector = sector(offset);
    int within = (int) (offset % grain);
    if (isZeroed(sector)) {
      Arrays.fill(into, from, from + count, (byte) 0);
    } else if (isPacked()) {
      unpack(offset / grain, sector);
      System.arraycopy(unpacked, within, into, from, count);
    } else {
      long at = sector * Vmdk.SECTOR + within;
      FlatExtent.readFully(name, file, at, ByteBuffer.wrap(into, from, count));
    }
  }

  /** Unpacks a grain, which has exactly its size. */
  private void unpack(long number, long sector) throws IOException {
    if (loadedGrain == number) {
      return;
    }
    long at = sector * Vmdk.SECTOR;
    ByteBuffer marker = ByteBuffer.allocate(GRAIN_MARKER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    FlatExtent.readFully(name, file, at, marker);
    marker.flip();
    long place = header.has(Vmdk.MARKERS) ? marker.getLong() : number * header.grainSize();
    int length = marker.getInt(header.has(Vmdk.MARKERS) ? Long.BYTES : 0);
    if (place != number * header.grainSize()) {
      throw damaged("the grain at sector " + sector + " belongs elsewhere");
    } else if (length < 1 || length > MOST_PACKED || length > file.size() - at) {
      throw damaged("the grain at sector " + sector + " would have " + length + " bytes");
    }
    byte[] packed = new byte[length];
    int skipped = header.has(Vmdk.MARKERS) ? GRAIN_MARKER_BYTES : Integer.BYTES;
    FlatExtent.readFully(name, file, at + skipped, ByteBuffer.wrap(packed));
    inflate(packed, sector);
    loadedGrain = number;
  }

  private void inflate(byte[] packed, long sector) throws BadImage {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      int done = 0;
      int more = 1;
      while (done < grain && more > 0) {
        more = inflater.inflate(unpacked, done, grain - done);
        done += more;
      }
      boolean longer = !inflater.finished() && inflater.inflate(new byte[1]) > 0;
      if (done < grain || longer) {
        throw damaged("the grain at sector " + sector + " unpacks to another size");
      }
    } catch (DataFormatException e) {
      throw damaged("the grain at sector " + sector + " cannot be unpacked");
    } finally {
      inflater.end();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
