package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vsim test}: what it finds, what it writes, what it says. */
class TestCommandTest {
  private static final Map<String, String> CI = Map.of("CI", "true");

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Cli test(String... more) {
    return test(Map.of(), more);
  }

  private Cli test(Map<String, String> environment, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "test";
    arguments[1] = folder.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    Cli result = Cli.run(environment, arguments);
    return new Cli(
        result.status(),
        result.out().replace(folder + "/", "").replaceAll(" +\\d+\\.\\d s\n", "\n"),
        result.err().replace(folder + "/", ""));
  }

  @Test
  void blessingSaysWhatItWrote() throws IOException {
    file("a.vsim", "access page 1\n");
    file("refused.vsim", "acess 1\n");
    file("refused.err", "");
    assertEquals(
        """
        ✓ a.trace   written, 5 events
        ✓ refused.err   written
        2 scenarios: 2 hold
        """,
        test("--bless").out());
    assertEquals(
        """
        ✓ a.trace   unchanged
        ✓ refused.err   unchanged
        2 scenarios: 2 hold
        """,
        test("--bless").out());
  }

  @Test
  void aScenarioWithAFailureAnErrorOrALimitIsNotBlessed() throws IOException {
    file("fails.vsim", "access page 1\nexpect evict\n");
    file("errs.vsim", "access page 1\nlet x = 1 // host.init.hits\n");
    file("limit.vsim", "while true { }\n");
    Cli result = test("--bless", "--limit", "steps=1000");
    assertEquals(2, result.status());
    for (String name : List.of("fails", "errs", "limit")) {
      assertFalse(Files.exists(folder.resolve(name + ".trace")), name);
    }
    assertTrue(
        result.out().endsWith("3 scenarios: 1 fails, 1 is in error, 1 meets a limit\n"),
        result.out());
  }

  @Test
  void aGoldenThatDiffersShowsHowToAcceptIt() throws IOException {
    file("a.vsim", "access page 1\n");
    test("--bless");
    Path golden = folder.resolve("a.trace");
    Files.writeString(golden, Files.readString(golden).replace("page 0x1 frame", "page 0x2 frame"));
    Cli result = test();
    assertEquals(1, result.status());
    assertEquals(
        """
        ✗ a.vsim   differs from a.trace at its line 7
            6   page-fault host.init va 0x1000 cause first-touch error 0x4
          - 7   frame-alloc host.init page 0x2 frame 0x0
          + 7   frame-alloc host.init page 0x1 frame 0x0
                                           ^^^
            8   translate host.init va 0x1000 pa 0x0
          if this is right: vsim test a.vsim --bless
        1 scenario: 1 differs
        """,
        result.out());
  }

  @Test
  void anObsoleteGoldenIsRejectedInCiAndWarnedOfElsewhere() throws IOException {
    file("a.vsim", "assert 1 == 1\n");
    file("sub/gone.trace", "# vsim trace 1\nrewind\n");
    Cli here = test();
    assertEquals(0, here.status());
    assertEquals(
        """
        – sub/gone.trace   obsolete: it belongs to no scenario
        1 scenario: 1 holds; 1 golden is obsolete
        """,
        here.out());
    Cli ci = test(CI);
    assertEquals(1, ci.status());
    assertTrue(ci.out().startsWith("✗ sub/gone.trace   obsolete"), ci.out());
  }

  @Test
  void obsoleteGoldensAreLookedForInAWholeRunOnly() throws IOException {
    Path scenario = file("a.vsim", "assert 1 == 1\n");
    file("gone.err", "");
    assertEquals(1, test(CI).status());
    assertEquals(0, test(CI, "--filter", "a.vsim").status());
    assertEquals(0, Cli.run(CI, "test", scenario.toString()).status());
  }

  @Test
  void aScenarioHasOneGolden() throws IOException {
    file("a.vsim", "assert 1 == 1\n");
    file("a.trace", "# vsim trace 1\nrewind\n");
    file("a.err", "");
    Cli result = test();
    assertEquals(2, result.status());
    assertTrue(
        result.out().startsWith("✗ a.vsim   has two goldens, a.trace and a.err"), result.out());
  }

  @Test
  void nothingCheckedIsAnError() throws IOException {
    file("a.vsim", "access page 1\n");
    file("never.vsim", "if false { assert 1 == 2 }\n");
    file("empty.vsim", "check \"c\" { access page 1 }\n");
    Cli result = test();
    assertEquals(2, result.status());
    assertEquals(
        """
        ✗ a.vsim   nothing was checked: it has no assertion and no golden
          to record its trace: vsim test a.vsim --bless
        ✗ empty.vsim   check "c": nothing was checked
        ✗ never.vsim   nothing was checked
        3 scenarios: 3 are in error
        """,
        result.out());
  }

  @Test
  void theOrderOfTheReportIsThatOfThePathsWhateverOrderTheyRunIn() throws IOException {
    for (int i = 0; i < 8; i++) {
      file("s" + i + ".vsim", "assert " + i + " == 8\n");
    }
    String usual = test("--jobs", "1").out();
    for (String seed : List.of("1", "2", "3")) {
      Cli shuffled = test("--seed", seed, "--jobs", "3");
      assertEquals(usual + "shuffled with --seed " + seed + "\n", shuffled.out());
    }
    assertTrue(test("--shuffle").out().contains("shuffled with --seed "));
    assertTrue(usual.indexOf("s0.vsim") < usual.indexOf("s7.vsim"));
  }

  @Test
  void hiddenFoldersAreLeftOutAndFilesAreListedInOrder() throws IOException {
    file("b/x.vsim", "assert 1 == 1\n");
    file("a.vsim", "assert 1 == 1\n");
    file(".git/y.vsim", "assert 1 == 2\n");
    Cli list = test("--list");
    assertEquals("a.vsim\nb/x.vsim\n", list.out());
    assertEquals(0, test().status());
  }

  @Test
  void repeatedRunsComeOutTheSame() throws IOException {
    file("a.vsim", "host < mem 16K; policy random >\nseed 7\naccess page 1, 2, 3, 4, 5, 6\n");
    file("r.vsim", "acess 1\n");
    file("r.err", "");
    test("--bless");
    Cli result = test("--repeat", "3");
    assertEquals(0, result.status(), result.out());
  }

  @Test
  void reportsForProgramsGoToFilesAndToStandardOutput() throws IOException {
    file("a.vsim", "access page 1\nexpect evict\n");
    Path xml = folder.resolve("out/vsim.xml");
    Cli result = test("--report", "junit=" + xml, "--report", "tap");
    assertEquals(1, result.status());
    assertTrue(result.out().startsWith("TAP version 14\n1..1\nnot ok 1 - "), result.out());
    assertTrue(result.err().contains("1 scenario: 1 fails"), "people read it elsewhere");
    assertTrue(Files.readString(xml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
    assertEquals(2, test("--report", "junit=" + folder.resolve("a.vsim/x")).status());
    Cli unknown = test("--report", "junitt");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("did you mean `junit`?"), unknown.err());
  }

  @Test
  void aRefusalIsTheSameFromWhereverItIsTested() throws IOException {
    file("lib.vsim", "let x = nowhere\n");
    file("user.vsim", "use \"lib\"\nprint lib.x\n");
    file("user.err", "");
    file("lib.err", "");
    test("--bless");
    String golden = Files.readString(folder.resolve("user.err"));
    assertTrue(golden.startsWith("lib.vsim:1:9: error"), golden);
    assertEquals(0, test().status());
  }
}
