package dev.vsim.run;

import dev.vsim.exec.Limits;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds scenarios and holds each against its golden trace or its golden diagnostics. */
public final class GoldenTests {
  /** What is to be tested, and how. */
  public record Settings(List<Path> paths, String filter, int jobs, boolean bless, Limits limits) {}

  static final String SCENARIO = ".vsim";
  static final String TRACE = ".trace";
  static final String REFUSAL = ".err";

  private final Settings settings;

  public GoldenTests(Settings settings) {
    this.settings = settings;
  }

  /** The scenarios that are selected, by path, folder by folder. */
  public List<Path> discover() {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : settings.paths()) {
      found.addAll(Files.isDirectory(path) ? below(path, SCENARIO) : List.of(path));
    }
    return found.stream().filter(p -> p.toString().contains(settings.filter())).toList();
  }

  /**
   * Goldens in the folders tested that belong to no scenario; looked for in an unfiltered run only.
   */
  public List<Path> obsolete() {
    List<Path> obsolete = new ArrayList<>();
    if (settings.filter().isEmpty()) {
      for (Path path : settings.paths()) {
        for (String ending : List.of(TRACE, REFUSAL)) {
          below(path, ending).stream()
              .filter(golden -> !Files.exists(sibling(golden, ending, SCENARIO)))
              .forEach(obsolete::add);
        }
      }
    }
    return obsolete;
  }

  /** Runs them all, several at a time; reports in the order of {@code scenarios}. */
  public List<Report> run(List<Path> scenarios) {
    return new Workers("vsim-test", settings.jobs())
        .all(
            scenarios,
            scenario -> new GoldenTest(scenario, settings.bless(), settings.limits()).run(),
            (scenario, why) -> single(scenario, Result.ofRun(Status.LIMIT, why, "")));
  }

  private static Report single(Path scenario, Result result) {
    return new Report(scenario.toString(), List.of(result), 0, 0);
  }

  static Path sibling(Path file, String ending, String other) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
  }

  private static List<Path> below(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(ending) && Files.isRegularFile(f))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
