package dev.vsim.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryListener;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What JUnit's launcher saw of a run of the scenario engine. */
final class Launched implements TestExecutionListener, LauncherDiscoveryListener {
  private final Map<TestIdentifier, String> outcomes = new LinkedHashMap<>();
  private final Map<String, Throwable> failures = new LinkedHashMap<>();
  private final List<DiscoveryIssue> issues = new ArrayList<>();

  private Launched() {}

  static Launched of(List<DiscoverySelector> selectors) {
    Launched launched = new Launched();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectors)
            .filters(EngineFilter.includeEngines(ScenarioEngine.ID))
            .listeners(launched)
            .build();
    LauncherConfig config =
        LauncherConfig.builder().enableLauncherDiscoveryListenerAutoRegistration(false).build();
    LauncherFactory.create(config).execute(request, launched);
    return launched;
  }

  /** {@code isolation failed}, in the order in which they came. */
  List<String> outcomes() {
    return outcomes.entrySet().stream()
        .map(one -> one.getKey().getDisplayName() + " " + one.getValue())
        .toList();
  }

  List<String> ids() {
    return outcomes.keySet().stream().map(TestIdentifier::getUniqueId).toList();
  }

  Throwable failure(String name) {
    return failures.get(name);
  }

  TestSource source(String name) {
    return outcomes.keySet().stream()
        .filter(test -> test.getDisplayName().equals(name))
        .findFirst()
        .flatMap(TestIdentifier::getSource)
        .orElseThrow();
  }

  List<DiscoveryIssue> issues() {
    return issues;
  }

  @Override
  public void issueEncountered(UniqueId engineId, DiscoveryIssue issue) {
    issues.add(issue);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    outcomes.put(test, "skipped");
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result.getThrowable().ifPresent(thrown -> failures.put(test.getDisplayName(), thrown));
    if (test.isTest()) {
      boolean good = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
      outcomes.put(test, good ? "ok" : "failed");
    }
  }
}
