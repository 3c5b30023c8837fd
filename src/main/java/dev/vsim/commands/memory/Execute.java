package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.event.Op;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code execute 0x400000}: fetches an instruction. */
public final class Execute extends ForProcess {
  private static final Slot AT = Slot.of("address", Types.LOCATION);
  private static final Signature SIGNATURE =
      Signature.of("execute")
          .on("process")
          .required(AT)
          .doc("Fetches the instruction byte at an address.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong at = location(process, given, AT, 0);
    if (at.isEmpty()) {
      return unknownLabel(process, given, AT, 0);
    }
    refer(process.access(at.getAsLong(), Op.EXECUTE), process, setting);
    return Outcome.DONE;
  }
}
