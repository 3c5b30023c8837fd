package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code protect A r}: gives a page other rights. */
public final class Protect extends ForProcess {
  private static final Slot AT = Slot.of("address", Types.LOCATION);
  private static final Slot RIGHTS =
      Slot.of("rights", Type.Words.of("a page's rights", "r", "rw", "rx", "rwx"));
  private static final Signature SIGNATURE =
      Signature.of("protect")
          .on("process")
          .required(AT)
          .required(RIGHTS)
          .doc("Gives a page other rights; its cached translations are dropped.");

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
        .of(process.protect(at.getAsLong(), MapOutcomes.rights(given.word(RIGHTS))));
  }
}
