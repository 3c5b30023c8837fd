package dev.vsim.commands.memory;

import dev.vsim.commands.ForProcess;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.Rights;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.OptionalLong;

/** {@code map 0x1000 -> 0x5000 rw}: puts a page of the process into a certain frame. */
public final class Map extends ForProcess {
  private static final Slot FROM = Slot.of("from", Types.LOCATION);
  private static final Slot TO = Slot.of("to", Types.ADDRESS);
  private static final Slot RIGHTS =
      Slot.of("rights", Type.Words.of("a page's rights", "r", "rw", "rx", "rwx"));
  private static final Signature SIGNATURE =
      Signature.of("map")
          .on("process")
          .required(FROM)
          .arrow()
          .required(TO)
          .optional(RIGHTS)
          .doc(
              "Maps a page of the process to a frame of its machine's physical memory, with all rights unless it says otherwise.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  protected Outcome act(Process process, Arguments given, Setting setting) {
    OptionalLong from = Places.BY_ADDRESS.address(process, given, FROM, 0);
    if (from.isEmpty()) {
      return Places.unknown(process, given, FROM, 0);
    }
    Rights rights = given.has(RIGHTS) ? MapOutcomes.rights(given.word(RIGHTS)) : Rights.RWX;
    long to = given.number(TO);
    MapOutcomes outcomes =
        new MapOutcomes(
            process.kernel(),
            MapOutcomes.pageSize(process, from.getAsLong()),
            FROM,
            from.getAsLong(),
            TO,
            to);
    return outcomes.of(process.map(from.getAsLong(), to, rights));
  }
}
