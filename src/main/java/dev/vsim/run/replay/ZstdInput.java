package dev.vsim.run.replay;

import dev.vsim.source.FileProblem;
import dev.vsim.text.Numerals;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Unpacks Zstandard frames, one after the other; what the decompressor throws becomes {@link
 * Damage}. A file of nothing but skippable frames is empty, which the decompressor would call cut.
 */
final class ZstdInput extends InputStream {
  private final Feed feed;
  private final ZstdFrames frames;
  private final InputStream content;
  private boolean begun;

  ZstdInput(Feed feed) {
    this.feed = feed;
    this.frames = new ZstdFrames(feed);
    this.content = new ZstdInputStream(frames);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (!begun && !frames.more()) {
      return -1;
    }
    begun = true;
    try {
      return content.read(into, from, length);
    } catch (RuntimeException malformed) {
      // MalformedInputException is one of several that its unchecked arithmetic lets through.
      throw new Damage(
          FileProblem.TRACE_DAMAGED,
          "zstd",
          "its data cannot be unpacked",
          Numerals.grouped(feed.position()));
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
