package dev.vsim.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/**
 * {@code streamOptimized}: written from front to back, each grain compressed behind a marker, the
 * tables behind their grains, directory and footer at the end. What virtual appliances are sent as.
 */
@SuppressWarnings("ByteBufferBackingArray") // the buffers are its own and begin at 0
public final class StreamWriter implements ImageWriter {
  @Override
  public void write(Path file, GrainSource grains, Identity identity) throws IOException {
    String extent = Descriptor.sparse(grains.capacity(), file.getFileName().toString());
    Descriptor descriptor =
        new Descriptor("streamOptimized", identity, grains.capacity(), List.of(extent));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new Stream(out, grains).write(descriptor.bytes());
    }
  }

  /** One file that is being written. */
  private static final class Stream {
    private static final int TABLE_MARKER = 1;
    private static final int DIRECTORY_MARKER = 2;
    private static final int FOOTER_MARKER = 3;
    private static final int GRAIN_MARKER_BYTES = 12;

    private final OutputStream out;
    private final GrainSource grains;
    private final List<Integer> directory = new ArrayList<>();
    private final Deflater deflater = new Deflater();
    private long sector;

    Stream(OutputStream out, GrainSource grains) {
      this.out = out;
      this.grains = grains;
    }

    void write(byte[] descriptor) throws IOException {
      SparseHeader header = header();
      put(header.bytes());
      put(descriptor);
      put(new byte[(int) (header.overhead() - sector) * Vmdk.SECTOR]);
      long tables = Vmdk.divideUp(grains.capacity() / Vmdk.GRAIN, Vmdk.TABLE_ENTRIES);
      for (long number = 0; number < tables; number++) {
        table(number);
      }
      deflater.end();
      int sectors = (int) Vmdk.divideUp((long) directory.size() * Integer.BYTES, Vmdk.SECTOR);
      marker(sectors, DIRECTORY_MARKER);
      long place = sector;
      put(words(directory.stream().mapToInt(Integer::intValue).toArray()));
      marker(1, FOOTER_MARKER);
      put(header.withDirectory(place).bytes());
      put(new byte[Vmdk.SECTOR]);
    }

    private SparseHeader header() {
      return new SparseHeader(
          3,
          Vmdk.NEWLINE_TEST | Vmdk.COMPRESSED | Vmdk.MARKERS,
          grains.capacity() / Vmdk.SECTOR,
          Vmdk.GRAIN_SECTORS,
          Vmdk.DESCRIPTOR_OFFSET,
          Vmdk.DESCRIPTOR_SECTORS,
          Vmdk.TABLE_ENTRIES,
          0,
          Vmdk.DIRECTORY_AT_END,
          Vmdk.GRAIN_SECTORS,
          Vmdk.DEFLATE);
    }

    private void table(long number) throws IOException {
      int[] entries = new int[Vmdk.TABLE_ENTRIES];
      long first = number * Vmdk.TABLE_ENTRIES;
      long grain = grains.next(first);
      boolean any = false;
      while (grain >= 0 && grain < first + Vmdk.TABLE_ENTRIES) {
        entries[(int) (grain - first)] = (int) sector;
        grain(grain);
        any = true;
        grain = grains.next(grain + 1);
      }
      if (any) {
        marker(Vmdk.TABLE_SECTORS, TABLE_MARKER);
        directory.add((int) sector);
        put(words(entries));
      } else {
        directory.add(0);
      }
    }

    private void grain(long number) throws IOException {
      deflater.reset();
      deflater.setInput(grains.read(number));
      deflater.finish();
      byte[] packed = new byte[2 * Vmdk.GRAIN];
      int length = deflater.deflate(packed);
      ByteBuffer bytes = little(GRAIN_MARKER_BYTES + length);
      bytes.putLong(number * Vmdk.GRAIN_SECTORS).putInt(length).put(packed, 0, length);
      put(bytes.array());
    }

    private void marker(int sectors, int type) throws IOException {
      put(little(Vmdk.SECTOR).putLong(sectors).putInt(0).putInt(type).array());
    }

    private static ByteBuffer little(int bytes) {
      return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] words(int[] words) {
      ByteBuffer bytes = little(words.length * Integer.BYTES);
      Arrays.stream(words).forEach(bytes::putInt);
      return bytes.array();
    }

    /** Writes so many bytes, and zeros up to the sector's end. */
    private void put(byte[] bytes) throws IOException {
      out.write(bytes);
      int rest = (int) (Vmdk.divideUp(bytes.length, Vmdk.SECTOR) * Vmdk.SECTOR - bytes.length);
      out.write(new byte[rest]);
      sector += Vmdk.divideUp(bytes.length, Vmdk.SECTOR);
    }
  }
}
