package dev.vsim.junit;

import dev.vsim.run.Discovery;
import dev.vsim.run.GoldenTests;
import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import dev.vsim.verdict.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Scenarios as dynamic tests of JUnit Jupiter, for those who have no use for an engine of its own:
 *
 * <pre>
 * &#64;TestFactory
 * Stream&lt;DynamicNode&gt; scenarios() {
 *   return Scenarios.in(Path.of("src/test/scenarios"));
 * }
 * </pre>
 */
public final class Scenarios {
  private Scenarios() {}

  /**
   * A container a scenario, in the order of {@code vsim test}, each run when its turn has come; its
   * run, its checks and its golden are the tests.
   *
   * @param paths scenarios, and folders in which to look for them; finding none is a test that
   *     fails
   */
  public static Stream<DynamicNode> in(Path... paths) {
    List<Path> found = new Discovery(List.of(paths)).scenarios();
    if (found.isEmpty()) {
      String nothing = "there is no scenario in " + List.of(paths);
      return Stream.of(
          DynamicTest.dynamicTest(
              "scenarios",
              () -> {
                throw new ScenarioException(nothing);
              }));
    }
    GoldenTests tests = new GoldenTests(GoldenTests.Settings.USUAL);
    return found.stream().map(Sources::canonical).map(scenario -> container(scenario, tests));
  }

  private static DynamicNode container(Path scenario, GoldenTests tests) {
    return DynamicContainer.dynamicContainer(
        PlainText.shown(Sources.name(scenario)),
        Sources.uri(Where.NOWHERE, scenario),
        Stream.of(scenario).flatMap(path -> cases(tests.run(path), path)));
  }

  private static Stream<DynamicNode> cases(Report report, Path scenario) {
    return report.cases().stream().map(each -> test(report, each, scenario));
  }

  /** Surefire prints a test's own name only, so that the scenario's is in it. */
  private static DynamicNode test(Report report, Case each, Path scenario) {
    return DynamicTest.dynamicTest(
        PlainText.shown(scenario.getFileName() + ": " + each.name()),
        Sources.uri(each.where(), scenario),
        () -> {
          Assumptions.assumeFalse(
              each.status() == Status.SKIP, () -> PlainText.shown(each.results().get(0).message()));
          if (each.status() != Status.PASS) {
            throw Failures.of(report, each);
          }
        });
  }
}
