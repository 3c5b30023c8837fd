package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import java.io.IOException;
import java.io.InputStream;

/**
 * The Zstandard frames of a file (RFC 8878, 3.1) without the skippable ones, which the decompressor
 * does not know. It walks the blocks' headers, so a cut or alien file is found here, with its
 * place, and so is a frame whose window is larger than can be unpacked.
 */
final class ZstdFrames extends InputStream {
  static final int MAGIC = 0xfd2fb528;

  private static final String PACKING = "zstd";
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int LARGEST_BLOCK = 1 << 17;
  private static final int RLE = 1;
  private static final int RESERVED_TYPE = 3;

  /** What the decompressor's streaming side takes, where the frame names a window. */
  private static final long LARGEST_WINDOW = 1 << 23;

  /** A frame in one segment is its own window, and is kept whole. */
  private static final long LARGEST_SEGMENT = 1 << 26;

  private final Feed feed;

  /** The headers' bytes that were read to understand them and are still to be passed on. */
  private final byte[] ahead = new byte[18];

  private int aheadAt;
  private int aheadEnd;
  private long left;
  private boolean inFrame;
  private boolean lastBlock;
  private boolean checksum;

  ZstdFrames(Feed feed) {
    this.feed = feed;
  }

  /** Whether another frame with content begins here; skippable ones before it are gone then. */
  boolean more() throws IOException {
    while (!inFrame && aheadAt == aheadEnd && left == 0) {
      if (!feed.more()) {
        return false;
      }
      frameHeader();
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    while (true) {
      if (aheadAt < aheadEnd) {
        return passAhead(into, from, length);
      }
      if (left > 0) {
        return passBlock(into, from, length);
      }
      if (inFrame) {
        nextBlock();
      } else if (!more()) {
        return -1;
      }
    }
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }

  private int passAhead(byte[] into, int from, int length) {
    int count = Math.min(length, aheadEnd - aheadAt);
    System.arraycopy(ahead, aheadAt, into, from, count);
    aheadAt += count;
    return count;
  }

  private int passBlock(byte[] into, int from, int length) throws IOException {
    int count = feed.read(into, from, (int) Math.min(length, left));
    if (count < 0) {
      throw new Damage(FileProblem.TRACE_TRUNCATED, PACKING, Numerals.grouped(feed.position()));
    }
    left -= count;
    return count;
  }

  private long take(int bytes) throws IOException {
    long value = feed.must(PACKING, bytes);
    for (int i = 0; i < bytes; i++) {
      ahead[aheadEnd++] = (byte) (value >> (8 * i));
    }
    return value;
  }

  private void frameHeader() throws IOException {
    aheadAt = 0;
    aheadEnd = 0;
    int magic = (int) take(4);
    if ((magic & ~0xf) == SKIPPABLE) {
      aheadEnd = 0;
      pass(feed.must(PACKING, 4));
    } else if (magic == MAGIC) {
      descriptor();
    } else {
      throw damage("what follows its end is not zstd");
    }
  }

  private void pass(long count) throws IOException {
    for (long i = 0; i < count; i++) {
      feed.must(PACKING);
    }
  }

  private void descriptor() throws IOException {
    int descriptor = (int) take(1);
    boolean oneSegment = (descriptor & 0x20) != 0;
    checksum = (descriptor & 0x04) != 0;
    if ((descriptor & 0x08) != 0) {
      throw damage("its frame header is not zstd's");
    }
    if (!oneSegment) {
      window((int) take(1));
    }
    dictionary(descriptor & 3);
    contentSize(descriptor >> 6, oneSegment);
    inFrame = true;
  }

  private void window(int code) throws IOException {
    long base = 1L << (10 + (code >> 3));
    fits(base + base / 8 * (code & 7), LARGEST_WINDOW);
  }

  private void dictionary(int code) throws IOException {
    if (code > 0 && take(1 << (code - 1)) != 0) {
      throw damage("it was packed with a dictionary of its own");
    }
  }

  private void contentSize(int code, boolean oneSegment) throws IOException {
    int bytes = code > 0 ? 1 << code : oneSegment ? 1 : 0;
    long size = take(bytes);
    if (oneSegment) {
      fits(size, LARGEST_SEGMENT);
    }
  }

  private static void fits(long needed, long most) throws Damage {
    if (Long.compareUnsigned(needed, most) > 0) {
      throw new Damage(FileProblem.TRACE_WINDOW, mebibytes(needed), mebibytes(most));
    }
  }

  private static String mebibytes(long bytes) {
    return Long.toUnsignedString(Long.divideUnsigned(bytes, 1 << 20)) + "M";
  }

  /** The next block's header, or after the last block the frame's checksum. */
  private void nextBlock() throws IOException {
    aheadAt = 0;
    aheadEnd = 0;
    if (lastBlock) {
      lastBlock = false;
      inFrame = false;
      left = checksum ? 4 : 0;
      return;
    }
    int header = (int) take(3);
    int type = header >> 1 & 3;
    int size = header >>> 3;
    if (type == RESERVED_TYPE || size > LARGEST_BLOCK) {
      throw damage("its data cannot be unpacked");
    }
    lastBlock = (header & 1) != 0;
    left = type == RLE ? 1 : size;
  }

  private Damage damage(String what) {
    return new Damage(FileProblem.TRACE_DAMAGED, PACKING, what, Numerals.grouped(feed.position()));
  }
}
