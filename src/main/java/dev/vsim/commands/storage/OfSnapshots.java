package dev.vsim.commands.storage;

import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.source.ActionProblem;
import dev.vsim.source.Suggestions;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.value.Types;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Outcome;
import java.util.List;

/** What the commands for snapshots share: whose they are, and how one is found. */
final class OfSnapshots {
  static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  static final Slot NAME = Slot.of("name", Types.TEXT);

  private OfSnapshots() {}

  static Vm vm(Arguments given) {
    return (Vm) given.object(VM);
  }

  /** What to say of a name that none of the VM's snapshots has. */
  static Outcome unknown(Vm vm, Slot at, String name) {
    List<String> names = vm.snapshots().all().stream().map(Snapshot::name).toList();
    String near =
        Suggestions.nearest(name, names)
            .map(n -> "did you mean \"" + n + "\"?")
            .orElse(names.isEmpty() ? "it has none" : "it has: " + String.join(", ", names));
    return Outcome.wrongAt(at, ActionProblem.UNKNOWN_SNAPSHOT, vm.path(), name, near);
  }
}
