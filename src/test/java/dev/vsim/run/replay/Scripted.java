package dev.vsim.run.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file whose reading ends otherwise than well: it gives these bytes, then what was planned
 * happens.
 */
final class Scripted extends InputStream {
  private final InputStream good;
  private final End end;

  Scripted(byte[] good, End end) {
    this.good = new ByteArrayInputStream(good);
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    int next = good.read();
    return next < 0 ? end.come() : next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int count = good.read(into, from, length);
    return count < 0 ? end.come() : count;
  }

  /** What happens behind the good bytes. */
  interface End {
    int come() throws IOException;
  }
}
