package dev.vsim.commands.control;

import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code fail "why"}: ends the scenario as a failure. */
public final class Fail implements Command {
  private static final Slot WHY = Slot.of("why", Types.TEXT);
  private static final Signature SIGNATURE =
      Signature.of("fail")
          .required(WHY)
          .doc("Ends the scenario, and makes its run a failure that says why.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    return new Outcome.Ends(given.text(WHY));
  }
}
