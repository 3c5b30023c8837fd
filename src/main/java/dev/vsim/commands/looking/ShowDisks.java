package dev.vsim.commands.looking;

import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code show disks linux}: the disks of a VM, and what they take. */
public final class ShowDisks implements Command {
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("disks")
          .required(VM)
          .doc(
              "Draws the disks of a VM: what the guest sees, and what they take in the datastore.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    Table table =
        new Table(
            "disks of " + vm.path(),
            "",
            "Disk",
            "Size",
            "Provisioning",
            "On Disk",
            "Files",
            "Takes the Writes",
            "Datastore");
    for (VirtualDisk disk : vm.disks().all()) {
      DiskFile active = disk.files().active();
      table.row(
          disk.path().substring(vm.path().length() + 1),
          Stored.size(disk.size()),
          Stored.provisioning(disk.settings().provisioning()),
          Stored.size(disk.sizeOnDisk()),
          Integer.toString(disk.files().all().size()),
          active.name(),
          disk.datastore().path());
    }
    return new Outcome.Shown(table.lines());
  }
}
