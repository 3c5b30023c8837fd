package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.handbook.Handbook;
import dev.vsim.run.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private static final Pattern SHOWN =
      Pattern.compile("```vsim\n((?:(?!```).)*)```\n\n```trace\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#:]+)(?:#[^\"]*)?\"");

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
    if (scenario.startsWith("assignment ")) {
      getsAllPoints(scenario, page);
      return;
    }
    Path file = Files.createTempFile(folder, "page", ".vsim");
    Files.writeString(file, scenario);
    Cli result = Cli.run("run", file.toString());
    assertEquals(0, result.status(), scenario + result.err());
  }

  /** The page's other file is what is handed in. */
  private void getsAllPoints(String assignment, List<MatchResult> page) throws IOException {
    Path hw = Files.createDirectories(folder.resolve("hw"));
    Files.writeString(hw.resolve("assignment.vsim"), assignment);
    for (MatchResult named : page) {
      if (named.group(1) != null && !named.group(2).equals(assignment)) {
        String file = folder.resolve(named.group(1)).toString();
        Cli graded = Cli.run("grade", hw.toString(), file, "--format", "csv");
        assertEquals(0, graded.status(), graded.err());
        assertTrue(graded.out().contains(",graded,100,100,"), graded.out());
      }
    }
  }

  /** If this is right: {@code cp src/test/resources/dev/vsim/sweep/belady.svg src/site}. */
  @Test
  void theChartIsTheOneThatIsTested() throws IOException {
    assertEquals(
        Files.readString(Path.of("src/test/resources/dev/vsim/sweep/belady.svg")),
        Files.readString(SITE.resolve("belady.svg")));
  }

  /** If this is right: copy the chart that it names to {@code src/site}. */
  @Test
  void theSweepOfDowntimesIsAsShown() throws IOException {
    String page = Files.readString(SITE.resolve("operations.md"));
    MatchResult scenario =
        SCENARIO.matcher(page).results().filter(m -> m.group(1) != null).findFirst().orElseThrow();
    Path file = folder.resolve(scenario.group(1));
    Files.writeString(file, scenario.group(2));
    Path chart = folder.resolve("downtime.svg");
    Cli swept =
        Cli.run(
            "sweep",
            file.toString(),
            "--set",
            "rate=0..40000..4000",
            "--set",
            "mbps=1000,10000",
            "--measure",
            "linux.migration.downtime",
            "--svg",
            chart.toString());
    assertEquals(0, swept.status(), swept.err());
    assertTrue(page.contains(swept.out()), swept.out());
    assertEquals(Files.readString(SITE.resolve("downtime.svg")), Files.readString(chart));
  }

  @TestFactory
  List<DynamicTest> everyTraceIsWhatItsScenarioPrints() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : Handbook.pages()) {
      List<MatchResult> found = SHOWN.matcher(Handbook.markdown(name)).results().toList();
      for (int i = 0; i < found.size(); i++) {
        MatchResult shown = found.get(i);
        tests.add(
            DynamicTest.dynamicTest(
                name + " " + (i + 1), () -> prints(shown.group(1), shown.group(2))));
      }
    }
    assertTrue(tests.size() >= 4, "the handbook shows traces");
    return tests;
  }

  private void prints(String scenario, String trace) throws IOException {
    Path file = Files.createTempFile(folder, "page", ".vsim");
    Files.writeString(file, scenario);
    assertEquals(trace, Cli.run("run", file.toString()).out());
  }

  /** The sweep on the page about consolidation: its tables and its chart. */
  @Test
  void theBestPackingIsFoundAsThePageShows() throws IOException {
    String page = Files.readString(SITE.resolve("consolidation.md"));
    MatchResult scenario =
        SCENARIO.matcher(page).results().filter(m -> m.group(1) != null).findFirst().orElseThrow();
    Path file = Files.writeString(folder.resolve(scenario.group(1)), scenario.group(2));
    Path chart = folder.resolve("packing.svg");
    Cli result =
        Cli.run(
            "sweep",
            file.toString(),
            "--set",
            "servers=6..14",
            "--measure",
            "big.load",
            "--measure",
            "big.ready",
            "--svg",
            chart.toString());
    assertEquals(0, result.status(), result.err());
    assertTrue(page.contains(result.out().replace(file.toString(), "packing.vsim")), result.out());
    assertEquals(Files.readString(SITE.resolve("packing.svg")), Files.readString(chart));
  }

  @Test
  void everyPageIsInTheContents() throws IOException {
    try (Stream<Path> files = Files.list(SITE)) {
      Set<String> pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.substring(0, name.length() - 3))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(pages, new TreeSet<>(Handbook.pages()));
    }
  }

  @Test
  void theHandbookIsWrittenAsHtml() throws IOException {
    Path target = folder.resolve("html");
    Cli written = Cli.run("handbook", target.toString());
    assertEquals(0, written.status(), written.err());
    String tutorial = Files.readString(target.resolve("tutorial.html"));
    assertTrue(tutorial.contains("<h2 id=\"the-page-table\">The page table</h2>"));
    assertTrue(tutorial.contains("<a href=\"virtual-memory.html\">Virtual memory</a>"));
    assertTrue(tutorial.contains("what it prints"));
    assertTrue(tutorial.contains("expect</span> read word va"), "an example's output is in it");
    for (String name : Handbook.pages()) {
      for (MatchResult link :
          LINK.matcher(Files.readString(target.resolve(name + ".html"))).results().toList()) {
        assertTrue(Files.exists(target.resolve(link.group(1))), name + " → " + link.group(1));
      }
    }
  }

  /** If this is right: {@code ./vsim reference > src/site/reference.md}. */
  @Test
  void theReferenceIsTheVocabularys() throws IOException {
    assertEquals(Files.readString(SITE.resolve("reference.md")), Reference.markdown());
  }
}
