package dev.vsim.commands.storage;

import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.Optional;

/** {@code snapshot delete linux "clean"}: forgets a state that was kept. */
public final class SnapshotDelete implements Command {
  private static final Signature SIGNATURE =
      Signature.of("snapshot")
          .fixed("delete")
          .required(OfSnapshots.VM)
          .required(OfSnapshots.NAME)
          .doc(
              "Deletes a snapshot; nothing changes for the VM. If one file stands on the snapshot's, it is merged into"
                  + " it; if several do, that file stays for `snapshot consolidate`.");

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
    setting.machine().storage().delete(vm, snapshot.get());
    return Outcome.DONE;
  }
}
