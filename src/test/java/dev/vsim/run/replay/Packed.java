package dev.vsim.run.replay;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Packs bytes for tests. */
final class Packed {
  private Packed() {}

  static byte[] gzip(byte[] bytes) {
    return through(bytes, GZIPOutputStream::new);
  }

  static byte[] zstd(byte[] bytes) {
    return through(bytes, ZstdOutputStream::new);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] through(byte[] bytes, Packer packer) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer.onto(packed)) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return packed.toByteArray();
  }

  private interface Packer {
    OutputStream onto(OutputStream packed) throws IOException;
  }
}
