package dev.vsim.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.opentest4j.AssertionFailedError;

/** The engine as JUnit's launcher sees it. */
class ScenarioEngineTest {
  private static final String LAB =
      """
      # a lab
      access page 1
      expect page-fault
      check "isolation" {
        access page 2
        expect evict
        check "inner" { expect page-fault }
      }
      check "reached" { access page 3; expect page-fault }
      """;

  @TempDir Path folder;

  private Path lab;

  @BeforeEach
  void write() throws IOException {
    lab = Files.writeString(folder.resolve("lab.vsim"), LAB);
  }

  private Path file(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static Launched launch(DiscoverySelector... selectors) {
    return Launched.of(List.of(selectors));
  }

  private UniqueId id(String... segments) {
    UniqueId id = UniqueId.forEngine("vsim").append("scenario", lab.toString());
    for (int i = 0; i < segments.length; i += 2) {
      id = id.append(segments[i], segments[i + 1]);
    }
    return id;
  }

  @Test
  void aFolderIsItsScenariosInOrder() throws IOException {
    file("a/refused.vsim", "acess 1\n");
    file("a/refused.err", "nothing like it\n");
    file("z.vsim", "access page 1\n");
    file("z.trace", "# vsim trace 1\nrewind\n");
    Launched launched = launch(selectDirectory(folder.toString()));
    assertEquals(
        List.of(
            "refused.vsim: refused.err failed",
            "lab.vsim: run ok",
            "lab.vsim: isolation failed",
            "lab.vsim: inner failed",
            "lab.vsim: reached ok",
            "z.vsim: run ok",
            "z.vsim: z.trace failed"),
        launched.outcomes());
    assertEquals(List.of(), launched.issues());
  }

  @Test
  void anAssertionIsAFailureAndTellsWhereAndWhy() {
    Launched launched = launch(selectFile(lab.toString()));
    Throwable failure = launched.failure("lab.vsim: isolation");
    assertTrue(failure instanceof AssertionFailedError, failure.toString());
    assertEquals(
        """
        no such event: no evict at all since line 4
        in check "isolation":
        LAB:6: failed: expect evict
          6 |   expect evict
            | no such event: no evict at all since line 4"""
            .replace("LAB", lab.toString()),
        failure.getMessage());
    assertEquals("lab.vsim", failure.getStackTrace()[0].getFileName());
    assertEquals(6, failure.getStackTrace()[0].getLineNumber());
  }

  @Test
  void idsArePathsAndNamesSoThatTheySurviveEdits() throws IOException {
    List<String> before = launch(selectFile(lab.toString())).ids();
    assertEquals(id("run", "run").toString(), before.get(0));
    assertEquals(id("check", "isolation").toString(), before.get(1));
    Files.writeString(lab, "# one more line\n\n" + LAB);
    assertEquals(before, launch(selectFile(lab.toString())).ids());
  }

  @Test
  void sourcesHaveLineAndColumn() {
    Launched launched = launch(selectFile(lab.toString()));
    FileSource source = (FileSource) launched.source("lab.vsim: inner");
    assertEquals(lab.toFile(), source.getFile());
    assertEquals(7, source.getPosition().orElseThrow().getLine());
    assertEquals(3, source.getPosition().orElseThrow().getColumn().orElseThrow());
  }

  @Test
  void aPlaceSelectsTheInnermostCheckAroundIt() {
    assertEquals(
        List.of("lab.vsim: inner failed"),
        launch(selectFile(lab.toString(), FilePosition.from(7, 5))).outcomes());
    assertEquals(
        List.of("lab.vsim: isolation failed"),
        launch(selectFile(lab.toString(), FilePosition.from(5))).outcomes());
    assertEquals(
        List.of("lab.vsim: run ok"),
        launch(selectFile(lab.toString(), FilePosition.from(2))).outcomes());
    assertEquals(
        List.of("lab.vsim: reached ok"),
        launch(selectUri(lab.toUri() + "?line=9&column=1")).outcomes());
  }

  @Test
  void anIdSelectsItsPart() {
    assertEquals(
        List.of("lab.vsim: reached ok"), launch(selectUniqueId(id("check", "reached"))).outcomes());
    assertEquals(4, launch(selectUniqueId(id())).outcomes().size());
    assertEquals(List.of(), launch(selectUniqueId(id("check", "no such"))).outcomes());
  }

  @Test
  void whatIsSelectedTwiceIsThereOnce() {
    Launched launched =
        launch(
            selectUniqueId(id("check", "reached")),
            selectDirectory(folder.toString()),
            selectFile(folder.resolve("../" + folder.getFileName() + "/lab.vsim").toString()),
            selectFile(lab.toString(), FilePosition.from(9)));
    assertEquals(4, launched.outcomes().size());
  }

  @Test
  void aFileThatDoesNotParseIsAnIssueAndATestThatFails() throws IOException {
    Path broken = file("broken.vsim", "access page 1\nlet = 4\n");
    Launched launched = launch(selectDirectory(folder.toString()));
    assertEquals(1, launched.issues().size());
    DiscoveryIssue issue = launched.issues().get(0);
    assertTrue(issue.message().matches("V01\\d\\d: .*"), issue.message());
    FileSource source = (FileSource) issue.source().orElseThrow();
    assertEquals(broken.toFile(), source.getFile());
    assertEquals(2, source.getPosition().orElseThrow().getLine());
    assertTrue(
        launched.outcomes().contains("broken.vsim: run failed"), launched.outcomes().toString());
    assertTrue(launched.outcomes().contains("lab.vsim: reached ok"), "the others run all the same");
  }

  @Test
  void oneThatIsToBeRefusedIsNoIssue() throws IOException {
    file("broken.vsim", "let = 4\n");
    file("broken.err", "");
    assertEquals(List.of(), launch(selectDirectory(folder.toString())).issues());
  }

  @Test
  void aFolderWithoutScenariosIsAnIssue() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertEquals(
        List.of("there is no scenario in " + empty),
        launch(selectDirectory(empty.toString())).issues().stream()
            .map(DiscoveryIssue::message)
            .toList());
  }

  @Test
  void checksThatTheRunMakesUpAreAddedAndThoseItNeverReachesAreSkipped() throws IOException {
    Path made =
        file(
            "made.vsim",
            """
            for i in 1..2 { check "round ${i}" { assert i > 0 } }
            if false { check "never" { assert true } }
            """);
    assertEquals(
        List.of(
            "made.vsim: run ok",
            "made.vsim: round 1 ok",
            "made.vsim: round 2 ok",
            "made.vsim: never skipped"),
        launch(selectFile(made.toString())).outcomes());
  }

  @Test
  void aCheckThatTheRunDidNotComeToFailsWithTheRun() throws IOException {
    Path stops = file("stops.vsim", "fail \"early\"\ncheck \"late\" { assert true }\n");
    Launched launched = launch(selectFile(stops.toString(), FilePosition.from(2)));
    assertEquals(List.of("stops.vsim: late failed"), launched.outcomes());
    assertEquals(
        "the run did not come to it: early", launched.failure("stops.vsim: late").getMessage());
    assertFalse(
        launched.failure("stops.vsim: late") instanceof AssertionError, "an error, not a failure");
  }

  @Test
  void namesCannotForgeLines() throws IOException {
    Path made = file("made.vsim", "check \"a\\nb ]/[ \\u{1b}\" { assert true }\n");
    assertEquals(
        List.of("made.vsim: run ok", "made.vsim: a\\u{a}b ]/[ \\u{1b} ok"),
        launch(selectFile(made.toString())).outcomes());
  }
}
