package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A file's bytes in order, buffered, with the place reached; what packed data is read from. */
final class Feed extends InputStream {
  private static final int SIZE = 1 << 16;

  private final InputStream file;
  private final byte[] buffer = new byte[SIZE];
  private int at;
  private int end;
  private long before;

  Feed(InputStream file) {
    this.file = file;
  }

  /** How many bytes of the file were consumed. */
  long position() {
    return before + at;
  }

  /** Whether at least one more byte is there. */
  boolean more() throws IOException {
    return at < end || fill();
  }

  /**
   * The first bytes of the file, none of them consumed; fewer than asked for only where the file is
   * shorter.
   */
  byte[] peek(int wanted) throws IOException {
    while (end < wanted && appendFromFile()) {
      // A file may come in pieces.
    }
    return Arrays.copyOfRange(buffer, at, Math.min(wanted, end));
  }

  /** The next byte, whose absence in the middle of packed data is damage. */
  int must(String packing) throws IOException {
    if (!more()) {
      throw new Damage(FileProblem.TRACE_TRUNCATED, packing, Numerals.grouped(position()));
    }
    return buffer[at++] & 0xff;
  }

  /** The next bytes as a little-endian number. */
  long must(String packing, int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (long) must(packing) << (8 * i);
    }
    return value;
  }

  /**
   * What lies ready in {@link #bytes} from {@link #at}, at least one byte unless the file ended.
   */
  int ready() throws IOException {
    return more() ? end - at : 0;
  }

  byte[] bytes() {
    return buffer;
  }

  int at() {
    return at;
  }

  void consume(int count) {
    at += count;
  }

  @Override
  public int read() throws IOException {
    return more() ? buffer[at++] & 0xff : -1;
  }

  /** Large reads that find the buffer empty go past it. */
  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (at == end && length >= SIZE) {
      int count = file.read(into, from, length);
      before += Math.max(count, 0);
      return count;
    }
    int count = Math.min(length, ready());
    System.arraycopy(buffer, at, into, from, count);
    at += count;
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private boolean fill() throws IOException {
    before += at;
    at = 0;
    end = 0;
    return appendFromFile();
  }

  private boolean appendFromFile() throws IOException {
    int count = file.read(buffer, end, SIZE - end);
    end += Math.max(count, 0);
    return count > 0;
  }
}
