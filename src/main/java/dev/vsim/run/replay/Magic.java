package dev.vsim.run.replay;

import java.util.Optional;

/** Kinds of file that are no memory trace, known by their first bytes. */
enum Magic {
  ZIP("a zip archive", Advice.UNPACK, "PK\3\4"),
  BZIP2("packed with bzip2", Advice.UNPACK, "BZh"),
  XZ("packed with xz", Advice.UNPACK, "\3757zXZ\0"),
  SEVEN_ZIP("a 7-Zip archive", Advice.UNPACK, "7z\274\257\47\34"),
  LZ4("packed with lz4", Advice.UNPACK, "\4\42\115\30"),
  LZIP("packed with lzip", Advice.UNPACK, "LZIP"),
  COMPRESS("packed with compress", Advice.UNPACK, "\37\235"),
  SNAPPY("packed with snappy", Advice.UNPACK, "\377\6\0\0sNaPpY"),
  RAR("a rar archive", Advice.UNPACK, "Rar!\32\7"),
  TAR("a tar archive", Advice.UNPACK, "ustar", 257),
  GZIP("packed more than once", Advice.UNPACK, "\37\213\10"),
  ZSTD("packed more than once", Advice.UNPACK, "\50\265\57\375"),
  UTF_16_LITTLE("UTF-16 text", Advice.SAVE, "\377\376"),
  UTF_16_BIG("UTF-16 text", Advice.SAVE, "\376\377"),
  ELF("a program", Advice.RECORD, "\177ELF"),
  CLASS("a Java class", Advice.RECORD, "\312\376\272\276"),
  PDF("a PDF document", Advice.RECORD, "%PDF-"),
  PNG("a picture", Advice.RECORD, "\211PNG\r\n"),
  JPEG("a picture", Advice.RECORD, "\377\330\377"),
  PCAP("a packet capture", Advice.RECORD, "\324\303\262\241"),
  PCAPNG("a packet capture", Advice.RECORD, "\n\r\r\n");

  /** Bytes enough to tell. */
  static final int REACH = 262;

  private final String what;
  private final String advice;
  private final String magic;
  private final int offset;

  Magic(String what, String advice, String magic) {
    this(what, advice, magic, 0);
  }

  Magic(String what, String advice, String magic, int offset) {
    this.what = what;
    this.advice = advice;
    this.magic = magic;
    this.offset = offset;
  }

  static Optional<Magic> of(byte[] firstBytes) {
    for (Magic kind : values()) {
      if (begins(kind.magic, firstBytes, kind.offset)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** As it stands in "it is …". */
  String what() {
    return what;
  }

  /** What to do about it. */
  String advice() {
    return advice;
  }

  /** The bytes it is known by, at their place. */
  byte[] example() {
    byte[] bytes = new byte[offset + magic.length()];
    for (int i = 0; i < magic.length(); i++) {
      bytes[offset + i] = (byte) magic.charAt(i);
    }
    return bytes;
  }

  /** Whether the bytes at an offset are these, each a character below 256. */
  static boolean begins(String magic, byte[] bytes, int offset) {
    if (bytes.length < offset + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((bytes[offset + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static final class Advice {
    static final String UNPACK = "unpack it first; only gzip and zstd are unpacked while reading";
    static final String SAVE = "save it as UTF-8";
    static final String RECORD =
        "record one with `valgrind --tool=lackey --trace-mem=yes PROGRAM 2> trace.lackey`";
  }
}
