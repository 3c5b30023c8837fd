package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line: what it prints where, and its exit status. */
class CommandLineTest {
  @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void versionAndHelp() {
    assertTrue(Cli.run("--version").out().startsWith("vsim "));
    for (String command : List.of("run", "check", "test", "fmt", "explain")) {
      Cli help = Cli.run(command, "--help");
      assertEquals(0, help.status());
      assertTrue(help.out().contains("Examples:"), help.out());
    }
  }

  /** A description that is cut off in its middle says less than none. */
  @Test
  void theListOfCommandsHasWholeSentences() {
    String help = Cli.run("--help").out();
    String list = help.substring(help.indexOf("Commands:"), help.indexOf("Examples:"));
    for (String entry : list.replaceAll("\n {4,}", " ").lines().skip(1).toList()) {
      assertTrue(entry.isBlank() || entry.endsWith("."), entry);
    }
  }

  @Test
  void nothingAskedIsUsage() {
    Cli result = Cli.run();
    assertEquals(2, result.status());
    assertTrue(result.err().contains("Usage: vsim"), result.err());
  }

  @Test
  void aMistypedCommandIsSuggested() {
    Cli result = Cli.run("rnu", "x.vsim");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("did you mean `run`?"), result.err());
  }

  @Test
  void anAssertionThatFailsIsStatusOne() throws IOException {
    Cli result = Cli.run("run", file("a.vsim", "access 0x1000\nassert host.init.faults == 2\n"));
    assertEquals(1, result.status());
    assertTrue(
        result.err().contains("a.vsim:2: failed: assert host.init.faults == 2"), result.err());
    assertTrue(result.err().contains("host.init.faults is 1 (first-touch 1)"), result.err());
    assertTrue(result.out().contains("expect page-fault"), "the trace is printed all the same");
  }

  @Test
  void failIsStatusOne() throws IOException {
    Cli result = Cli.run("run", file("a.vsim", "fail \"not today\"\nprint 1\n"));
    assertEquals(1, result.status());
    assertTrue(result.err().contains("not today"), result.err());
    assertFalse(result.out().contains("# 1"), "nothing runs behind it");
  }

  @Test
  void anAssertionNeverChangesAnEvent() throws IOException {
    String bare = "access 0x1000\naccess 0x2000\n";
    String asserted =
        "access 0x1000\nexpect evict\nassert 1 == 2\nexpect no access\naccess 0x2000\n";
    assertEquals(
        Cli.run("run", file("a.vsim", bare)).out(), Cli.run("run", file("b.vsim", asserted)).out());
  }

  @Test
  void traceNoneLeavesWhatIsPrinted() throws IOException {
    Cli result = Cli.run("run", "--trace", "none", file("a.vsim", "access 0x1000\nprint 7\n"));
    assertEquals("# 7\n", result.out());
  }

  @Test
  void traceIntoAFile() throws IOException {
    Path trace = folder.resolve("out.trace");
    Cli result = Cli.run("run", "--trace", trace.toString(), file("a.vsim", "access 0x1000\n"));
    assertEquals("", result.out());
    assertTrue(Files.readString(trace).startsWith("# vsim trace 1\nrewind\n"));
  }

  @Test
  void parametersAreSet() throws IOException {
    String file =
        file(
            "a.vsim",
            "param frames in 1..64 = 4 \"frames\"\nparam rule = \"fifo\"\nprocess p < frames (frames); policy (rule) >\nprint frames, rule\n");
    assertEquals("# 4 fifo\n", Cli.run("run", "--trace", "none", file).out());
    assertEquals(
        "# 3 lru\n",
        Cli.run("run", "--trace", "none", "--set", "frames=3", "--set", "rule=lru", file).out());
    Cli outside = Cli.run("run", "--set", "frames=65", file);
    assertEquals(2, outside.status());
    assertTrue(outside.err().contains("65 is outside 1 to 64"), outside.err());
    Cli unknown = Cli.run("run", "--set", "frame=3", file);
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("did you mean `frames`?"), unknown.err());
    Cli word = Cli.run("run", "--set", "rule=lifo", file);
    assertEquals(2, word.status());
    assertTrue(word.err().contains("V0203"), word.err());
  }

  @Test
  void whatIsSetIsALiteralOrAText() throws IOException {
    String file =
        file(
            "a.vsim",
            """
            param n = 1
            param t = 10ms
            param share = 50%
            param name = "x"
            param list = [1]
            print n, t, share, name, list
            """);
    String[] set = {
      "--set",
      "n=-3",
      "--set",
      "t=2s",
      "--set",
      "share=80%",
      "--set",
      "name=2q",
      "--set",
      "list=[2, -3]"
    };
    assertEquals("# -3 2s 0.8 2q [2, -3]\n", set(file, set).out());
    assertEquals("# 1 10ms 0.5 17 [1]\n", set(file, "--set", "name=17").out());
    assertEquals("# 1 10ms 0.5 a # b [1]\n", set(file, "--set", "name=a # b").out());
    assertEquals(
        "# 1 10ms 0.5 say \"so\" [1]\n", set(file, "--set", "name=\"say \\\"so\\\"\"").out());
    for (String wrong : List.of("n=4K ms", "n=2.5", "t=5", "t=5K", "share=10ms", "list=1", "n=")) {
      Cli refused = set(file, "--set", wrong);
      assertEquals(2, refused.status(), wrong + refused.out());
      assertTrue(refused.err().contains("V0415"), refused.err());
    }
  }

  private static Cli set(String file, String... options) {
    List<String> line = new ArrayList<>(List.of("run", "--trace", "none", file));
    line.addAll(List.of(options));
    return Cli.run(line.toArray(new String[0]));
  }

  @Test
  void pathsAreRelativeToTheFileThatNamesThem() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    file("lib/refs.txt", "R 0x1000\nR 0x2000\n");
    file("lib/part.vsim", "def again() { replay \"refs.txt\" }\n");
    String file =
        file("a.vsim", "use \"lib/part\" as part\npart.again()\nprint host.init.accesses\n");
    Cli result = Cli.run("run", "--trace", "none", file);
    assertEquals("", result.err());
    assertTrue(result.out().endsWith("# 2\n"), result.out());
  }

  @Test
  void limitsAreRaisedAndLowered() throws IOException {
    String file = file("a.vsim", "repeat 100 { }\n");
    assertEquals(0, Cli.run("run", file).status());
    assertEquals(3, Cli.run("run", "--limit", "steps=50", file).status());
    assertEquals(2, Cli.run("run", "--limit", "stepps=50", file).status());
    assertEquals(2, Cli.run("run", "--limit", "steps=none", file).status());
  }

  @Test
  void diagnosticsAsJson() throws IOException {
    Cli result =
        Cli.run("check", "--format", "json", file("a.vsim", "print 1\nvm linux < nic vmxnet4 >\n"));
    assertEquals(2, result.status());
    JsonObject json = JsonParser.parseString(result.out().strip()).getAsJsonObject();
    assertEquals("V0203", json.get("code").getAsString());
    assertEquals(2, json.get("line").getAsInt());
    assertEquals(16, json.get("column").getAsInt());
    assertEquals(23, json.get("endColumn").getAsInt());
    assertEquals("error", json.get("severity").getAsString());
  }

  @Test
  void noColourWithoutATerminal() throws IOException {
    Cli result = Cli.run("run", file("a.vsim", "acess 1\n"));
    assertFalse(result.err().contains("\u001b"), result.err());
  }

  @Test
  void explainKnowsEveryProblem() {
    for (Problem problem : Problems.all()) {
      Cli result = Cli.run("explain", problem.code());
      assertEquals(0, result.status());
      assertTrue(result.out().startsWith(problem.code()), result.out());
      assertTrue(problem.explanation().length() > 40, problem.code() + " explains itself");
    }
    assertEquals(Problems.all().size(), Cli.run("explain").out().lines().count());
    assertEquals(2, Cli.run("explain", "V9999").status());
  }

  @Test
  void codesAreUnique() {
    List<String> codes = Problems.all().stream().map(Problem::code).toList();
    assertEquals(codes.size(), codes.stream().distinct().count());
  }

  @Test
  void blessWritesOnceAndNeverInCi() throws IOException {
    String file = file("a.vsim", "access 0x1000\n");
    Path golden = folder.resolve("a.trace");
    assertEquals(2, Cli.run("test", file).status(), "nothing is checked yet");
    assertEquals(2, Cli.run(Map.of("CI", "true"), "test", file, "--bless").status());
    assertFalse(Files.exists(golden));
    assertEquals(0, Cli.run("test", file, "--bless").status());
    assertEquals(0, Cli.run("test", file).status());
    Files.writeString(golden, Files.readString(golden).replace("frame 0x0", "frame 0x7"));
    Cli differs = Cli.run("test", file);
    assertEquals(1, differs.status());
    assertTrue(differs.out().contains("--bless"), differs.out());
  }

  @Test
  void aFailingScenarioIsNotBlessed() throws IOException {
    String file = file("a.vsim", "access 0x1000\nexpect evict\n");
    assertEquals(1, Cli.run("test", file, "--bless").status());
    assertFalse(Files.exists(folder.resolve("a.trace")));
  }

  @Test
  void selectingNothingIsStatusTwo() {
    assertEquals(2, Cli.run("test", folder.toString()).status());
    assertEquals(2, Cli.run("test", folder.resolve("none").toString()).status());
  }

  @Test
  void anObsoleteGoldenIsRejectedInCi() throws IOException {
    file("a.vsim", "assert 1 == 1\n");
    file("gone.trace", "# vsim trace 1\nrewind\n");
    assertEquals(0, Cli.run("test", folder.toString()).status());
    assertEquals(1, Cli.run(Map.of("CI", "1"), "test", folder.toString()).status());
  }
}
