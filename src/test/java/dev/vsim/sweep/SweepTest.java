package dev.vsim.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.cli.Cli;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** `vsim sweep`: Belady's reference string over frames and policies. */
class SweepTest {
  private static final String STRING = "scenarios/simulate/string.vsim";

  @TempDir Path folder;

  private static Cli sweep(String... arguments) {
    List<String> all = new ArrayList<>(List.of("sweep"));
    all.addAll(List.of(arguments));
    return Cli.run(all.toArray(new String[0]));
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static String golden(String name) throws IOException {
    try (var stream = SweepTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  /** To look at one anew: `rsvg-convert FILE.svg > FILE.png`. */
  @Test
  void tableFileAndChartAreAsWereLookedAt() throws Exception {
    Path csv = folder.resolve("a.csv");
    Path svg = folder.resolve("a.svg");
    Cli result =
        sweep(
            STRING,
            "--set",
            "frames=1..6",
            "--set",
            "rule=fifo,lru,opt",
            "--measure",
            "app.hit-rate",
            "--csv",
            csv.toString(),
            "--svg",
            svg.toString());
    assertEquals(0, result.status(), result.err());
    assertEquals(golden("belady.txt"), result.out());
    assertEquals(golden("belady.csv"), Files.readString(csv));
    assertEquals(golden("belady.svg"), Files.readString(svg));
    assertEquals(6 + 1, parse(golden("belady.svg")).getElementsByTagName("circle").getLength());
  }

  @Test
  void itComesOutTheSameHoweverManyRunAtATime() {
    String[] one = {
      STRING,
      "--set",
      "frames=1..12",
      "--set",
      "rule=lru,fifo,clock",
      "--measure",
      "app.faults",
      "--jobs",
      "1"
    };
    String[] many = one.clone();
    many[many.length - 1] = "4";
    assertEquals(sweep(one).out(), sweep(many).out());
  }

  @Test
  void aPointThatComesToNothingIsShownAndTheOthersAreNotLost() throws Exception {
    Path csv = folder.resolve("a.csv");
    Path svg = folder.resolve("a.svg");
    Cli result =
        sweep(
            STRING,
            "--set",
            "frames=63..66",
            "--measure",
            "app.faults",
            "--csv",
            csv.toString(),
            "--svg",
            svg.toString());
    assertEquals(2, result.status());
    assertTrue(result.out().contains("│     64 │          5 │"), result.out());
    assertTrue(result.out().contains("│     65 │      error │"), result.out());
    assertTrue(
        result.out().contains("frames 66: string.vsim:2: V0302: 66 is outside 1 to 64"),
        result.out());
    assertTrue(
        Files.readString(csv).contains("65,,error: string.vsim:2: V0302: 65 is outside 1 to 64"),
        Files.readString(csv));
    assertTrue(Files.readString(svg).contains("× no value: see the table"));
  }

  @Test
  void aLimitAndAFailureAreWordsOfTheTable() throws IOException {
    Path scenario =
        file(
            "ends.vsim",
            "param how = \"well\"",
            "if how == \"never\" { while true { } }",
            "if how == \"badly\" { fail \"no\" }");
    Cli result =
        sweep(
            scenario.toString(),
            "--set",
            "how=well,never,badly",
            "--measure",
            "now",
            "--limit",
            "steps=1000");
    assertEquals(3, result.status());
    assertTrue(result.out().contains("│ never │  limit"), result.out());
    assertTrue(result.out().contains("│ badly │ failed"), result.out());
    assertTrue(result.out().contains("how badly: ends.vsim:3: V0408: no"), result.out());
  }

  @Test
  void severalMeasuresAreSeveralTablesAndPanels() throws Exception {
    Path svg = folder.resolve("a.svg");
    Cli result =
        sweep(
            STRING,
            "--set",
            "frames=3,4",
            "--measure",
            "app.faults",
            "--measure",
            "app.faults / app.accesses",
            "--svg",
            svg.toString());
    assertTrue(result.out().contains("app.faults    string.vsim"), result.out());
    assertTrue(result.out().contains("│      4 │                  0.833333 │"), result.out());
    assertEquals(2, parse(Files.readString(svg)).getElementsByTagName("polyline").getLength());
  }

  @Test
  void wordsAlongTheAxisAreBars() throws Exception {
    Path svg = folder.resolve("a.svg");
    sweep(
        STRING,
        "--set",
        "rule=lru,fifo",
        "--set",
        "frames=3,4",
        "--x",
        "rule",
        "--measure",
        "app.faults",
        "--svg",
        svg.toString());
    Document chart = parse(Files.readString(svg));
    assertEquals(1 + 4 + 2, chart.getElementsByTagName("rect").getLength(), "ground, bars, legend");
    assertEquals(0, chart.getElementsByTagName("polyline").getLength());
  }

  @Test
  void moreLinesThanFitSideBySideStandBelowEachOther() {
    Cli result =
        sweep(
            STRING,
            "--set",
            "frames=1..9",
            "--set",
            "rule=lru,fifo",
            "--x",
            "rule",
            "--measure",
            "app.faults");
    assertTrue(result.out().contains("│ frames │ rule │ app.faults │"), result.out());
    assertTrue(result.out().contains("│      4 │ fifo │         10 │"), result.out());
  }

  @Test
  void whatTheUserWroteCannotBreakTheChart() throws Exception {
    Path scenario = file("odd.vsim", "param what = \"x\" \"<b> & \\\"co\\\"\"", "let n = 1");
    Path svg = folder.resolve("a.svg");
    Cli result =
        sweep(
            scenario.toString(),
            "--set",
            "what=\"<a&\u202Eb>\",c",
            "--measure",
            "now",
            "--title",
            "</title>",
            "--svg",
            svg.toString());
    assertEquals(0, result.status(), result.err());
    Document chart = parse(Files.readString(svg));
    assertEquals("</title>", chart.getElementsByTagName("title").item(0).getTextContent());
    assertFalse(Files.readString(svg).contains("\u202E"));
  }

  @Test
  void mistakesAreToldOnceAndNothingRuns() {
    Cli measure = sweep(STRING, "--set", "frames=1..60", "--measure", "app.fault");
    assertEquals(2, measure.status());
    assertEquals(
        """
        --measure:1:11: error V0208: a process has no attribute `fault`
          1 | print app.fault
            |           ^^^^^
        help: did you mean `faults`?
        """,
        measure.err());
    Cli name = sweep(STRING, "--set", "frame=1..60", "--measure", "app.faults");
    assertEquals(2, name.status());
    assertTrue(name.err().contains("did you mean `frames`?"), name.err());
    assertEquals("", name.out());
    Cli two = sweep(STRING, "--set", "frames=1", "--measure", "app.faults, 1");
    assertTrue(two.err().contains("V0442"), two.err());
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertTrue(sweep(STRING, "--measure", "now").err().contains("nothing is turned"));
    assertTrue(sweep(STRING, "--set", "frames=3").err().contains("nothing is measured"));
    Cli x = sweep(STRING, "--set", "frames=3", "--measure", "now", "--x", "rule");
    assertEquals(2, x.status());
    assertTrue(x.err().contains("not among what --set turns"), x.err());
    Cli many = sweep(STRING, "--set", "frames=1..64", "--set", "rule=1..2000", "--measure", "now");
    assertEquals(2, many.status());
    assertTrue(many.err().contains("more than 100000 runs"), many.err());
  }

  @Test
  void assertionsOfTheScenarioArePassedOver() throws IOException {
    Path scenario =
        file("proud.vsim", "param n = 1", "assert n == 1", "forbid page-fault", "access 0");
    Cli result = sweep(scenario.toString(), "--set", "n=1,2", "--measure", "host.init.faults");
    assertEquals(0, result.status(), result.err());
  }
}
