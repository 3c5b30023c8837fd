package dev.vsim.commands.looking;

import static java.util.stream.Collectors.joining;

import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.SnapshotTree;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Dimension;
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
import java.util.Optional;

/** {@code show snapshots linux}: the tree of what was kept, and where the VM is in it. */
public final class ShowSnapshots implements Command {
  private static final int GAP = 3;
  private static final Slot VM = Slot.of("vm", new Type.OfKind("vm"));
  private static final Signature SIGNATURE =
      Signature.of("show")
          .fixed("snapshots")
          .required(VM)
          .doc("Draws the tree of a VM's snapshots, and where in it the VM is now.");

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Arguments given, Setting setting) {
    Vm vm = (Vm) given.object(VM);
    List<Line> lines = new ArrayList<>();
    branch(vm, Optional.empty(), "", lines);
    int names = lines.stream().mapToInt(l -> Stored.length(l.name)).max().orElse(0);
    int files = lines.stream().mapToInt(l -> Stored.length(l.files)).max().orElse(0);
    List<String> drawn = new ArrayList<>(List.of("snapshots of " + vm.path()));
    for (Line line : lines) {
      String row =
          Stored.padded(line.name, names + GAP)
              + Stored.padded(line.files, files + GAP)
              + line.remark;
      drawn.add(row.stripTrailing());
    }
    return new Outcome.Shown(drawn);
  }

  /** One snapshot, or where the VM is. */
  private record Line(String name, String files, String remark) {}

  private static void branch(Vm vm, Optional<Snapshot> from, String indent, List<Line> lines) {
    SnapshotTree tree = vm.snapshots();
    List<Snapshot> next = tree.after(from);
    boolean here = tree.current().equals(from);
    for (Snapshot snapshot : next) {
      boolean last = !here && snapshot == next.get(next.size() - 1);
      lines.add(line(vm, snapshot, indent + (last ? "└─ " : "├─ ")));
      branch(vm, Optional.of(snapshot), indent + (last ? "   " : "│  "), lines);
    }
    if (here) {
      lines.add(new Line(indent + "└─ you are here", active(vm), vm.state().word()));
    }
  }

  private static Line line(Vm vm, Snapshot snapshot, String indent) {
    String files =
        vm.disks().all().stream()
            .map(d -> vm.snapshots().file(snapshot, d).name())
            .collect(joining(", "));
    String memory = snapshot.hasMemory() ? "with memory" : "disks only";
    String taken = Printed.whole(snapshot.taken(), Dimension.DURATION);
    return new Line(indent + snapshot.name(), files, memory + ", taken at " + taken);
  }

  private static String active(Vm vm) {
    return vm.disks().all().stream().map(d -> d.files().active().name()).collect(joining(", "));
  }
}
