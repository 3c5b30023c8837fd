package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is thrown at vsim, a person gets a diagnostic with its place: no stack trace, no words
 * of the parser's.
 */
class BadInputTest {
  private static final int MEGABYTE = 1 << 20;

  /** Words that only builders of parsers know. */
  private static final List<String> INTERNALS =
      List.of(
          "Exception",
          "antlr",
          "ANTLR",
          "\tat ",
          "mismatched",
          "extraneous",
          "viable",
          "no viable",
          "token recognition",
          "<EOF>",
          "SEP",
          "NUM",
          "dev.vsim");

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("bad.vsim"), content);
  }

  private Cli run(String content) throws IOException {
    return Cli.run("run", file(content.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static void speaksToAPerson(Cli result) {
    for (String internal : INTERNALS) {
      assertFalse(result.err().contains(internal), internal + " in: " + head(result.err()));
    }
  }

  private static String head(String text) {
    return text.substring(0, Math.min(2000, text.length()));
  }

  private static void refused(Cli result, String code) {
    assertEquals(2, result.status(), head(result.err()));
    assertTrue(result.err().contains(code), code + " in: " + head(result.err()));
    speaksToAPerson(result);
  }

  @Test
  void anEmptyFileIsAScenarioInWhichNothingHappens() throws IOException {
    Cli result = run("");
    assertEquals(0, result.status());
    assertEquals("# vsim trace 1\nrewind\n", result.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{",
        "<",
        "let x = (",
        "print [",
        "repeat 1 {",
        "-",
        "not ",
        "x.",
        "1+",
        "\"${",
        "#"
      })
  void aMegabyteOfOneThingIsADiagnostic(String piece) throws IOException {
    Cli result = run(piece.repeat(MEGABYTE / piece.length()));
    assertTrue(result.status() == 2 || piece.equals("#"), head(result.err()));
    assertTrue(
        result.err().length() < MEGABYTE / 4, "and not a long one: " + result.err().length());
    speaksToAPerson(result);
  }

  @Test
  void aLongLineIsShownInPart() throws IOException {
    Cli result = run("print " + "1, ".repeat(1 << 14) + "nothing");
    refused(result, "V0202");
    assertTrue(result.err().length() < 2000, result.err().length() + " characters");
  }

  @Test
  void nulIsADiagnostic() throws IOException {
    refused(run("access \0 0x1000\n"), "V0");
  }

  @Test
  void invalidUtf8IsADiagnostic() throws IOException {
    byte[] bytes = {'p', 'r', 'i', 'n', 't', ' ', '"', (byte) 0xC3, '(', '"', '\n'};
    refused(Cli.run("run", file(bytes).toString()), "V0");
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsDoNotMatter() throws IOException {
    Cli plain = run("access 0x1000\naccess 0x1000\n");
    Cli windows = run("\uFEFFaccess 0x1000\r\naccess 0x1000\r\n");
    assertEquals(0, windows.status(), windows.err());
    assertEquals(plain.out(), windows.out());
  }

  @Test
  void aScenarioCutAtEveryByteIsRunOrRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("scenarios/memory/dirty-victim.vsim"));
    for (int length = 0; length < whole.length; length += 3) {
      Path cut = file(java.util.Arrays.copyOf(whole, length));
      Cli result = Cli.run("run", cut.toString());
      assertTrue(
          List.of(0, 1, 2).contains(result.status()), "cut at " + length + ": " + result.status());
      speaksToAPerson(result);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate 1",
        "access 4k",
        "access 10minutes",
        "let x = 9223372036854775807 + 1",
        "print 0x1_0000_0000_0000_0000",
        "let x = 1e9",
        "use \"nothing\"",
        "use \"std/nothing\"",
        "print 1 / 0",
        "print 1 // 0",
        "print 4K + 10ms",
        "let x = x",
        "print \"${\"",
        "access",
        "map 0x1000 ->",
        "expect",
        "assert",
        "assert 3",
        "return 1",
        "break",
        "replay \"missing\"",
        "replay \".\"",
        "let a = [1]; print a[7]",
        "print [\"a\": 1][\"b\"]",
        "host < mem 0K >",
        "vm linux in nowhere",
        "process p in 3",
        "for x in 3 { }",
        "repeat \"3\" { }",
        "f()",
        "param x in 1..3 = 9",
        "print nothing.at.all",
        "on 3 { }",
        "access 0x1000 = 3",
        "pages A..e",
        "trace < show nonsense >"
      })
  void aMistakeIsRefusedWithItsPlace(String scenario) throws IOException {
    Cli result = run(scenario + "\n");
    assertEquals(2, result.status(), scenario + ": " + result.err());
    assertTrue(result.err().contains("bad.vsim:1:"), result.err());
    assertTrue(result.err().contains("V0"), result.err());
    speaksToAPerson(result);
  }

  @Test
  void aFolderAsAFile() {
    refused(Cli.run("run", folder.toString()), "V0601");
  }

  @Test
  void noFile() {
    refused(Cli.run("run", folder.resolve("nothing.vsim").toString()), "V0601");
  }

  @Test
  void aCircleOfFiles() throws IOException {
    Files.writeString(folder.resolve("a.vsim"), "use \"b\"\n");
    Files.writeString(folder.resolve("b.vsim"), "use \"a\"\n");
    Cli result = Cli.run("run", folder.resolve("a.vsim").toString());
    refused(result, "V0602");
    assertTrue(result.err().contains("a.vsim → "), result.err());
  }

  @Test
  void aUsedFileMayNotAct() throws IOException {
    Files.writeString(folder.resolve("lib.vsim"), "access 0x1000\n");
    Files.writeString(folder.resolve("main.vsim"), "use \"lib\"\n");
    refused(Cli.run("run", folder.resolve("main.vsim").toString()), "V0413");
  }

  @Test
  void aCutArchiveSaysSo() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("scenarios/data/ls.lackey.gz"));
    Files.write(folder.resolve("cut.gz"), java.util.Arrays.copyOf(whole, 5000));
    Files.writeString(folder.resolve("main.vsim"), "replay \"cut.gz\"\n");
    Cli result = Cli.run("run", folder.resolve("main.vsim").toString());
    assertEquals(2, result.status(), result.err());
    speaksToAPerson(result);
  }

  @Test
  void aReplayOfGarbageSaysSo() throws IOException {
    byte[] garbage = new byte[10_000];
    new java.util.SplittableRandom(7).nextBytes(garbage);
    Files.write(folder.resolve("garbage.lackey"), garbage);
    Files.writeString(folder.resolve("main.vsim"), "replay \"garbage.lackey\"\n");
    Cli result = Cli.run("run", folder.resolve("main.vsim").toString());
    assertEquals(2, result.status(), result.err());
    speaksToAPerson(result);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true { }",
        "repeat 1_000_000_000_000 { }",
        "for i in 0..9_000_000_000_000 { }"
      })
  void aLoopWithoutEndMeetsTheLimitOfSteps(String scenario) throws IOException {
    Cli result = run(scenario + "\n");
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains("V0701"), result.err());
    assertTrue(result.err().contains("this loop was running"), result.err());
  }

  @Test
  void aRecursionWithoutEndMeetsTheLimitOfDepth() throws IOException {
    Cli result = run("def f(n) { return f(n + 1) }\nprint f(0)\n");
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains("V0702"), result.err());
  }

  @Test
  void aGrowingTextMeetsTheLimitOfWork() throws IOException {
    Cli result = run("let s = \"ab\"\nwhile true { s = s + s }\n");
    assertEquals(3, result.status(), result.err());
  }
}
