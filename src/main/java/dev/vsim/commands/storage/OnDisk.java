package dev.vsim.commands.storage;

import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.Optional;

/** The place on a disk that a command is about. */
final class OnDisk {
  static final Slot DISK = Slot.of("disk", new Type.OfKind("disk"));
  static final Slot OFFSET = Slot.of("offset", Types.SIZE);
  static final Slot LENGTH =
      Slot.of("length", new Type.Whole(Dimension.SIZE, 1, DiskSettings.MOST));

  private OnDisk() {}

  static VirtualDisk disk(Arguments given) {
    return (VirtualDisk) given.object(DISK);
  }

  /** What is wrong with the place, if it does not lie in the disk. */
  static Optional<Outcome> outside(Arguments given) {
    VirtualDisk disk = disk(given);
    boolean begins = given.number(OFFSET) < disk.size();
    boolean ends = begins && given.number(LENGTH) <= disk.size() - given.number(OFFSET);
    return ends
        ? Optional.empty()
        : Optional.of(
            Outcome.wrongAt(
                begins ? LENGTH : OFFSET,
                ActionProblem.BEYOND_DISK,
                begins ? "this ends" : "this begins",
                disk.path(),
                Printed.whole(disk.size(), Dimension.SIZE)));
  }
}
