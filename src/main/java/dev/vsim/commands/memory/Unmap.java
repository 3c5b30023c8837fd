package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code unmap 0x1000}: makes a page invalid. */
public final class Unmap extends ForProcess {
  private static final Slot AT = Slot.of("address", Types.LOCATION);
  private static final Signature SIGNATURE =
      Signature.of("unmap")
          .on("process")
          .required(AT)
          .doc(
              "Makes a page invalid until it is mapped again; its contents and its swap slot are gone.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong at = Places.BY_ADDRESS.address(process, given, AT, 0);
    if (at.isEmpty()) {
      return Places.unknown(process, given, AT, 0);
    }
    return new MapOutcomes(
            process.kernel(),
            MapOutcomes.pageSize(process, at.getAsLong()),
            AT,
            at.getAsLong(),
            AT,
            at.getAsLong())
        .of(process.unmap(at.getAsLong()));
  }
}
