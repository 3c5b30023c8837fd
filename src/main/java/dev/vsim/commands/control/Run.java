package dev.vsim.commands.control;

import dev.vsim.machine.time.EventQueue;
import dev.vsim.value.Dimension;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code run 100ms}: lets virtual time pass. */
public final class Run implements Command {
  private static final Slot DURATION =
      Slot.of("duration", new Type.Whole(Dimension.DURATION, 0, EventQueue.END));
  private static final Signature SIGNATURE =
      Signature.of("run")
          .required(DURATION)
          .doc(
              "Lets virtual time pass, and what is under way with it. What ends at its last instant has"
                  + " ended; what begins there has not begun.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    return new Outcome.Runs(setting.machine().queue().alarm(given.number(DURATION)));
  }
}
