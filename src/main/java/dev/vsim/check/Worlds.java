package dev.vsim.check;

import dev.vsim.syntax.Expr;
import dev.vsim.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The worlds that one file simulates: which scenario runs in each, as far as that is known before
 * the run, and what the file itself adds to them inside {@code in r { … }}.
 */
final class Worlds {
  private final IdentityHashMap<Expr.Simulation, CheckedProgram> simulated =
      new IdentityHashMap<>();
  private final Map<String, CheckedProgram> scenarios = new HashMap<>();
  private final Map<String, Objects> objects = new HashMap<>();
  private final Objects declared;
  private final Set<String> labels = new LinkedHashSet<>();
  private final boolean assigned;
  private boolean simulates;

  /**
   * @param assigned whether the file is an assignment's, so that there is a submission
   */
  Worlds(Vocabulary vocabulary, boolean assigned) {
    this.assigned = assigned;
    this.declared = new Objects(vocabulary);
  }

  /** The file simulates something. */
  void simulated() {
    simulates = true;
  }

  /** Whether the file simulates anything: that it comes to its end is asserted then. */
  boolean simulates() {
    return simulates;
  }

  /** Whether there is a submission to simulate. */
  boolean hasSubmission() {
    return assigned;
  }

  /** A simulation's scenario was found. */
  void put(Expr.Simulation simulation, CheckedProgram program) {
    simulated.put(simulation, program);
    scenarios.put(program.source().name(), program);
  }

  /** The objects that the file declares in other worlds, in whichever. */
  Objects declared() {
    return declared;
  }

  /** The labels that the file gives to pages in other worlds. */
  Set<String> labels() {
    return labels;
  }

  Optional<CheckedProgram> scenario(Expr.Simulation simulation) {
    return Optional.ofNullable(simulated.get(simulation));
  }

  /** The scenario that ran in a world of this type, where it is known. */
  Optional<CheckedProgram> scenario(StaticType world) {
    return Optional.ofNullable(scenarios.get(world.kind()));
  }

  /** The objects of a world of this type; open where its scenario is not known. */
  Objects objects(StaticType world) {
    return objects.computeIfAbsent(
        world.kind(), name -> declared.with(scenario(world).map(CheckedProgram::objects)));
  }

  /** The labels of pages in a world of this type; any where its scenario is not known. */
  PageLabels labels(StaticType world) {
    Set<String> all = new LinkedHashSet<>(labels);
    scenario(world).ifPresent(program -> all.addAll(program.labels()));
    return new PageLabels(all, scenario(world).isEmpty());
  }
}
