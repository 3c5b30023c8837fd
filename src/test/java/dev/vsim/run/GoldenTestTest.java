package dev.vsim.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.exec.Limits;
import dev.vsim.trace.Blessing;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that does not come out twice the same: nothing of ours does that, so one is made up. */
class GoldenTestTest {
  @TempDir Path folder;

  private final AtomicInteger runs = new AtomicInteger();
  private Path scenario;

  @BeforeEach
  void write() throws IOException {
    scenario = Files.writeString(folder.resolve("a.vsim"), "access page 1\nexpect page-fault\n");
  }

  /** Runs a scenario, and prints which run it is. */
  private RunResult unsteady(RunRequest request) {
    RunResult result = ScenarioRun.run(request);
    String line = "# run " + runs.incrementAndGet() + "\n";
    try {
      request.output().write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result;
  }

  private Report test(boolean bless, int repeat) {
    GoldenTests.Settings settings =
        new GoldenTests.Settings(bless, new Blessing.Permission.Granted(), Limits.RUN, repeat);
    return new GoldenTest(scenario, settings, this::unsteady).run();
  }

  @Test
  void repeatingShowsTheFirstRunThatIsAnother() {
    Report report = test(false, 3);
    assertEquals(Status.ERROR, report.status());
    assertEquals("run 2 does not come out as the first did", report.results().get(0).message());
    assertTrue(
        report.results().get(0).drawing().contains("# run 1"), report.results().get(0).drawing());
    assertEquals(2, runs.get(), "the third is not needed");
  }

  @Test
  void aNewGoldenIsRunTwice() {
    Report report = test(true, 1);
    assertEquals(Status.ERROR, report.status());
    assertFalse(Files.exists(folder.resolve("a.trace")));
  }

  @Test
  void nothingIsBlessedWithoutPermission() {
    GoldenTests.Settings settings =
        new GoldenTests.Settings(true, new Blessing.Permission.Denied("CI is set"), Limits.RUN, 1);
    Report report = new GoldenTest(scenario, settings).run();
    assertEquals("is not recorded: CI is set", report.results().get(0).message());
    assertFalse(Files.exists(folder.resolve("a.trace")));
  }
}
