package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Packed traces whole, cut, changed, joined: either all references come out, or an error says what
 * is wrong.
 */
class DamagedTraceTest {
  private static final Recorded TRACE = Recorded.all(new Dice(1), 20);
  private static final byte[] GZIP = Packed.gzip(TRACE.lackey());
  private static final byte[] ZSTD = Packed.zstd(TRACE.lackey());
  private static final byte[] SKIPPABLE = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};

  @Test
  void aGzipCutAnywhereSaysSo() {
    for (int length = 3; length < GZIP.length; length++) {
      Reading reading = read(Arrays.copyOf(GZIP, length));
      assertEquals("V0624", reading.code(), "cut to " + length);
    }
    assertEquals(
        "`t` is cut: its gzip data ends in the middle, after 50 bytes / copy or record it again",
        read(Arrays.copyOf(GZIP, 50)).message());
  }

  @Test
  void aZstdCutAnywhereSaysSo() {
    for (int length = 4; length < ZSTD.length; length++) {
      assertEquals("V0624", read(Arrays.copyOf(ZSTD, length)).code(), "cut to " + length);
    }
  }

  @Test
  void whatIsCutBeforeItsMarkIsNoTrace() {
    assertEquals("V0622", read(new byte[0]).code());
    assertEquals("V0628", read(Arrays.copyOf(GZIP, 1)).code());
    assertEquals("V0628", read(Arrays.copyOf(ZSTD, 3)).code());
  }

  @Test
  void aChangedGzipIsRefusedOrMeansTheSame() {
    assertChangesShow(GZIP);
  }

  @Test
  void aChangedZstdIsRefusedOrMeansTheSame() {
    assertChangesShow(ZSTD);
  }

  @Test
  void aWrongChecksumOrLengthIsDamage() {
    byte[] checksum = GZIP.clone();
    checksum[GZIP.length - 8] ^= 1;
    byte[] length = GZIP.clone();
    length[GZIP.length - 1] ^= 1;
    assertTrue(
        read(checksum)
            .message()
            .startsWith("`t` is damaged: its checksum is wrong (gzip, near its byte "));
    assertTrue(
        read(length)
            .message()
            .startsWith("`t` is damaged: its length is wrong (gzip, near its byte "));
  }

  @Test
  void joinedFilesAreReadOneAfterTheOther() {
    assertEquals(repeated(2), read(Packed.joined(GZIP, GZIP)).references());
    assertEquals(repeated(2), read(Packed.joined(ZSTD, ZSTD)).references());
    assertEquals(repeated(3), read(Packed.joined(GZIP, GZIP, GZIP, new byte[512])).references());
  }

  @Test
  void anEmptyMemberOrFrameBetweenThemIsNothing() {
    assertEquals(
        repeated(2), read(Packed.joined(GZIP, Packed.gzip(new byte[0]), GZIP)).references());
    assertEquals(
        repeated(2), read(Packed.joined(ZSTD, Packed.zstd(new byte[0]), ZSTD)).references());
    assertEquals("V0622", read(Packed.gzip(new byte[0])).code());
    assertEquals("V0622", read(Packed.zstd(new byte[0])).code());
  }

  @Test
  void framesToBeSkippedAreSkipped() {
    assertEquals(
        repeated(2),
        read(Packed.joined(SKIPPABLE, ZSTD, SKIPPABLE, SKIPPABLE, ZSTD, SKIPPABLE)).references());
    assertEquals("V0622", read(SKIPPABLE).code());
    assertEquals("V0624", read(Packed.joined(ZSTD, Arrays.copyOf(SKIPPABLE, 9))).code());
  }

  @Test
  void whatElseFollowsIsDamage() {
    for (byte[] packed : List.of(GZIP, ZSTD)) {
      byte[] rest = "I  00001000,1\n".getBytes(StandardCharsets.US_ASCII);
      assertEquals("V0625", read(Packed.joined(packed, rest)).code());
      assertEquals("V0625", read(Packed.joined(GZIP, new byte[] {0, 0, 1})).code());
    }
  }

  @Test
  void aGzipHeaderMayHaveAllItsParts() {
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 2, 0, 1, 2, 'a', 0, 'b', 0
    };
    CRC32 crc = new CRC32();
    crc.update(header);
    byte[] checksum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    byte[] body = Arrays.copyOfRange(GZIP, 10, GZIP.length);
    assertEquals(repeated(1), read(Packed.joined(header, checksum, body)).references());
  }

  @Test
  void aWindowThatIsTooLargeIsRefused() {
    byte[] window = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) ((27 - 10) << 3), 1, 0, 0};
    assertTrue(
        read(window)
            .message()
            .startsWith(
                "unpacking `t` needs a window of 128M, and 8M is the most / pack it again"));
    byte[] segment = {
      0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) 0xe0, 0, 0, 0, 0, 0, 0, 0, (byte) 0x80, 1, 0, 0
    };
    assertEquals("V0626", read(segment).code());
  }

  @Test
  void aDictionaryOfItsOwnIsRefused() {
    byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 1, 0, 9, 1, 0, 0};
    assertTrue(
        read(frame)
            .message()
            .startsWith("`t` is damaged: it was packed with a dictionary of its own (zstd"));
  }

  @Test
  void aTraceIsUnpackedOnce() {
    assertTrue(
        read(Packed.gzip(GZIP))
            .message()
            .startsWith("`t` is packed more than once, no memory trace / unpack it first"));
    assertEquals("V0627", read(Packed.zstd(GZIP)).code());
  }

  @Test
  void damageBehindTheLimitIsNotMet() {
    byte[] cut = Arrays.copyOf(GZIP, GZIP.length - 4);
    Reading reading = Reading.of("t", cut, TraceOptions.DEFAULT.withLimit(20));
    assertEquals(repeated(1), reading.references());
    assertEquals("none", reading.code());
  }

  private static void assertChangesShow(byte[] packed) {
    for (int at = 0; at < packed.length; at++) {
      byte[] changed = packed.clone();
      changed[at] ^= (byte) (1 << (at * 5 % 8));
      Reading reading = read(changed);
      assertTrue(
          reading.error().isPresent() || reading.references().equals(repeated(1)),
          "byte " + at + ": " + reading);
    }
  }

  private static List<String> repeated(int times) {
    return java.util.stream.IntStream.range(0, times)
        .boxed()
        .flatMap(i -> TRACE.asAddresses().stream())
        .toList();
  }

  private static Reading read(byte[] packed) {
    return Reading.of("t", packed, TraceOptions.DEFAULT);
  }
}
