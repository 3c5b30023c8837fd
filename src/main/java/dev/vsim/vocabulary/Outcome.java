package dev.vsim.vocabulary;

import dev.vsim.machine.time.Operation;
import dev.vsim.source.Problem;
import dev.vsim.value.Slot;
import java.util.List;
import java.util.Optional;

/**
 * What came of a command or declaration. What the machine refuses is an event; what cannot be meant
 * is a problem.
 */
public sealed interface Outcome {
  /** It was done, or refused by an event. */
  Outcome DONE = new Done();

  /** Done. */
  record Done() implements Outcome {}

  /** Done, and these lines are to be printed as comments. */
  record Shown(List<String> lines) implements Outcome {}

  /** Begun: the command is over when this is, unless it was started to go on beside others. */
  record Runs(Operation operation) implements Outcome {}

  /** The scenario ends here as a failure ({@code fail "why"}). */
  record Ends(String why) implements Outcome {}

  /**
   * It cannot be meant; {@code at} is the argument to underline, or empty for the whole statement.
   */
  record Wrong(Problem problem, Optional<Slot> at, List<Object> arguments) implements Outcome {}

  static Outcome wrong(Problem problem, Object... arguments) {
    return new Wrong(problem, Optional.empty(), List.of(arguments));
  }

  static Outcome wrongAt(Slot slot, Problem problem, Object... arguments) {
    return new Wrong(problem, Optional.of(slot), List.of(arguments));
  }
}
