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

/** {@code execute 0x400000}: fetches an instruction. */
public final class Execute extends ForProcess {
  private static final Slot AT = Slot.list("address", Types.LOCATION);
  private static final Signature SIGNATURE =
      Signature.of("execute")
          .on("process")
          .required(AT)
          .doc("Fetches the instruction byte at each address in turn.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    return each(process, given, AT, setting, va -> process.access(va, Op.EXECUTE));
  }
}
