package dev.vsim.commands.looking;

import dev.vsim.event.EventField;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Table;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;

/** {@code show datastore ds1}: what lies in a datastore, and how much of it is promised. */
public final class ShowDatastore implements Command {
  private static final Slot DATASTORE = Slot.of("datastore", new Type.OfKind("datastore"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("datastore")
          .required(DATASTORE)
          .doc("Draws what lies in a datastore: whose, what it takes, and what it may grow to.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Datastore datastore = (Datastore) given.object(DATASTORE);
    String side =
        Stored.size(datastore.used())
            + " of "
            + Stored.size(datastore.size())
            + " in use, "
            + EventField.word(datastore.medium());
    Table table =
        new Table(
            "datastore " + datastore.path(), side, "File", "VM", "On Disk", "At Most", "Role");
    for (Vm vm : setting.machine().vms()) {
      if (vm.state() != PowerState.REMOVED) {
        disks(vm, datastore, table);
        memories(vm, datastore, table);
      }
    }
    return new Outcome.Shown(table.lines());
  }

  private static void disks(Vm vm, Datastore datastore, Table table) {
    for (VirtualDisk disk : vm.disks().all()) {
      for (DiskFile file : disk.files().all()) {
        if (disk.datastore() == datastore) {
          table.row(
              file.name(),
              vm.path(),
              Stored.size(file.sizeOnDisk()),
              Stored.size(disk.size()),
              Stored.role(file));
        }
      }
    }
  }

  private static void memories(Vm vm, Datastore datastore, Table table) {
    for (Snapshot snapshot : vm.snapshots().all()) {
      if (snapshot.hasMemory() && vm.disks().home() == datastore) {
        String size = Stored.size(vm.memory());
        table.row(
            vm.path() + "-" + snapshot.name() + ".vmem",
            vm.path(),
            size,
            size,
            "memory of a snapshot");
      }
    }
    if (vm.state() == PowerState.SUSPENDED && vm.disks().home() == datastore) {
      String size = Stored.size(vm.memory());
      table.row(vm.path() + ".vmss", vm.path(), size, size, "memory of a suspended VM");
    }
  }
}
