package dev.vsim.image;

import dev.vsim.source.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch that is the bytes themselves; one without a file is zeros. */
final class FlatExtent implements Extent {
  private final String name;
  private final FileChannel file;
  private final long start;
  private final long size;

  /**
   * @param start bytes of the file before the stretch
   */
  FlatExtent(String name, FileChannel file, long start, long size) throws IOException {
    if (file.size() - start < size) {
      file.close();
      throw new BadImage(FileProblem.IMAGE_CUT, name, "its bytes end before the disk does");
    }
    this.name = name;
    this.file = file;
    this.start = start;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int unit() {
    return Vmdk.GRAIN;
  }

  @Override
  public boolean has(long offset) {
    return true;
  }

  @Override
  public void read(long offset, byte[] into, int from, int count) throws IOException {
    readFully(name, file, start + offset, ByteBuffer.wrap(into, from, count));
  }

  /** Fills a buffer from a place in a file. */
  static void readFully(String name, FileChannel file, long at, ByteBuffer into)
      throws IOException {
    long place = at;
    while (into.hasRemaining()) {
      int read = file.read(into, place);
      if (read < 0) {
        throw new BadImage(FileProblem.IMAGE_CUT, name, "it ends at byte " + place);
      }
      place += read;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
