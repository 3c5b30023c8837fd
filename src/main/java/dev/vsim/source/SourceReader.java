package dev.vsim.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Makes text of a file's bytes: UTF-8, with or without a byte order mark. */
public final class SourceReader {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int BYTE = 0xFF;

  private SourceReader() {}

  /**
   * The text of these bytes; where they are no UTF-8, and where the text holds control characters,
   * is reported.
   */
  public static SourceText read(String name, byte[] bytes, Diagnostics diagnostics) {
    if (isUtf16(bytes)) {
      SourceText nothing = new SourceText(name, "");
      diagnostics.add(FileProblem.UTF_16, nothing, new Span(0, 0), name);
      return nothing;
    }
    Decoding decoding = new Decoding(bytes);
    SourceText source = new SourceText(name, decoding.text());
    if (decoding.firstBad >= 0) {
      Span place = new Span(decoding.firstPlace, decoding.firstPlace + 1);
      diagnostics.add(FileProblem.NOT_UTF_8, source, place, decoding.where());
    }
    Characters.refuseControls(source, diagnostics);
    return source;
  }

  private static boolean isUtf16(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : (bytes[0] & BYTE) << 8 | bytes[1] & BYTE;
    return first == 0xFEFF || first == 0xFFFE;
  }

  /**
   * One way through the bytes; what cannot be read becomes U+FFFD, so that the rest is read all the
   * same.
   */
  private static final class Decoding {
    private final byte[] bytes;
    private int firstBad = -1;
    private int firstPlace;

    Decoding(byte[] bytes) {
      this.bytes = bytes;
    }

    String text() {
      CharsetDecoder decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length);
      for (CoderResult result = decoder.decode(in, out, true);
          result.isError();
          result = decoder.decode(in, out, true)) {
        note(in.position(), out.position());
        in.position(in.position() + result.length());
        out.put(REPLACEMENT);
      }
      return out.flip().toString();
    }

    private void note(int offset, int place) {
      if (firstBad < 0) {
        firstBad = offset;
        firstPlace = place;
      }
    }

    String where() {
      return " (byte "
          + firstBad
          + " is 0x"
          + Integer.toHexString(bytes[firstBad] & BYTE).toUpperCase(java.util.Locale.ROOT)
          + ")";
    }
  }
}
