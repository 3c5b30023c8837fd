package dev.vsim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worksheets: what they ask, what is said of answers, and that nothing gives the right ones away.
 */
class WorksheetTest {
  private static final String LRU = "scenarios/memory/lru.vsim";

  @TempDir Path folder;

  private static String sheet(String... arguments) {
    List<String> all = new ArrayList<>(List.of("worksheet"));
    all.addAll(List.of(arguments));
    Cli result = Cli.run(all.toArray(new String[0]));
    assertEquals(0, result.status(), result.err());
    return result.out();
  }

  private Cli run(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("sheet.vsim"), text);
    return Cli.run("run", file.toString());
  }

  /** The sheet with its blanks filled from first to last. */
  private static String filled(String sheet, String... answers) {
    String filled = sheet;
    int questions = 0;
    for (String line : sheet.lines().toList()) {
      questions += line.startsWith("expect next") ? line.split("\\?", -1).length - 1 : 0;
    }
    assertEquals(answers.length, questions, sheet);
    int start = filled.indexOf("\nrewind\n");
    String head = filled.substring(0, start);
    String tail = filled.substring(start);
    for (String answer : answers) {
      tail = tail.replaceFirst("\\?", answer);
    }
    return head + tail;
  }

  private static long blanks(String sheet) {
    return sheet.substring(sheet.indexOf("\nrewind\n")).chars().filter(c -> c == '?').count();
  }

  @Test
  void theScenarioAndItsTraceWithBlanks() {
    String sheet = sheet(LRU, "--hide", "evict");
    assertTrue(sheet.startsWith("# vsim worksheet 1\n"), sheet);
    assertTrue(sheet.contains("access A, B, C, D\naccess E\nshow page-table\n\nrewind\n"), sheet);
    assertTrue(
        sheet.contains("expect next evict host.init page ? frame ? dirty ?\n"), "all of one event");
    assertEquals(3, blanks(sheet));
    assertFalse(sheet.contains("│"), "what the scenario shows would tell answers");
  }

  @Test
  void fieldsEventsOrBothAreAskedFor() {
    assertEquals(4 + 1 + 1, blanks(sheet(LRU, "--hide", "frame")), "five loads, one eviction");
    assertEquals(1, blanks(sheet(LRU, "--hide", "evict.frame")));
    assertEquals(5 + 6, blanks(sheet(LRU, "--hide", "cause, frame")));
    assertEquals(2, blanks(sheet(LRU, "--hide", "frame", "--blank", "2")));
    assertEquals(3, blanks(sheet(LRU, "--hide", "frame", "--blank", "50%")));
    assertEquals(0, blanks(sheet(LRU, "--blank", "0")));
    long all = blanks(sheet(LRU, "--blank", "100%"));
    assertEquals((all + 3) / 4, blanks(sheet(LRU)), "a quarter unless told otherwise");
  }

  @Test
  void eachSeedIsAVariant() {
    String seven = sheet(LRU, "--blank", "8", "--seed", "7");
    assertEquals(seven, sheet(LRU, "--blank", "8", "--seed", "7"));
    assertNotEquals(seven, sheet(LRU, "--blank", "8", "--seed", "8"));
    assertEquals(8, blanks(seven));
  }

  @Test
  void rightAnswersHoldHoweverTheyAreWritten() throws IOException {
    String sheet = sheet(LRU, "--hide", "evict");
    for (String page : List.of("A", "0", "0x0")) {
      Cli result = run(filled(sheet, page, "0x0", "false"));
      assertEquals(0, result.status(), result.err());
      assertEquals("", result.out(), "a sheet prints no trace");
    }
  }

  @Test
  void wrongAnswersAreNamedAndTheRightOnesAreNot() throws IOException {
    Cli result = run(filled(sheet(LRU, "--hide", "evict"), "D", "0x3", "true"));
    assertEquals(1, result.status());
    assertEquals(
        """
        FILE:38: failed: expect next evict host.init page D frame 0x3 dirty true
          38 | expect next evict host.init page D frame 0x3 dirty true
             |                                  ^ page differs
             |                                          ^^^ frame differs
             |                                                    ^^^^ dirty differs
        ✗ FILE   1 assertion fails, 25 assertions hold
        """,
        result.err().replace(folder.resolve("sheet.vsim").toString(), "FILE"));
    assertEquals("", result.out());
  }

  @Test
  void oneWrongAnswerIsOneFailure() throws IOException {
    String sheet = sheet(LRU, "--hide", "cause");
    Cli result =
        run(filled(sheet, "first-touch", "swapped", "first-touch", "first-touch", "first-touch"));
    assertTrue(result.err().contains("1 assertion fails, 25 assertions hold"), result.err());
  }

  @Test
  void whatIsNotAnsweredIsNoPass() throws IOException {
    String sheet = sheet(LRU, "--hide", "evict");
    Cli open = run(sheet);
    assertEquals(1, open.status());
    assertTrue(open.err().contains("is not answered yet"), open.err());
    assertTrue(open.err().contains("1 is not answered, 25 assertions hold"), open.err());
    assertEquals("", open.out());
  }

  @Test
  void whatIsNoAnswerIsNoPass() throws IOException {
    String sheet = sheet(LRU, "--hide", "evict");
    String right = filled(sheet, "A", "0x0", "false");
    String[][] tricks = {
      {"page A", "page _", "`_` is no answer"},
      {"frame 0x0 dirty", "frame 0x0..0xff dirty", "`0x0..0xff` is no answer"},
      {" dirty false", "", "`dirty` is left out"},
      {"evict host.init", "evict", "whom the event is about is left out"},
      {"page A frame", "page (0) frame", "an answer is not a plain value"},
    };
    for (String[] trick : tricks) {
      String tricked =
          right.replace(
              "evict host.init page A frame 0x0 dirty false",
              "evict host.init page A frame 0x0 dirty false".replace(trick[0], trick[1]));
      assertNotEquals(right, tricked);
      Cli result = run(tricked);
      assertEquals(1, result.status(), trick[1]);
      assertTrue(result.err().contains(trick[2]), result.err());
    }
  }

  @Test
  void linesThatAreMissingAreMissed() throws IOException {
    String right = filled(sheet(LRU, "--hide", "evict"), "A", "0x0", "false");
    Cli cut = run(right.substring(0, right.indexOf("expect next evict")));
    assertEquals(1, cut.status());
    assertTrue(cut.err().contains("the last 3 events have no line"), cut.err());
    Cli more = run(right + "expect next evict host.init page B frame 0x1 dirty false\n");
    assertEquals(1, more.status());
    assertTrue(more.err().contains("the scenario has no event for this line"), more.err());
  }

  @Test
  void itIsTestedLikeAnyScenarioButHasNoGolden() throws IOException {
    String right = filled(sheet(LRU, "--hide", "evict"), "A", "0x0", "false");
    Path file = Files.writeString(folder.resolve("right.vsim"), right);
    assertEquals(0, Cli.run("test", file.toString()).status());
    Cli.run("test", file.toString(), "--bless");
    assertFalse(Files.exists(folder.resolve("right.trace")));
    Path open = Files.writeString(folder.resolve("open.vsim"), sheet(LRU, "--hide", "evict"));
    assertEquals(1, Cli.run("test", open.toString()).status());
  }

  @Test
  void theSheetHasWhatWasSet() throws IOException {
    String sheet =
        sheet(
            "scenarios/simulate/string.vsim",
            "--set",
            "frames=4",
            "--set",
            "rule=lru",
            "--blank",
            "0");
    assertTrue(sheet.contains("param frames in 1..64 = 4 \"physical frames\""), sheet);
    assertTrue(sheet.contains("param rule = \"lru\" \"the replacement policy\""), sheet);
    assertEquals(0, run(sheet).status());
  }

  @Test
  void whatTheScenarioAssertsIsLeftOut() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("asserts.vsim"),
            """
            host < mem 8K >
            mark; access 0        # two in one line
            expect page-fault     # which page was it?
            assert host.init.faults == 1
            after access 4K { expect frame-alloc frame 0x1 }
            forbid evict
            check "a group" {
              expect no evict
            }
            check "acts" { access 8K }
            """);
    String sheet = sheet(scenario.toString(), "--blank", "0");
    String head = sheet.substring(sheet.indexOf("host"), sheet.indexOf("\nrewind"));
    assertEquals(
        """
        host < mem 8K >
        access 0        # two in one line
        access 4K
        check "acts" { access 8K }
        """,
        head);
    assertTrue(sheet.contains("expect next evict"), "what was forbidden is seen");
  }

  @Test
  void aFailedAssertionThatStaysTellsNoValues() throws IOException {
    String sheet =
        """
        # vsim worksheet 1
        access 0
        if true { assert host.init.faults == 7 "count them" }
        if true { expect evict }
        if true { forbid page-fault; access 4K }
        rewind
        """;
    Cli result = run(sheet);
    assertEquals(1, result.status());
    assertFalse(result.err().contains("is 1"), result.err());
    assertFalse(result.err().contains("0x1000"), result.err());
    assertEquals(3, result.err().split("it does not hold", -1).length - 1, result.err());
  }

  @Test
  void whatCannotBeAskedIsSaid() throws IOException {
    Cli field = Cli.run("worksheet", LRU, "--hide", "fram");
    assertEquals(2, field.status());
    assertTrue(field.err().contains("did you mean `frame`?"), field.err());
    Path quiet = Files.writeString(folder.resolve("quiet.vsim"), "let n = 1\n");
    assertTrue(Cli.run("worksheet", quiet.toString()).err().contains("nothing to ask"));
    Path fails = Files.writeString(folder.resolve("fails.vsim"), "access 0\nfail \"no\"\n");
    Cli failed = Cli.run("worksheet", fails.toString());
    assertEquals(2, failed.status());
    assertTrue(failed.err().contains("V0408"), failed.err());
    assertEquals("", failed.out());
    for (String wrong : List.of("101%", "many", "-1")) {
      assertEquals(2, Cli.run("worksheet", LRU, "--blank", wrong).status(), wrong);
    }
    assertEquals(2, Cli.run("worksheet", LRU, "--seed", "x").status());
  }

  /** The key to a sheet is the sheet without blanks. */
  @TestFactory
  Stream<DynamicTest> everyScenariosOwnTraceFillsItsSheet() throws IOException {
    List<Path> scenarios = new ArrayList<>();
    for (String area : List.of("memory", "policies", "kernel")) {
      try (Stream<Path> files = Files.list(Path.of("scenarios", area))) {
        files
            .filter(f -> f.toString().endsWith(".trace"))
            .filter(f -> hasEvents(f))
            .map(f -> Path.of(f.toString().replace(".trace", ".vsim")))
            .sorted()
            .forEach(scenarios::add);
      }
    }
    return scenarios.stream()
        .map(scenario -> dynamicTest(scenario.toString(), () -> keyHolds(scenario)));
  }

  private static boolean hasEvents(Path trace) {
    try {
      return Files.readString(trace).contains("\nexpect ");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void keyHolds(Path scenario) throws IOException {
    String sheet = sheet(scenario.toString(), "--blank", "0");
    Path file = Files.createTempFile(scenario.getParent(), "key-", ".sheet");
    try {
      Files.writeString(file, sheet);
      Cli result = Cli.run("run", file.toString());
      assertEquals(0, result.status(), result.err());
    } finally {
      Files.delete(file);
    }
  }
}
