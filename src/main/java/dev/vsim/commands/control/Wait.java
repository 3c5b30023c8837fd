package dev.vsim.commands.control;

import dev.vsim.machine.time.Operation;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code wait}: until all that was started is over. */
public final class Wait implements Command {
  private static final Signature SIGNATURE =
      Signature.of("wait")
          .doc(
              "Lets virtual time pass until every command that was started, every `at` and every task is over.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Operation started = setting.machine().outstanding();
    Operation tasks = setting.machine().tasks();
    return new Outcome.Runs(() -> started.isOver() && tasks.isOver());
  }
}
