package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The autograder's zip, unpacked into folders laid out as Gradescope's, grades offline. */
class GradescopePackageTest {
  private static final String ASSIGNMENT =
      """
      assignment "Packed" < submit "a.vsim" >
      use "helpers"
      param student = "nobody"
      check "it runs" points 10 { simulate submission }
      check "faults" points 20 { let r = simulate submission; assert r.p.faults == helpers.wanted }
      check "whose" points 5 { assert student == "ann@x.org" }
      check "secret" points 5 hidden { assert 1 == 2 "zanzibar" }
      """;

  @TempDir Path folder;
  private Coursework work;
  private Path root;

  /** As the platform does it: the zip becomes the folder source, its runner stands beside. */
  @BeforeEach
  void unpack() throws IOException {
    work = new Coursework(folder);
    work.assignment(ASSIGNMENT);
    work.write("hw/helpers.vsim", "let wanted = 2");
    work.write("hw/samples/good.vsim", "process p");
    Path zip = folder.resolve("hw.zip");
    Cli packed =
        Cli.run(
            "grade",
            "--package",
            "gradescope",
            work.assignment().toString(),
            "--out",
            zip.toString());
    assertEquals(0, packed.status(), packed.out() + packed.err());
    root = Files.createDirectories(folder.resolve("autograder"));
    extract(zip, root.resolve("source"));
    Files.copy(root.resolve("source/run_autograder"), root.resolve("run_autograder"));
    assertTrue(root.resolve("run_autograder").toFile().setExecutable(true));
    Files.createDirectories(root.resolve("submission"));
    Files.createDirectories(root.resolve("results"));
    work.write(
        "autograder/submission_metadata.json",
        """
        {"id": 1, "assignment": {"total_points": "40.0", "title": "Packed"},
         "users": [{"email": "zoe@x.org", "id": 2, "name": "Zoe"}, {"email": "ann@x.org", "id": 3, "name": "Ann"}]}
        """);
  }

  private static void extract(Path zip, Path to) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : file.stream().toList()) {
        Path target = to.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }

  private JsonObject run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(root.resolve("run_autograder").toString());
    builder.environment().put("AUTOGRADER_ROOT", root.toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals("", said, "students may see what the runner says");
    return JsonParser.parseString(Files.readString(root.resolve("results/results.json")))
        .getAsJsonObject();
  }

  @Test
  void theRootHoldsWhatThePlatformLooksForAndNoSamples() {
    assertTrue(Files.isRegularFile(root.resolve("source/setup.sh")));
    assertTrue(Files.isRegularFile(root.resolve("source/assignment/helpers.vsim")));
    assertFalse(Files.exists(root.resolve("source/assignment/samples")));
  }

  @Test
  void aSubmissionIsGradedOffline() throws Exception {
    work.write("autograder/submission/a.vsim", "process p\naccess page 1, 2");
    work.write("autograder/submission/notes.txt", "not needed");
    JsonObject results = run();
    assertEquals(35, results.get("score").getAsDouble(), results.toString());
    assertEquals(4, results.getAsJsonArray("tests").size());
    JsonObject last = results.getAsJsonArray("tests").get(3).getAsJsonObject();
    assertEquals("hidden", last.get("visibility").getAsString());
    assertFalse(results.toString().contains("zanzibar"));
  }

  @Test
  void aSubmissionWithoutTheFileGetsAReportToo() throws Exception {
    work.write("autograder/submission/b.vsim", "process p");
    JsonObject results = run();
    assertEquals(0, results.get("score").getAsDouble());
    assertTrue(results.get("output").getAsString().contains("a.vsim"), results.toString());
  }

  @Test
  void anAutograderThatIsBrokenBlamesNobodyAndTellsNothing() throws Exception {
    work.write("autograder/source/assignment/assignment.vsim", "zanzibar < >");
    work.write("autograder/submission/a.vsim", "process p");
    JsonObject results = run();
    assertEquals(0, results.get("score").getAsDouble());
    assertFalse(results.toString().contains("zanzibar"));
  }

  /** Whenever it is killed: what stands in the file is a whole report with every check. */
  @Test
  void aKillLeavesWhatThereWas() throws Exception {
    StringBuilder many = new StringBuilder("assignment \"Long\" < submit \"a.vsim\" >\n");
    for (int i = 0; i < 200; i++) {
      many.append("check \"c").append(i).append("\" points 1 { simulate submission }\n");
    }
    work.write("autograder/source/assignment/assignment.vsim", many.toString());
    work.write("autograder/submission/a.vsim", "process p\nrepeat 20_000 { access page 1 }");
    Path results = root.resolve("results/results.json");
    Random random = new Random(7);
    for (int round = 0; round < 3; round++) {
      Files.deleteIfExists(results);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-cp",
                  root.resolve("source/lib") + "/*:" + root.resolve("source/classes"),
                  "dev.vsim.cli.Main",
                  "grade",
                  root.resolve("source/assignment").toString(),
                  root.resolve("submission").toString(),
                  "--format",
                  "gradescope",
                  "--out",
                  results.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      while (process.isAlive() && !Files.exists(results)) {
        Thread.onSpinWait();
      }
      process.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      JsonObject report = JsonParser.parseString(Files.readString(results)).getAsJsonObject();
      List<JsonElement> tests = report.getAsJsonArray("tests").asList();
      assertEquals(200, tests.size());
      double sum =
          tests.stream().mapToDouble(t -> t.getAsJsonObject().get("score").getAsDouble()).sum();
      assertEquals(sum, report.get("score").getAsDouble());
      assertTrue(sum >= 1, "the first check is through");
    }
  }
}
