package dev.vsim.commands.storage;

import dev.vsim.machine.Machine;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code clone linux as linux2 < linked >}: makes a VM like another, with its disks' contents. */
public final class Clone implements Command {
  private static final Slot NEW = Slot.of("name", new Type.NewName());
  private static final Signature LINKED =
      Signature.of("linked")
          .doc("Its disks begin as empty deltas on a snapshot's files instead of copies.");
  private static final Slot SNAPSHOT_NAME = Slot.of("name", Types.TEXT);
  private static final Signature SNAPSHOT =
      Signature.of("snapshot")
          .required(SNAPSHOT_NAME)
          .doc(
              "The snapshot whose state it begins with; without it a full clone copies what is there now, and a linked"
                  + " one stands on the current snapshot, or if there is none on a new one called clone-NAME.");
  private static final Signature SIGNATURE =
      Signature.of("clone")
          .required(OfSnapshots.VM)
          .fixed("as")
          .required(NEW)
          .options(LINKED, SNAPSHOT)
          .makes(NEW, "vm", OfSnapshots.VM)
          .doc("Makes a VM like another, which is off, with what is on the other's disks.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Machine machine = setting.machine();
    Vm source = OfSnapshots.vm(given);
    String name = given.word(NEW);
    if (machine.find(name).isPresent()) {
      return Outcome.wrongAt(NEW, ActionProblem.DECLARED_TWICE, name);
    }
    Optional<String> wanted = given.option(SNAPSHOT).map(o -> o.text(SNAPSHOT_NAME));
    Optional<Snapshot> snapshot = wanted.flatMap(source.snapshots()::named);
    if (wanted.isPresent() && snapshot.isEmpty()) {
      return OfSnapshots.unknown(source, SNAPSHOT_NAME, wanted.get());
    } else if (given.option(LINKED).isPresent()) {
      machine.storage().cloneLinked(source, name, snapshot);
    } else {
      machine.storage().cloneFully(source, name, snapshot);
    }
    return Outcome.DONE;
  }
}
