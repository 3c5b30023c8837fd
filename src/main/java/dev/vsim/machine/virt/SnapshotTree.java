package dev.vsim.machine.virt;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.event.StorageEvent;
import dev.vsim.machine.cpu.Refusal;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.world.Checkpoint;
import dev.vsim.machine.world.World;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The snapshots of one VM, each following the one from which the VM went on to it (rules.md R32).
 * What cannot be done tells why, as a {@code refused} event has it.
 */
public final class SnapshotTree {
  /** How many snapshots may follow each other, as in vSphere. */
  private static final int DEEPEST = 32;

  /** Roughly what a snapshot takes without memory and files. */
  private static final long BYTES = 400;

  private static final EventKind SNAPSHOT = EventKind.of(StorageEvent.Snapshot.class);
  private static final EventKind REVERT = EventKind.of(StorageEvent.Revert.class);
  private static final String LINKED_CLONE = "linked-clone";

  private final Vm vm;
  private final World world;
  private final Map<String, Snapshot> all = new LinkedHashMap<>();
  private Optional<Snapshot> current = Optional.empty();

  SnapshotTree(Vm vm, World world) {
    this.vm = vm;
    this.world = world;
  }

  /** In the order in which they were taken. */
  public Collection<Snapshot> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  /** The one from which the VM went on to where it is now. */
  public Optional<Snapshot> current() {
    return current;
  }

  public Optional<Snapshot> named(String name) {
    return Optional.ofNullable(all.get(name));
  }

  /** Those that follow one; the first ones for nothing. */
  public List<Snapshot> after(Optional<Snapshot> snapshot) {
    return all.values().stream().filter(s -> s.parent().equals(snapshot)).toList();
  }

  /** Where what a disk held at a snapshot can be read. */
  public DiskFile file(Snapshot snapshot, VirtualDisk disk) {
    return disk.files().kept(snapshot.name());
  }

  /**
   * Keeps what the VM is now under a new name.
   *
   * @param withMemory whether memory is kept too, if there is any
   * @return why it was not done, if it was not
   */
  public Optional<String> take(String name, boolean withMemory) {
    boolean memory = withMemory && vm.state().hasMemory();
    if (memory && vm.isPinned()) {
      return Optional.of("passthrough");
    } else if (depth(current) >= DEEPEST || isDeep()) {
      return Optional.of("chain-limit");
    } else if (memory && !vm.disks().home().take(vm.memory())) {
      return Optional.of("datastore-full");
    }
    world.budget().charge(BYTES);
    if (world.journal().wants(SNAPSHOT)) {
      world.journal().accept(new StorageEvent.Snapshot(vm, new Value.Text(name), memory));
    }
    Optional<Checkpoint> kept = memory ? Optional.of(keep()) : Optional.empty();
    Snapshot snapshot = new Snapshot(name, world.clock().now(), kept, current);
    vm.disks().all().forEach(disk -> disk.files().freeze(name));
    all.put(name, snapshot);
    current = Optional.of(snapshot);
    return Optional.empty();
  }

  private Checkpoint keep() {
    Checkpoint checkpoint = vm.checkpoint();
    world.budget().charge(checkpoint.bytes());
    vm.disks().move(vm.memory());
    return checkpoint;
  }

  private boolean isDeep() {
    return vm.disks().all().stream().anyMatch(d -> d.files().active().depth() >= DEEPEST);
  }

  private static int depth(Optional<Snapshot> snapshot) {
    int depth = 0;
    for (Optional<Snapshot> at = snapshot; at.isPresent(); at = at.get().parent()) {
      depth++;
    }
    return depth;
  }

  /**
   * Goes back. The other snapshots stay, those that follow this one as a branch, unless they are to
   * be dropped.
   */
  public Optional<String> revert(Snapshot snapshot, boolean dropLater) {
    if (dropLater && servesClones(snapshot)) {
      return Optional.of(LINKED_CLONE);
    }
    vm.stopWaiting();
    if (world.journal().wants(REVERT)) {
      world.journal().accept(new StorageEvent.Revert(vm, new Value.Text(snapshot.name())));
    }
    if (dropLater) {
      vm.disks().all().forEach(disk -> disk.files().dropAbove(snapshot.name()));
      later(snapshot).forEach(this::forget);
    }
    vm.disks().all().forEach(disk -> disk.files().goBackTo(snapshot.name()));
    current = Optional.of(snapshot);
    if (snapshot.memory().isEmpty()) {
      vm.stop();
      return Optional.empty();
    }
    Optional<Refusal> refusal = vm.resumeFrom(snapshot.memory().get());
    vm.disks().move(vm.memory());
    return refusal.map(EventField::word);
  }

  private boolean servesClones(Snapshot snapshot) {
    return vm.disks().all().stream()
        .anyMatch(disk -> disk.files().servesClonesAbove(snapshot.name()));
  }

  private List<Snapshot> later(Snapshot snapshot) {
    List<Snapshot> later = new ArrayList<>();
    for (Snapshot next : after(Optional.of(snapshot))) {
      later.add(next);
      later.addAll(later(next));
    }
    return later;
  }

  /** Deletes a snapshot: what it holds goes over to the one file that stands on it. */
  public Optional<String> delete(Snapshot snapshot) {
    boolean needed = vm.disks().all().stream().anyMatch(d -> file(snapshot, d).servesClones());
    if (needed) {
      return Optional.of(LINKED_CLONE);
    }
    vm.disks().all().forEach(disk -> disk.files().release(snapshot.name()));
    after(Optional.of(snapshot)).forEach(s -> s.follow(snapshot.parent()));
    if (current.equals(Optional.of(snapshot))) {
      current = snapshot.parent();
    }
    forget(snapshot);
    return Optional.empty();
  }

  /** Merges the files that deleted snapshots have left over. */
  public void consolidate() {
    vm.disks().all().forEach(disk -> disk.files().consolidate());
  }

  /** All of them are gone: the VM is deleted. */
  void clear() {
    List.copyOf(all.values()).forEach(this::forget);
    current = Optional.empty();
  }

  private void forget(Snapshot snapshot) {
    all.remove(snapshot.name());
    world.budget().release(BYTES);
    if (snapshot.memory().isPresent()) {
      world.budget().release(snapshot.memory().get().bytes());
      vm.disks().home().give(vm.memory());
    }
  }
}
