package dev.vsim.machine;

import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.Repeated;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.SnapshotTree;
import dev.vsim.machine.virt.Vm;
import dev.vsim.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What VMs do with their disks, and what is done to them as wholes; what cannot be done is refused,
 * and told so (rules.md R31, R32, R40).
 */
public final class Storage {
  private static final String WRITE = "disk-write";
  private static final String READ = "disk-read";
  private static final String SNAPSHOT = "snapshot";
  private static final String NESTED = "nested";
  private static final String CLONE = "clone";
  private static final String FULL = "datastore-full";

  private final Machine machine;

  Storage(Machine machine) {
    this.machine = machine;
  }

  /** A guest writes; see {@link VirtualDisk#write}. It waits where its datastore is full. */
  public void write(VirtualDisk disk, long offset, long length, Repeated data, Value value) {
    Vm vm = owner(disk);
    if (vm.state() != PowerState.ON) {
      machine.refuse(vm, WRITE, vm.state().word());
    } else if (!disk.write(offset, length, data, value)) {
      machine.refuse(vm, WRITE, FULL);
      vm.pauseFor(
          disk.growth(offset, length), disk.datastore(), () -> machine.operations().settle(vm));
      machine.operations().settle(vm);
    }
  }

  /** A guest reads; see {@link VirtualDisk#read}. */
  public void read(VirtualDisk disk, long offset, long length) {
    Vm vm = owner(disk);
    if (vm.state() == PowerState.ON) {
      disk.read(offset, length);
    } else {
      machine.refuse(vm, READ, vm.state().word());
    }
  }

  /** The VM that a disk belongs to. */
  public Vm owner(VirtualDisk disk) {
    String path = disk.path();
    return (Vm) machine.find(path.substring(0, path.lastIndexOf('.'))).orElseThrow();
  }

  /** Keeps what a VM is; the name is new. */
  public void take(Vm vm, String name, boolean memory) {
    if (vm.state() == PowerState.SUSPENDED) {
      machine.refuse(vm, SNAPSHOT, vm.state().word());
    } else if (memory && isOuter(vm)) {
      machine.refuse(vm, SNAPSHOT, NESTED);
    } else if (machine.operations().isSettled(vm, SNAPSHOT)) {
      tell(vm, SNAPSHOT, vm.snapshots().take(name, memory));
    }
  }

  /** Goes back to a snapshot. */
  public void revert(Vm vm, Snapshot snapshot, boolean dropLater) {
    if (isOuter(vm)) {
      machine.refuse(vm, SNAPSHOT, NESTED);
    } else if (machine.operations().isSettled(vm, SNAPSHOT)) {
      tell(vm, SNAPSHOT, vm.snapshots().revert(snapshot, dropLater));
      machine.operations().settle(vm);
    }
  }

  /** Whether its memory is that of other VMs that run, too: their state would not go with it. */
  private static boolean isOuter(Vm vm) {
    return vm.inner().stream().anyMatch(inner -> inner.state().hasMemory());
  }

  /** Deletes a snapshot. */
  public void delete(Vm vm, Snapshot snapshot) {
    tell(vm, SNAPSHOT, vm.snapshots().delete(snapshot));
  }

  /** Merges what deleted snapshots have left over. */
  public void consolidate(Vm vm) {
    if (machine.operations().isThere(vm, SNAPSHOT)) {
      vm.snapshots().consolidate();
    }
  }

  /** Makes a VM, which is off, whose disks begin as deltas on a snapshot's. */
  public void cloneLinked(Vm source, String name, Optional<Snapshot> chosen) {
    if (!machine.operations().isThere(source, CLONE)) {
      return;
    }
    SnapshotTree tree = source.snapshots();
    Optional<Snapshot> snapshot = chosen.or(tree::current);
    if (snapshot.isEmpty()) {
      String fresh = unused(tree, "clone-" + name);
      tell(source, CLONE, tree.take(fresh, false));
      snapshot = tree.named(fresh);
    }
    snapshot.ifPresent(
        from -> {
          Vm clone = machine.makeVm(name, host(source), source.settings());
          source.disks().all().forEach(d -> clone.disks().linkTo(tree.file(from, d)));
          enter(clone, source);
        });
  }

  private static String unused(SnapshotTree tree, String name) {
    String candidate = name;
    for (int i = 2; tree.named(candidate).isPresent(); i++) {
      candidate = name + "-" + i;
    }
    return candidate;
  }

  /** Makes a VM, which is off, whose disks begin as copies. */
  public void cloneFully(Vm source, String name, Optional<Snapshot> chosen) {
    if (!machine.operations().isThere(source, CLONE)) {
      return;
    }
    List<DiskFile> files = source.disks().all().stream().map(d -> from(source, chosen, d)).toList();
    if (!haveRoom(files)) {
      machine.refuse(source, CLONE, FULL);
      return;
    }
    Vm clone = machine.makeVm(name, host(source), source.settings());
    files.forEach(clone.disks()::copy);
    enter(clone, source);
  }

  private void enter(Vm clone, Vm source) {
    machine.enterVm(clone).beginOff();
    machine.network().addLike(source, clone);
    machine.operations().settle(clone);
  }

  private static DiskFile from(Vm source, Optional<Snapshot> chosen, VirtualDisk disk) {
    return chosen.map(s -> source.snapshots().file(s, disk)).orElse(disk.files().active());
  }

  private static boolean haveRoom(List<DiskFile> files) {
    Map<Datastore, Long> wanted = new LinkedHashMap<>();
    files.forEach(f -> wanted.merge(f.disk().datastore(), VirtualDisk.roomForCopy(f), Long::sum));
    return wanted.entrySet().stream().allMatch(w -> w.getValue() <= w.getKey().free());
  }

  private Host host(Vm vm) {
    return (Host) vm.physicalHost().subject();
  }

  private void tell(Vm vm, String command, Optional<String> refusal) {
    refusal.ifPresent(reason -> machine.refuse(vm, command, reason));
  }
}
