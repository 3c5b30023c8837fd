package dev.vsim.run.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vsim.source.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no trace, or not one that can be read, is refused with the reason. */
class RefusedTraceTest {
  private static final String EMPTY = " / record it again; lackey writes to standard error";

  private static final TraceOptions ANY = TraceOptions.DEFAULT;

  @TempDir private Path folder;

  @Test
  void aFileThatIsNotThere() {
    assertEquals(
        "`x.lackey` cannot be read: there is no such file",
        refused(folder.resolve("x.lackey"), "x.lackey"));
  }

  @Test
  void aFolder() {
    assertEquals(
        "`traces` is a folder, not a recorded trace / name a file in it",
        refused(folder, "traces"));
  }

  @Test
  void aDevice() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device));
    assertTrue(
        refused(device, "/dev/zero")
            .startsWith("`/dev/zero` is not a file: it is a device, a pipe or a socket"));
  }

  @Test
  void aFileThatMayNotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("x.txt"), "7\n");
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
    assertEquals("`x.txt` cannot be read: permission denied", refused(file, "x.txt"));
  }

  @Test
  void aFileWhoseReadingFails() throws IOException {
    InputStream failing = failing(new byte[0]);
    assertThrows(IOException.class, () -> new Opening("x.txt", ANY).open(failing, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1000, 1_000_000})
  void aFileWhoseReadingFailsInTheMiddle(int good) throws IOException {
    byte[] lines = "7\n".repeat(good / 2).getBytes(StandardCharsets.US_ASCII);
    OpenedTrace opened = new Opening("x.txt", ANY).open(failing(lines), good * 2L);
    Reading reading =
        opened instanceof OpenedTrace.Ready ready
            ? Reading.read(ready.trace(), 64)
            : new Reading(
                List.of(), Tally.NONE, Optional.of(((OpenedTrace.Refused) opened).error()));
    assertEquals("`x.txt` cannot be read: reading it failed", reading.message());
  }

  @Test
  void nothingAtAll() {
    assertEquals("`x.lackey` is empty" + EMPTY, read("x.lackey", "").message());
  }

  @ParameterizedTest
  @CsvSource({
    "x.lackey, '==1== Lackey\n==1==\n'",
    "x.txt, '# nothing\n\n'",
    "x.din, '\n\n'",
    "x, '\n'",
    "x, '==1=='"
  })
  void noReference(String name, String text) {
    assertEquals(
        "`"
            + name
            + "` holds no reference / record it again; lackey records references with `--trace-mem=yes` only",
        read(name, text).message());
  }

  @ParameterizedTest
  @EnumSource(Magic.class)
  void anotherKindOfFile(Magic kind) {
    byte[] bytes = Arrays.copyOf(kind.example(), 600);
    Reading plain = Reading.of("x.lackey", bytes, ANY);
    Reading packed = Reading.of("x.lackey.gz", Packed.gzip(bytes), ANY);
    assertEquals(
        "`x.lackey.gz` is " + kind.what() + ", no memory trace / " + kind.advice(),
        packed.message());
    boolean unpacks = kind == Magic.GZIP || kind == Magic.ZSTD;
    assertTrue(plain.code().matches(unpacks ? "V062[45]" : "V0627"), plain.code());
  }

  @Test
  void aBinaryTraceMayBeginLikeAnything() {
    byte[] bytes = Arrays.copyOf(Magic.ELF.example(), 600);
    assertEquals(150, Reading.of("x.u32", bytes, ANY).references().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hello\n", "\0\0\0\0", "{\"a\": 1}\n", "1 z\n", "access 0x1000\n", "\n\n\u0007"})
  void whatNobodyKnows(String text) {
    Reading reading = read("x", text);
    assertEquals(
        "it is not clear what format `x` has / say which: `replay \"x\" < format lackey >`;"
            + " the formats are lackey, din, text, oraclegeneral, u32",
        reading.message());
  }

  @Test
  void aLineThatIsWrongInATraceThatIsClear() {
    assertEquals("V0630", read("x", " L 00001000,8\n".repeat(3) + "oops\n").code());
    assertEquals(4, read("x", " L 00001000,8\n".repeat(3) + "oops\n").error().orElseThrow().line());
  }

  @ParameterizedTest
  @CsvSource({
    "LACKEY, '0 1000\n', 0 1000, din", "LACKEY, '7\n', 7, text",
        "DIN, 'I  00001000,3\n', 'I  00001000,3', lackey",
    "TEXT, '0 1000\n', 0 1000, din", "U32, '7\n0\n1\n', 7, text",
        "ORACLE_GENERAL, ' L 00001000,8\n', ' L 00001000,8', lackey"
  })
  void theWrongFormat(TraceFormat said, String text, String begin, String found) {
    Reading reading = Reading.of("x", text, ANY.withFormat(said));
    String expected =
        "`x` is not in the format %s: it begins with `%s` / it looks like %s; write `format %s`, or leave `format` out";
    assertEquals(expected.formatted(said.word(), begin, found, found), reading.message());
  }

  @Test
  void bytesWhereLinesWereSaid() {
    byte[] records = Recorded.reads(new Dice(3), 100).oracle();
    Reading reading = Reading.of("x.lackey", records, ANY);
    assertEquals("V0629", reading.code());
    assertTrue(reading.message().contains("looks like oraclegeneral"));
    assertEquals(
        "V0630", Reading.of("x.lackey", Recorded.reads(new Dice(3), 100).u32(), ANY).code());
  }

  @Test
  void aNameThatSaysTextIsNotAllThatCounts() {
    assertEquals(List.of("read 0x1000"), read("x.txt", " L 00001000,8\n").references());
    assertEquals("V0630", read("x.txt", "hello\n").code());
  }

  @Test
  void aLineWithoutEnd() {
    String endless = "7\n" + "x".repeat(Chunk.SIZE * 3);
    assertEquals(
        "`x.txt`, line 2: the line is longer than 64K / a trace has a reference a line; is it text at all?",
        read("x.txt", endless).message());
    assertEquals("V0628", read("x", "x".repeat(Chunk.SIZE * 3)).code());
    assertEquals("none", read("x.txt", "7 #" + "x".repeat(Chunk.HEAD - 4) + "\n8").code());
  }

  @Test
  void endlessTalk() {
    byte[] line = ("#" + "-".repeat(998) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] talk = new byte[70_000_000];
    for (int at = 0; at < talk.length; at += line.length) {
      System.arraycopy(line, 0, talk, at, line.length);
    }
    byte[] trace = Packed.joined("7\n".getBytes(StandardCharsets.US_ASCII), talk);
    Reading reading = Reading.of("x.txt", Packed.gzip(trace), ANY);
    assertEquals("V0636", reading.code());
    assertEquals(List.of("read page 7"), reading.references());
  }

  @Test
  void namesAreShownWithoutTheirTricks() {
    assertEquals(
        "`a\\u{1b}[2J\\u{202e}b\\u{a}한글` is empty" + EMPTY,
        read("a\u001b[2J\u202eb\n한글", "").message());
  }

  @Test
  void longLinesAreCut() {
    String shown = read("x.txt", "1\n" + "y".repeat(1000)).message();
    assertTrue(
        shown.contains("`" + "y".repeat(48) + "…` is not a reference as text writes it"), shown);
  }

  @Test
  void codesAreDifferentAndEachIsExplained() {
    Set<String> codes = new HashSet<>();
    for (FileProblem problem : FileProblem.values()) {
      assertTrue(codes.add(problem.code()), problem.code());
      assertTrue(
          problem.code().matches("V06\\d\\d") && !problem.explanation().isBlank(), problem.code());
    }
  }

  private String refused(Path file, String name) {
    OpenedTrace.Refused refused =
        assertInstanceOf(OpenedTrace.Refused.class, RecordedTrace.open(file, name, ANY));
    return new Reading(List.of(), Tally.NONE, Optional.of(refused.error())).message();
  }

  private static Reading read(String name, String text) {
    return Reading.of(name, text, ANY);
  }

  private static InputStream failing(byte[] good) {
    return new Scripted(
        good,
        () -> {
          throw new IOException("the disk is gone");
        });
  }
}
