package dev.vsim.run;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.Checker;
import dev.vsim.source.Diagnostics;
import dev.vsim.syntax.Scenario;
import java.util.Optional;

/**
 * What was handed in, ready to run: its program, and the files beside it that it may read.
 *
 * @param program the file that the assignment asks for, checked
 */
record Submitted(CheckedProgram program, SubmissionFiles files) {
  /** Reads and checks what was handed in; empty after errors. */
  static Optional<Submitted> read(HandedIn in, Diagnostics found) {
    SubmissionFiles files = new SubmissionFiles(in.folder());
    Optional<Scenario> scenario = files.read(in.file(), in.name(), found);
    scenario.ifPresent(s -> files.keep(in.name(), s));
    return found.hasErrors()
        ? Optional.empty()
        : scenario
            .flatMap(s -> new Checker(Language.vocabulary(), files, found).check(s))
            .map(program -> new Submitted(program, files));
  }
}
