package dev.vsim.junit;

import dev.vsim.run.GoldenTests;
import java.util.Optional;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Runs scenarios as tests of the JUnit Platform, under the id {@code vsim}: those in folders that
 * are selected, single files, and single places in them. Each scenario is a container; its run, its
 * checks and its golden are the tests.
 */
public final class ScenarioEngine implements TestEngine {
  /** What {@code @IncludeEngines} names. */
  public static final String ID = "vsim";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Optional<String> getGroupId() {
    return Optional.of("dev.vsim");
  }

  @Override
  public Optional<String> getArtifactId() {
    return Optional.of("vsim");
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    EngineDescriptor engine = new EngineDescriptor(uniqueId, ID);
    EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
        .addSelectorResolver(new ScenarioResolver(uniqueId, request.getDiscoveryListener()))
        .build()
        .resolve(request, engine);
    return engine;
  }

  @Override
  public void execute(ExecutionRequest request) {
    EngineExecutionListener listener = request.getEngineExecutionListener();
    TestDescriptor engine = request.getRootTestDescriptor();
    GoldenTests tests = new GoldenTests(GoldenTests.Settings.USUAL);
    listener.executionStarted(engine);
    for (TestDescriptor scenario : engine.getChildren()) {
      new ScenarioExecution((ScenarioDescriptor) scenario, listener).run(tests);
    }
    listener.executionFinished(engine, TestExecutionResult.successful());
  }
}
