package dev.vsim.commands.storage;

import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code snapshot take linux "clean" < memory off >}: keeps what a VM is. */
public final class SnapshotTake implements Command {
  private static final Slot STATE = Slot.of("state", Types.SWITCH);
  private static final Signature MEMORY =
      Signature.of("memory")
          .required(STATE)
          .fallback("on")
          .doc("Whether a running VM's memory and processors are kept too.");
  private static final Signature SIGNATURE =
      Signature.of("snapshot")
          .fixed("take")
          .required(OfSnapshots.VM)
          .required(OfSnapshots.NAME)
          .options(MEMORY)
          .doc(
              "Keeps the state of a VM under a name: its disks' files become read-only, and deltas take the writes"
                  + " from then on (rule R32).");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = OfSnapshots.vm(given);
    String name = given.text(OfSnapshots.NAME);
    if (vm.snapshots().named(name).isPresent()) {
      return Outcome.wrongAt(OfSnapshots.NAME, ActionProblem.SNAPSHOT_TAKEN, vm.path(), name);
    }
    boolean memory = given.option(MEMORY).map(o -> o.isOn(STATE)).orElse(true);
    setting.machine().storage().take(vm, name, memory);
    return Outcome.DONE;
  }
}
