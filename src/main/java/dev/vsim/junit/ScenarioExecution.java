package dev.vsim.junit;

import dev.vsim.run.GoldenTests;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Status;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs one scenario, and tells JUnit what came of each part that was asked for. */
final class ScenarioExecution {
  private final ScenarioDescriptor scenario;
  private final EngineExecutionListener listener;

  /** Whether all of it was asked for, so that what only the run brings up is told too. */
  private final boolean whole;

  /** The parts that were asked for and of which nothing has come yet. */
  private final Set<CaseDescriptor> open = new LinkedHashSet<>();

  ScenarioExecution(ScenarioDescriptor scenario, EngineExecutionListener listener) {
    this.scenario = scenario;
    this.listener = listener;
    for (TestDescriptor part : scenario.getChildren()) {
      open.add((CaseDescriptor) part);
    }
    this.whole = open.size() == scenario.outline().parts().size();
  }

  void run(GoldenTests tests) {
    listener.executionStarted(scenario);
    TestExecutionResult outcome = TestExecutionResult.successful();
    try {
      tell(tests.run(scenario.scenario()));
    } catch (RuntimeException | Error defect) {
      outcome = TestExecutionResult.failed(defect);
    }
    listener.executionFinished(scenario, outcome);
  }

  private void tell(Report report) {
    for (Case each : report.cases()) {
      Optional<CaseDescriptor> asked = open.stream().filter(part -> part.is(each)).findFirst();
      if (asked.isPresent()) {
        open.remove(asked.get());
        tell(asked.get(), report, each);
      } else if (whole) {
        CaseDescriptor found = scenario.describe(each);
        scenario.addChild(found);
        listener.dynamicTestRegistered(found);
        tell(found, report, each);
      }
    }
    open.forEach(part -> unreached(part, report));
  }

  private void tell(CaseDescriptor test, Report report, Case each) {
    if (each.status() == Status.SKIP) {
      listener.executionSkipped(test, each.results().get(0).message());
      return;
    }
    listener.executionStarted(test);
    listener.executionFinished(
        test,
        each.status() == Status.PASS
            ? TestExecutionResult.successful()
            : TestExecutionResult.failed(Failures.of(report, each)));
  }

  /** A part that the run has not come to: of no account where all is well, else it fails too. */
  private void unreached(CaseDescriptor part, Report report) {
    String reason = "the run did not come to it";
    if (report.status().isGood()) {
      listener.executionSkipped(part, reason);
    } else {
      listener.executionStarted(part);
      listener.executionFinished(
          part, TestExecutionResult.failed(Failures.unreached(report, reason)));
    }
  }
}
