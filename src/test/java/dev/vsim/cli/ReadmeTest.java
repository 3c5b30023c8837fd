package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** README.md's commands print what it says they print, and its scenario runs. */
class ReadmeTest {
  private static final String FENCE = "```";

  @TempDir Path folder;

  private static List<List<String>> blocks(String kind) throws IOException {
    List<List<String>> blocks = new ArrayList<>();
    List<String> open = null;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (open == null && line.equals(FENCE + kind)) {
        open = new ArrayList<>();
      } else if (open != null && line.equals(FENCE)) {
        blocks.add(open);
        open = null;
      } else if (open != null) {
        open.add(line);
      }
    }
    return blocks;
  }

  @TestFactory
  List<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (List<String> block : blocks("console")) {
      String command = "";
      List<String> output = new ArrayList<>();
      for (String line : block) {
        if (line.startsWith("$ ")) {
          add(tests, command, output);
          command = line.substring(2);
          output = new ArrayList<>();
        } else {
          output.add(line);
        }
      }
      add(tests, command, output);
    }
    assertTrue(tests.size() >= 4, "the README shows commands");
    return tests;
  }

  private static void add(List<DynamicTest> tests, String command, List<String> output) {
    if (!command.isEmpty()) {
      String shown = String.join("\n", output);
      tests.add(DynamicTest.dynamicTest(command, () -> assertEquals(shown, printed(command))));
    }
  }

  /** What a command prints; the time that a test run took is not compared. */
  private static String printed(String command) {
    assertTrue(command.startsWith("./vsim "), command);
    Cli result = Cli.run(command.substring("./vsim ".length()).split(" "));
    return (result.out() + result.err()).stripTrailing().replaceAll(" +[0-9]+\\.[0-9] s$", "");
  }

  @Test
  void theLanguageInOnePageRuns() throws IOException {
    Path scenario = folder.resolve("page.vsim");
    Files.copy(Path.of("scenarios/tour.vsim"), folder.resolve("tour.vsim"));
    for (List<String> block : blocks("vsim")) {
      Files.write(scenario, block);
      Cli result = Cli.run("run", scenario.toString());
      assertEquals(0, result.status(), result.err());
    }
  }
}
