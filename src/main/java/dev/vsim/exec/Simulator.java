package dev.vsim.exec;

import dev.vsim.check.CheckedProgram;
import dev.vsim.check.SourceRule;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Runs other scenarios, each in a world of its own: what {@code simulate} asks for. Who wires the
 * stations implements it.
 */
public interface Simulator {
  /** Runs one from its first statement to its end. */
  Simulated simulate(Request request);

  /**
   * What is to be run.
   *
   * @param path the scenario as the one who simulates names it
   * @param program the scenario, where the checker has found it already
   * @param submission what is asked of its source, if it is what was handed in to an assignment
   * @param given what it is given for its {@code param}s
   * @param user the text that simulates it, to which the path is relative
   * @param at where in it that stands
   */
  record Request(
      String path,
      Optional<CheckedProgram> program,
      Optional<List<SourceRule>> submission,
      List<Given> given,
      SourceText user,
      Span at) {}

  /** {@code frames 3}: what one {@code param} is given, and where the name of it stands. */
  record Given(String name, Span span, Value value) {}

  /** What has become of it. */
  sealed interface Simulated {
    /** It has come to its end, and this is the world that it leaves behind. */
    record Ended(Value.World world) implements Simulated {}

    /** It did not begin, or did not come to its end. */
    record Failed(Ending.Sort sort, Diagnostic why) implements Simulated {}
  }
}
