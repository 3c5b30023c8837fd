package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every diagnostic is seen somewhere: in a scenario that is refused, or in a test named here. */
class ProblemsTest {
  /**
   * Those that no scenario of the suite can show, by code: where they are tested, and why there.
   */
  private static final Map<String, String> ELSEWHERE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("V0116", "syntax/ScenarioParserTest: a text of more than 16 MiB"),
              Map.entry("V0147", "syntax/RecoveryTest: a warning beside another mistake"),
              Map.entry("V0442", "sweep/SweepTest: an option of the command line"),
              Map.entry("V0510", "trace/CursorTest: a warning refuses nothing"),
              Map.entry("V0515", "cli/ProblemsTest: a warning refuses nothing"),
              Map.entry("V0168", "syntax/HostileTextTest: a statement of 300,000 words"),
              Map.entry("V0522", "cli/ProblemsTest: a warning refuses nothing"),
              Map.entry("V0520", "trace/TraceReaderTest: a golden of another version"),
              Map.entry("V0621", "cli/ProblemsTest: a device, which not every system has"),
              Map.entry("V0626", "run/replay/DamagedTraceTest: a packing that no tool here writes"),
              Map.entry("V0636", "run/replay/RefusedTraceTest: a file of 64 MiB"),
              Map.entry("V0647", "cli/ImportTest: a file of 16 GiB"),
              Map.entry("V0648", "image/HostileImageTest: a file that vsim import reads"),
              Map.entry("V0649", "cli/ImportTest: a file that vsim import reads"),
              Map.entry("V0650", "image/HostileImageTest: a file that vsim import reads"),
              Map.entry("V0651", "cli/ImportTest: a warning of vsim import"),
              Map.entry("V0652", "cli/ImportTest: an option of the command line"),
              Map.entry("V0703", "cli/ProblemsTest: a limit that is lowered"),
              Map.entry("V0704", "cli/ProblemsTest: a limit that is lowered"),
              Map.entry("V0706", "cli/ProblemsTest: a limit that is lowered"),
              Map.entry("V0707", "cli/ProblemsTest: a limit that is lowered"),
              Map.entry("V1220", "cli/GradeCommandTest: found in a submission"),
              Map.entry("V1221", "cli/GradeCommandTest: found in a submission"),
              Map.entry("V1222", "cli/GradeCommandTest: found in a submission"),
              Map.entry("V1223", "cli/GradeCommandTest: found in a submission"),
              Map.entry("V1224", "cli/HostileSubmissionsTest: nothing usable was handed in"),
              Map.entry("V1225", "cli/HostileSubmissionsTest: a submission reaches outside"),
              Map.entry("V1226", "cli/HostileSubmissionsTest: a submission that is too large"),
              Map.entry("V0713", "cli/SmallHeapTest: a Java that has little memory"),
              Map.entry("V0708", "run/PromptTest: a key is pressed")));

  @TempDir Path folder;

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String refusals() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      return files
          .filter(f -> f.toString().endsWith(".err"))
          .map(ProblemsTest::read)
          .collect(Collectors.joining());
    }
  }

  @Test
  void everyProblemIsShownByAScenarioOrATest() throws IOException {
    String shown = refusals();
    List<String> unseen =
        Problems.all().stream()
            .map(Problem::code)
            .filter(code -> !shown.contains(" " + code + ": "))
            .filter(code -> !ELSEWHERE.containsKey(code))
            .toList();
    assertEquals(
        List.of(), unseen, "a scenario with `.err` shows each, or a test that is named here");
  }

  @Test
  void whatIsTestedElsewhereIsThere() throws IOException {
    String shown = refusals();
    for (Map.Entry<String, String> entry : ELSEWHERE.entrySet()) {
      String code = entry.getKey();
      Problem problem = Problems.named(code).orElseThrow(() -> new AssertionError(code));
      String test = entry.getValue().substring(0, entry.getValue().indexOf(':'));
      String text = read(Path.of("src/test/java/dev/vsim/" + test + ".java"));
      assertTrue(
          text.contains(code) || text.contains(((Enum<?>) problem).name()), code + " in " + test);
      assertTrue(!shown.contains(" " + code + ": "), code + " is shown by a scenario by now");
    }
  }

  private void meets(String code, String limit, String scenario) throws IOException {
    String file = Files.writeString(folder.resolve("a.vsim"), scenario).toString();
    Cli result = Cli.run("run", "--limit", "steps=1_000_000_000", "--limit", limit, file);
    assertEquals(3, result.status(), result.err());
    assertTrue(result.err().contains("error " + code + ": "), result.err());
    assertTrue(
        result.err().contains("--limit " + limit.substring(0, limit.indexOf('='))), result.err());
  }

  @Test
  void limitsThatAreLoweredAreMet() throws IOException {
    meets("V0703", "events=5", "access page 0..9\nexpect access\nexpect next tlb-miss\n");
    meets("V0704", "output=200", "access page 0..9\n");
    meets("V0706", "memory=65536", "for p in 0..99_999 { access page (p) }\n");
    meets("V0707", "seconds=1", "while true { }\n");
  }

  @Test
  void whatIsNotAwaitedIsWarnedOf() throws IOException {
    String file =
        Files.writeString(folder.resolve("a.vsim"), "at 5ms { access 0x1000 }\n").toString();
    Cli result = Cli.run("run", file);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.err().contains("warning V0515: "), result.err());
    assertTrue(!result.out().contains("expect access"), result.out());
  }

  @Test
  void checksOfOneNameAreToldApart() throws IOException {
    String check = "check \"a\" { access 0x1000; expect access }\n";
    String file = Files.writeString(folder.resolve("a.vsim"), check + check).toString();
    Cli result = Cli.run("run", file);
    assertEquals(0, result.status(), result.err());
    assertTrue(result.err().contains("warning V0522: "), result.err());
    assertTrue(result.err().contains("check \"a (2)\""), result.err());
  }

  @Test
  void aDeviceIsNoTrace() throws IOException {
    if (Files.exists(Path.of("/dev/null"))) {
      String file =
          Files.writeString(folder.resolve("a.vsim"), "replay \"/dev/null\"\n").toString();
      Cli result = Cli.run("run", file);
      assertEquals(2, result.status());
      assertTrue(result.err().contains("error V0621: "), result.err());
    }
  }

  /** The conformance suite is as much about errors as about traces (house rule 9). */
  @Test
  void aGoodPartOfTheSuiteIsAboutErrors() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("scenarios"))) {
      long refused = files.filter(f -> f.toString().endsWith(".err")).count();
      assertTrue(refused >= 150, refused + " scenarios are refused");
    }
  }

  @Test
  void everySentenceStandsByItself() {
    for (Problem problem : Problems.all()) {
      assertTrue(!problem.template().endsWith("."), problem.code() + ": no full stop");
      assertTrue(!problem.help().endsWith("."), problem.code() + ": no full stop");
    }
  }
}
