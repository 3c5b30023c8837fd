package dev.vsim.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs each target on the inputs that have been found worth keeping, and on some that are made
 * anew; Jazzer, which looks for further ones, is not needed ({@code mvn -Pfuzz}).
 */
class FuzzCorpusTest {
  private static final Path KEPT = Path.of("src/test/resources/fuzz");
  private static final int SPLICES = 250;
  private static final int MOST_BYTES = 40;

  private static final Map<String, Consumer<byte[]>> TARGETS =
      new TreeMap<>(
          Map.of(
              "SyntaxFuzz", SyntaxFuzz::fuzzerTestOneInput,
              "ScenarioFuzz", ScenarioFuzz::fuzzerTestOneInput,
              "SpliceFuzz", SpliceFuzz::fuzzerTestOneInput,
              "TraceFuzz", TraceFuzz::fuzzerTestOneInput,
              "FilesFuzz", FilesFuzz::fuzzerTestOneInput));

  @TestFactory
  Stream<DynamicTest> keptInputsHold() {
    return TARGETS.entrySet().stream()
        .flatMap(target -> inputs(target.getKey(), target.getValue()));
  }

  private static Stream<DynamicTest> inputs(String target, Consumer<byte[]> claims) {
    return kept(KEPT.resolve(target)).stream()
        .map(
            file ->
                dynamicTest(
                    target + "/" + file.getFileName(),
                    () -> claims.accept(Files.readAllBytes(file))));
  }

  private static List<Path> kept(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Scenarios cut and joined at random, the same ones each time. */
  @TestFactory
  Stream<DynamicTest> splicesHold() {
    return IntStream.range(0, SPLICES)
        .mapToObj(
            seed ->
                dynamicTest("splice " + seed, () -> SpliceFuzz.fuzzerTestOneInput(bytes(seed))));
  }

  private static byte[] bytes(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[2 + random.nextInt(MOST_BYTES)];
    random.nextBytes(bytes);
    return bytes;
  }
}
