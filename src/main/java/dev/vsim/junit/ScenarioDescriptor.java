package dev.vsim.junit;

import dev.vsim.run.Outline;
import dev.vsim.text.PlainText;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Where;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A scenario in JUnit's tree: its id is its path, so that it stays the same as long as that. */
final class ScenarioDescriptor extends AbstractTestDescriptor {
  static final String SEGMENT = "scenario";

  private final Path scenario;
  private final Outline outline;

  ScenarioDescriptor(UniqueId id, Path scenario) {
    super(id, PlainText.shown(Sources.name(scenario)), Sources.of(scenario));
    this.scenario = scenario;
    this.outline = Outline.of(scenario);
  }

  Path scenario() {
    return scenario;
  }

  Outline outline() {
    return outline;
  }

  /** The ids of all its parts. */
  List<UniqueId> partIds() {
    return outline.parts().stream().map(part -> id(part.sort(), part.name())).toList();
  }

  /** The part of this id, if the scenario has it still. */
  Optional<CaseDescriptor> part(UniqueId id) {
    return outline.parts().stream()
        .filter(part -> id(part.sort(), part.name()).equals(id))
        .findFirst()
        .map(part -> describe(part.sort(), part.name(), part.where()));
  }

  /** The part in which a place lies: the innermost check around it, else the run itself. */
  UniqueId partAt(int line) {
    Outline.Part found = outline.parts().get(0);
    for (Outline.Part part : outline.parts()) {
      Where where = part.where();
      boolean around = where.line() <= line && line <= where.endLine();
      found = part.sort() == Case.Sort.CHECK && around ? part : found;
    }
    return id(found.sort(), found.name());
  }

  /** A test for a case that only the run has brought up. */
  CaseDescriptor describe(Case each) {
    return describe(each.sort(), each.name(), each.where());
  }

  private CaseDescriptor describe(Case.Sort sort, String name, Where where) {
    return new CaseDescriptor(id(sort, name), sort, name, scenario, Sources.of(where, scenario));
  }

  private UniqueId id(Case.Sort sort, String name) {
    return getUniqueId().append(sort.word(), name.isBlank() ? "(no name)" : name);
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public boolean mayRegisterTests() {
    return true;
  }
}
