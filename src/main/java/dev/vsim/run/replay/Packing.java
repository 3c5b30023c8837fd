package dev.vsim.run.replay;

import java.io.InputStream;

/** How a trace file may be packed, told from its first bytes and never from its name. */
enum Packing {
  PLAIN,
  GZIP,
  ZSTD;

  /** RFC 1952; the third byte, deflate, is the only method there is. */
  private static final String GZIP_MAGIC = "\37\213\10";

  /** RFC 8878, 3.1.1. */
  private static final String ZSTD_MAGIC = "\50\265\57\375";

  /**
   * RFC 8878, 3.1.2: a frame to be skipped, which parallel packers write first; its first byte is
   * 0x50 to 0x5f.
   */
  private static final String SKIPPABLE_MAGIC = "\52\115\30";

  /** Bytes enough to tell. */
  static final int LONGEST_MAGIC = 4;

  static Packing of(byte[] firstBytes) {
    if (Magic.begins(GZIP_MAGIC, firstBytes, 0)) {
      return GZIP;
    }
    boolean skippable =
        Magic.begins(SKIPPABLE_MAGIC, firstBytes, 1) && (firstBytes[0] & 0xf0) == 0x50;
    return skippable || Magic.begins(ZSTD_MAGIC, firstBytes, 0) ? ZSTD : PLAIN;
  }

  /** The stream of unpacked bytes. */
  InputStream unpack(Feed feed) {
    return switch (this) {
      case PLAIN -> feed;
      case GZIP -> new GzipInput(feed);
      case ZSTD -> new ZstdInput(feed);
    };
  }
}
