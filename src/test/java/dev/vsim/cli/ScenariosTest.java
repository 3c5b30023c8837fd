package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scenarios that come with vsim are its conformance suite: each holds, and is as its golden
 * says.
 */
class ScenariosTest {
  private static final Path FOLDER = Path.of("scenarios");

  /** Holds a copy of the scenarios and all that they read, to try things in. */
  @TempDir static Path copy;

  @BeforeAll
  static void copyScenarios() throws IOException {
    for (Path file : files("")) {
      Path to = copy.resolve(file);
      if (Files.isDirectory(file)) {
        Files.createDirectories(to);
      } else {
        Files.copy(file, to);
      }
    }
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Path beside(Path file, String ending) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending);
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioIsAsItsGoldenSays() throws IOException {
    return files(".vsim").stream()
        .map(
            file ->
                dynamicTest(
                    file.toString(),
                    file.toUri(),
                    () -> {
                      Cli result = Cli.run("test", file.toString(), "--jobs", "1");
                      assertEquals(0, result.status(), result.out() + result.err());
                    }));
  }

  /** Comments do not count for {@code vsim test}; here they do: they are what people look at. */
  @TestFactory
  Stream<DynamicTest> everyGoldenIsByteForByteWhatIsPrinted() throws IOException {
    return files(".trace").stream()
        .map(
            golden ->
                dynamicTest(
                    golden.toString(),
                    golden.toUri(),
                    () ->
                        assertEquals(
                            Files.readString(golden),
                            Cli.run("run", beside(golden, ".vsim").toString()).out())));
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioIsLaidOutInTheUsualWay() throws IOException {
    return files(".vsim").stream()
        .filter(file -> !Files.exists(beside(file, ".err")))
        .map(
            file ->
                dynamicTest(
                    file.toString(),
                    () -> {
                      Cli result = Cli.run("fmt", "--check", file.toString());
                      assertEquals(0, result.status(), result.out() + result.err());
                    }));
  }

  @Test
  void everyScenarioHasExactlyOneGolden() throws IOException {
    for (Path file : files(".vsim")) {
      boolean trace = Files.exists(beside(file, ".trace"));
      boolean refusal = Files.exists(beside(file, ".err"));
      assertTrue(trace ^ refusal, file + " has exactly one of .trace and .err");
    }
  }

  @Test
  void noGoldenIsLeftBehind() throws IOException {
    for (String ending : List.of(".trace", ".err")) {
      for (Path golden : files(ending)) {
        assertTrue(Files.exists(beside(golden, ".vsim")), golden + " belongs to a scenario");
      }
    }
  }

  /** A trace pasted under its scenario holds (language.md, "The trace is in the language"). */
  @TestFactory
  Stream<DynamicTest> everyTraceHoldsUnderItsScenario() throws IOException {
    return files(".trace").stream()
        .map(
            golden ->
                dynamicTest(
                    golden.toString(),
                    () -> {
                      String scenario = Files.readString(beside(golden, ".vsim"));
                      Path pasted = copy.resolve(beside(golden, "-pasted.vsim"));
                      Files.writeString(pasted, scenario + "\n" + Files.readString(golden));
                      Cli result = Cli.run("run", "--trace", "none", pasted.toString());
                      assertEquals(0, result.status(), result.err());
                    }));
  }
}
