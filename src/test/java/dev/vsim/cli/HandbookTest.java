package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.run.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The handbook: its scenarios hold, its reference is what the vocabulary says. */
class HandbookTest {
  private static final Path SITE = Path.of("src/site");

  /** A scenario, perhaps with the name of the file in which the others of its page find it. */
  private static final Pattern SCENARIO =
      Pattern.compile("```vsim(?: ([a-z.-]+))?\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> everyScenarioHolds() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> pages = Files.list(SITE)) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
        List<MatchResult> found = SCENARIO.matcher(Files.readString(page)).results().toList();
        for (int i = 0; i < found.size(); i++) {
          String scenario = found.get(i).group(2);
          tests.add(
              DynamicTest.dynamicTest(
                  page.getFileName() + " " + (i + 1), () -> holds(scenario, found)));
        }
      }
    }
    assertTrue(tests.size() >= 8, "the handbook has scenarios");
    return tests;
  }

  private void holds(String scenario, List<MatchResult> page) throws IOException {
    for (MatchResult named : page) {
      if (named.group(1) != null) {
        Files.writeString(folder.resolve(named.group(1)), named.group(2));
      }
    }
    Path file = Files.createTempFile(folder, "page", ".vsim");
    Files.writeString(file, scenario);
    Cli result = Cli.run("run", file.toString());
    assertEquals(0, result.status(), scenario + result.err());
  }

  /** If this is right: {@code cp src/test/resources/dev/vsim/sweep/belady.svg src/site}. */
  @Test
  void theChartIsTheOneThatIsTested() throws IOException {
    assertEquals(
        Files.readString(Path.of("src/test/resources/dev/vsim/sweep/belady.svg")),
        Files.readString(SITE.resolve("belady.svg")));
  }

  /** If this is right: {@code ./vsim reference > src/site/reference.md}. */
  @Test
  void theReferenceIsTheVocabularys() throws IOException {
    assertEquals(Files.readString(SITE.resolve("reference.md")), Reference.markdown());
  }
}
