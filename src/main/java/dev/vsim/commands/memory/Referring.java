package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.AccessResult;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Slot;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** A command that refers to memory at one place, or at several one after the other. */
abstract class Referring extends ForProcess {
  private final Places places;
  private final Slot at;

  Referring(Places places) {
    this.places = places;
    this.at = places.some();
  }

  /** The slot of the places. */
  final Slot at() {
    return at;
  }

  /** Makes a reference at each address in turn, while the process lives. */
  final Outcome each(
      Process process, Arguments given, Setting setting, LongFunction<AccessResult> reference) {
    for (int i = 0; i < given.count(at); i++) {
      OptionalLong address = places.address(process, given, at, i);
      if (address.isEmpty()) {
        return Places.unknown(process, given, at, i);
      }
      if (process.ended()) {
        setting.machine().refuse(process, refusedWord(), "ended");
        return Outcome.DONE;
      }
      refer(reference.apply(address.getAsLong()), process, setting);
    }
    return Outcome.DONE;
  }
}
