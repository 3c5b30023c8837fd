package dev.vsim.commands.looking;

import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Printed;
import dev.vsim.value.Signature;
import dev.vsim.value.Slot;
import dev.vsim.value.Type;
import dev.vsim.vocabulary.Arguments;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Setting;
import java.util.ArrayList;
import java.util.List;

/** {@code show files Linux}: the files that a VM consists of, as the textbook lists them. */
@SuppressWarnings("ReferenceEquality") // this very one is meant, not one like it
public final class ShowFiles implements Command {
  private static final int GAP = 3;
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("files")
          .required(VM)
          .doc("Lists the files that a VM consists of, and what each takes.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    List<Row> rows = rows(vm);
    int names = rows.stream().mapToInt(r -> Stored.length(r.name)).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add("files of " + vm.path() + " in " + vm.disks().home().path());
    for (Row row : rows) {
      String edge = row == rows.get(rows.size() - 1) ? "└─ " : "├─ ";
      lines.add(edge + Stored.padded(row.name, names + GAP) + row.meaning);
    }
    return new Outcome.Shown(lines);
  }

  /** One file. */
  private record Row(String name, String meaning) {}

  private static List<Row> rows(Vm vm) {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(vm.path() + ".vmx", "the configuration"));
    for (VirtualDisk disk : vm.disks().all()) {
      disk.files().all().forEach(file -> rows.add(row(file)));
    }
    for (Snapshot snapshot : vm.snapshots().all()) {
      if (snapshot.hasMemory()) {
        rows.add(
            new Row(
                vm.path() + "-" + snapshot.name() + ".vmem",
                "memory of snapshot "
                    + Printed.quoted(snapshot.name())
                    + ": "
                    + Stored.size(vm.memory())));
      }
    }
    if (vm.state() == PowerState.SUSPENDED) {
      String size = Stored.size(vm.memory());
      rows.add(new Row(vm.path() + ".vmss", "memory of the suspended machine: " + size));
    }
    rows.add(new Row(vm.path() + ".nvram", "the firmware's settings"));
    rows.add(new Row(vm.path() + ".log", "the log"));
    return rows;
  }

  private static Row row(DiskFile file) {
    String what =
        file.parent()
            .map(parent -> "delta on " + parent.name())
            .orElse("virtual disk, " + Stored.provisioning(file.provisioning()));
    String takes = Stored.size(file.sizeOnDisk()) + " of " + Stored.size(file.disk().size());
    return new Row(file.name(), what + ": " + takes + ", " + Stored.role(file));
  }
}
