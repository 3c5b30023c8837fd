package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.exec.Ending;
import dev.vsim.machine.world.Foresight;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.syntax.Stmt;
import java.util.List;
import java.util.Optional;

/** Endings that only show when a run is over. */
final class Endings {
  private Endings() {}

  /**
   * The second run has made fewer references than the first; the last statement is where one is
   * missing.
   */
  static Ending shortfall(CheckedProgram program, Foresight.Departure missing) {
    List<Stmt> statements = program.statements();
    Diagnostic diagnostic =
        Diagnostic.of(
            ActionProblem.OTHER_REFERENCES,
            program.source(),
            statements.get(statements.size() - 1).span(),
            missing.number(),
            missing.made(),
            missing.noted());
    return new Ending(Ending.Sort.ERROR, Optional.of(diagnostic));
  }
}
