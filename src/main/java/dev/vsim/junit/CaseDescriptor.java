package dev.vsim.junit;

import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import java.nio.file.Path;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One thing that a scenario is held to, in JUnit's tree: its run, a check, its golden. */
final class CaseDescriptor extends AbstractTestDescriptor {
  private final Case.Sort sort;
  private final String name;

  /** Its name holds the scenario's, since Surefire prints no more than that. */
  CaseDescriptor(UniqueId id, Case.Sort sort, String name, Path scenario, TestSource source) {
    super(id, PlainText.shown(scenario.getFileName() + ": " + name), source);
    this.sort = sort;
    this.name = name;
  }

  boolean is(Case each) {
    return each.sort() == sort && each.name().equals(name);
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
