package dev.vsim.commands.storage;

import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code snapshot revert linux "clean"}: goes back to what a VM was. */
public final class SnapshotRevert implements Command {
  private static final Signature DROP_LATER =
      Signature.of("drop-later")
          .doc("Drops the snapshots that follow this one too, as the textbook has it.");
  private static final Signature SIGNATURE =
      Signature.of("snapshot")
          .fixed("revert")
          .required(OfSnapshots.VM)
          .required(OfSnapshots.NAME)
          .options(DROP_LATER)
          .doc(
              "Goes back to a snapshot: what was written since is dropped, and a fresh delta stands on the snapshot's"
                  + " files. The VM runs if memory was kept, else it is off; other snapshots stay.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = OfSnapshots.vm(given);
    String name = given.text(OfSnapshots.NAME);
    Optional<Snapshot> snapshot = vm.snapshots().named(name);
    if (snapshot.isEmpty()) {
      return OfSnapshots.unknown(vm, OfSnapshots.NAME, name);
    }
    setting.machine().storage().revert(vm, snapshot.get(), given.option(DROP_LATER).isPresent());
    return Outcome.DONE;
  }
}
