package dev.vsim.commands.control;

import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code seed 42}: begins the random numbers anew. */
public final class Seed implements Command {
  private static final Slot SEED = Slot.of("seed", Types.CELL);
  private static final Signature SIGNATURE =
      Signature.of("seed")
          .required(SEED)
          .doc(
              "Begins the scenario's random numbers anew from this seed; without it they begin from 42.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    setting.machine().random().reseed(given.number(SEED));
    return Outcome.DONE;
  }
}
