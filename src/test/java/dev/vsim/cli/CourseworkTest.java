package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The assignments that come with vsim give their samples what they say. */
class CourseworkTest {
  private static final Path FOLDER = Path.of("scenarios/coursework");

  private static List<Path> assignments() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void thereAreThree() throws IOException {
    assertEquals(3, assignments().size());
  }

  @TestFactory
  Stream<DynamicTest> eachSampleGetsItsDeclaredTotal() throws IOException {
    return assignments().stream()
        .map(
            folder ->
                dynamicTest(
                    folder.toString(),
                    () -> {
                      Cli tried = Cli.run("grade", "--try", folder.toString());
                      assertEquals(0, tried.status(), tried.out() + tried.err());
                      String[] names = {"good", "half", "wrong", "broken"};
                      double before = 101;
                      for (String name : names) {
                        double score = score(folder, name);
                        assertTrue(score < before, name + " gets less than the one before");
                        before = score;
                      }
                      assertEquals(100, score(folder, "good"));
                    }));
  }

  private static double score(Path folder, String sample) {
    String file = folder.resolve("samples/" + sample + ".vsim").toString();
    Cli graded = Cli.run("grade", folder.toString(), file, "--format", "json");
    JsonObject grade = JsonParser.parseString(graded.out()).getAsJsonObject();
    return grade.get("score").getAsDouble();
  }

  @Test
  void eachIsLaidOutInTheUsualWay() throws IOException {
    for (Path folder : assignments()) {
      Cli laidOut = Cli.run("fmt", "--check", folder.resolve("assignment.vsim").toString());
      assertEquals(0, laidOut.status(), laidOut.out() + laidOut.err());
    }
  }
}
