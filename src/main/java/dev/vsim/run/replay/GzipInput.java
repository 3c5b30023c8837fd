package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip (RFC 1952), members one after the other. The JDK's own stream takes damage behind
 * the first member for the end; this one says where the file is damaged or cut. Zero bytes behind
 * the last member are padding.
 */
final class GzipInput extends InputStream {
  private static final String PACKING = "gzip";
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xe0;

  private final Feed feed;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private boolean inMember;
  private long pieceStart;

  GzipInput(Feed feed) {
    this.feed = feed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || nextMember()) {
      if (inflater.finished()) {
        trailer();
        continue;
      }
      int count = inflate(into, from, length);
      if (count > 0) {
        checksum.update(into, from, count);
        return count;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    feed.close();
  }

  private int inflate(byte[] into, int from, int length) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(into, from, length);
        if (count > 0 || inflater.finished()) {
          return count;
        }
        supply();
      }
    } catch (DataFormatException notDeflate) {
      throw brokenData();
    }
  }

  /** Gives the inflater what lies ready; it reports what it leaves only once a member has ended. */
  private void supply() throws IOException {
    if (inflater.needsDictionary()) {
      throw brokenData();
    }
    int ready = feed.ready();
    if (ready == 0) {
      throw new Damage(FileProblem.TRACE_TRUNCATED, PACKING, Numerals.grouped(feed.position()));
    }
    pieceStart = feed.position();
    inflater.setInput(feed.bytes(), feed.at(), ready);
    feed.consume(ready);
  }

  private void trailer() throws IOException {
    feed.consume(-inflater.getRemaining());
    inMember = false;
    if (feed.must(PACKING, 4) != checksum.getValue()) {
      throw damage("its checksum is wrong");
    }
    if (feed.must(PACKING, 4) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damage("its length is wrong");
    }
  }

  private boolean nextMember() throws IOException {
    if (!feed.more()) {
      return false;
    }
    int first = feed.must(PACKING);
    if (first == 0) {
      return padding();
    }
    header(first);
    inflater.reset();
    checksum.reset();
    inMember = true;
    return true;
  }

  private boolean padding() throws IOException {
    while (feed.more()) {
      if (feed.must(PACKING) != 0) {
        throw damage("what follows its end is not gzip");
      }
    }
    return false;
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || feed.must(PACKING) != 0x8b) {
      throw damage("what follows its end is not gzip");
    }
    int method = feed.must(PACKING);
    int flags = feed.must(PACKING);
    if (method != 8 || (flags & RESERVED) != 0) {
      throw damage("its header is not gzip's");
    }
    feed.must(PACKING, 6);
    optional(flags);
  }

  private void optional(int flags) throws IOException {
    if ((flags & EXTRA) != 0) {
      for (long left = feed.must(PACKING, 2); left > 0; left--) {
        feed.must(PACKING);
      }
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECKSUM) != 0) {
      feed.must(PACKING, 2);
    }
  }

  private void skipText() throws IOException {
    while (feed.must(PACKING) != 0) {
      // A name or comment ends with a zero byte.
    }
  }

  /**
   * Where exactly is the inflater's secret, and differs between builds of it; the piece given to it
   * does not.
   */
  private Damage brokenData() {
    return damage("its data cannot be unpacked", pieceStart);
  }

  private Damage damage(String what) {
    return damage(what, feed.position());
  }

  private static Damage damage(String what, long place) {
    return new Damage(FileProblem.TRACE_DAMAGED, PACKING, what, Numerals.grouped(place));
  }
}
