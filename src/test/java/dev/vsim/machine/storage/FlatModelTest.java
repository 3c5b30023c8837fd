package dev.vsim.machine.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random writes, snapshots, reverts, deletions, consolidations and clones against the plainest
 * model there is: a disk is an array of bytes, a snapshot and a clone are copies of it.
 */
class FlatModelTest {
  private static final int STEPS = 120;
  private static final int SIZE = 10 * VirtualDisk.GRAIN;
  private static final int MEMORY = 16 * Hosts.PAGE;

  /** Little enough that it is full now and then. */
  private static final long STORE = 5L << 20;

  /** A VM as it should be. */
  private static final class Flat {
    List<byte[]> disks = new ArrayList<>();
    final Map<String, List<byte[]>> snapshots = new LinkedHashMap<>();
    final Map<String, String> parents = new LinkedHashMap<>();
    String current = "";

    static List<byte[]> copy(List<byte[]> disks) {
      return new ArrayList<>(disks.stream().map(byte[]::clone).toList());
    }

    void forget(String name) {
      String parent = parents.remove(name);
      snapshots.remove(name);
      parents.replaceAll((child, of) -> of.equals(name) ? parent : of);
      current = current.equals(name) ? parent : current;
    }

    boolean follows(String name, String other) {
      String at = parents.get(name);
      while (!at.isEmpty() && !at.equals(other)) {
        at = parents.get(at);
      }
      return at.equals(other);
    }
  }

  private final Told told = Told.only("refused");
  private final Machine machine = Hosts.machine(told);
  private final Map<String, Flat> flats = new LinkedHashMap<>();
  private final Datastore store =
      machine.declareDatastore("ds", new DatastoreSettings(STORE, Medium.SSD, Optional.empty()));
  private SplitMix64 dice = new SplitMix64(0);
  private int names;

  @TestFactory
  Stream<DynamicTest> disksAreAsAFlatModelHasThem() {
    return IntStream.range(0, 40)
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> new FlatModelTest().story(seed)));
  }

  private void story(int seed) {
    dice = new SplitMix64(seed);
    machine.host();
    List<DiskSettings> disks =
        List.of(
            DiskSettings.thin(SIZE),
            DiskSettings.thick(SIZE, seed % 2 == 0 ? Provisioning.LAZY : Provisioning.EAGER));
    VmSettings settings =
        VmSettings.DEFAULT.withKernel(KernelSettings.GUEST.withMemory(MEMORY)).withDisks(disks);
    machine.declareVm("vm", machine.host(), settings);
    Flat flat = new Flat();
    disks.forEach(d -> flat.disks.add(new byte[SIZE]));
    flats.put("vm", flat);
    for (int i = 0; i < STEPS; i++) {
      step();
      told.lines();
      compare();
    }
    removeAll();
    assertEquals(0, store.used());
  }

  private void step() {
    Vm vm = pick(List.copyOf(machine.vms()));
    Flat flat = flats.get(vm.path());
    if (flat == null) {
      return;
    }
    if (vm.state() == PowerState.OFF) {
      vm.powerOn();
    }
    List<Snapshot> snapshots = List.copyOf(vm.snapshots().all());
    int action = below(20);
    if (action < 9) {
      write(vm, flat);
    } else if (action < 12) {
      take(vm, flat, below(2) == 0);
    } else if (action < 14 && !snapshots.isEmpty()) {
      revert(vm, flat, pick(snapshots), below(3) == 0);
    } else if (action < 17 && !snapshots.isEmpty()) {
      delete(vm, flat, pick(snapshots));
    } else if (action == 17) {
      machine.storage().consolidate(vm);
      vm.disks().all().forEach(FlatModelTest::nothingIsLeftOverAlone);
    } else if (flats.size() < 4) {
      copy(vm, flat, snapshots, below(2) == 0);
    } else if (!vm.path().equals("vm")) {
      remove(vm);
    }
  }

  private void write(Vm vm, Flat flat) {
    int number = below(vm.disks().all().size());
    int offset = below(SIZE);
    int length = 1 + below(Math.min(SIZE - offset, below(2) == 0 ? 100 : 3 * VirtualDisk.GRAIN));
    if (below(3) == 0) {
      offset = offset / VirtualDisk.GRAIN * VirtualDisk.GRAIN;
      length = VirtualDisk.GRAIN;
    }
    byte[] data = new byte[1 + below(6)];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) below(3);
    }
    VirtualDisk disk = vm.disks().all().get(number);
    machine.storage().write(disk, offset, length, new Repeated(data), Value.None.NONE);
    if (told.lines().isEmpty()) {
      for (int i = 0; i < length; i++) {
        flat.disks.get(number)[offset + i] = data[i % data.length];
      }
    }
  }

  private void take(Vm vm, Flat flat, boolean memory) {
    String name = "s" + names++;
    machine.storage().take(vm, name, memory);
    if (told.lines().isEmpty()) {
      flat.snapshots.put(name, Flat.copy(flat.disks));
      flat.parents.put(name, flat.current);
      flat.current = name;
    }
  }

  private void revert(Vm vm, Flat flat, Snapshot to, boolean dropLater) {
    machine.storage().revert(vm, to, dropLater);
    if (!told.lines().isEmpty()) {
      return;
    }
    flat.disks = Flat.copy(flat.snapshots.get(to.name()));
    flat.current = to.name();
    if (dropLater) {
      List.copyOf(flat.snapshots.keySet()).stream()
          .filter(s -> flat.follows(s, to.name()))
          .toList()
          .forEach(flat::forget);
      flat.current = to.name();
    }
    assertEquals(to.hasMemory() ? PowerState.ON : PowerState.OFF, vm.state());
  }

  private void delete(Vm vm, Flat flat, Snapshot snapshot) {
    machine.storage().delete(vm, snapshot);
    if (told.lines().isEmpty()) {
      flat.forget(snapshot.name());
    }
  }

  private void copy(Vm vm, Flat flat, List<Snapshot> snapshots, boolean linked) {
    String name = "clone" + names++;
    Optional<Snapshot> chosen =
        snapshots.isEmpty() || below(2) == 0 ? Optional.empty() : Optional.of(pick(snapshots));
    if (linked) {
      machine.storage().cloneLinked(vm, name, chosen);
    } else {
      machine.storage().cloneFully(vm, name, chosen);
    }
    if (!told.lines().isEmpty()) {
      return;
    }
    if (linked && chosen.isEmpty() && flat.current.isEmpty()) {
      String made = vm.snapshots().current().orElseThrow().name();
      flat.snapshots.put(made, Flat.copy(flat.disks));
      flat.parents.put(made, "");
      flat.current = made;
    }
    String from = linked && chosen.isEmpty() ? flat.current : "";
    List<byte[]> contents =
        chosen
            .map(s -> flat.snapshots.get(s.name()))
            .orElse(from.isEmpty() ? flat.disks : flat.snapshots.get(from));
    Flat clone = new Flat();
    clone.disks = Flat.copy(contents);
    flats.put(name, clone);
    assertEquals(PowerState.OFF, machine.vms().stream().reduce((a, b) -> b).get().state());
  }

  private void remove(Vm vm) {
    machine.operations().remove(vm);
    if (told.lines().isEmpty()) {
      flats.remove(vm.path());
    }
  }

  /** Clones of clones go before those on which they stand. */
  private void removeAll() {
    while (!flats.isEmpty()) {
      for (Vm vm : machine.vms()) {
        if (flats.containsKey(vm.path())) {
          remove(vm);
        }
      }
    }
  }

  private void compare() {
    long files = 0;
    for (Vm vm : machine.vms()) {
      Flat flat = flats.get(vm.path());
      if (flat == null) {
        continue;
      }
      assertEquals(
          List.copyOf(flat.snapshots.keySet()),
          vm.snapshots().all().stream().map(Snapshot::name).toList());
      assertEquals(flat.current, vm.snapshots().current().map(Snapshot::name).orElse(""));
      for (int i = 0; i < flat.disks.size(); i++) {
        VirtualDisk disk = vm.disks().all().get(i);
        assertArrayEquals(flat.disks.get(i), disk.bytes(0, SIZE), disk.path());
        for (Snapshot snapshot : vm.snapshots().all()) {
          byte[] kept = Reading.bytes(vm.snapshots().file(snapshot, disk), 0, SIZE);
          assertArrayEquals(
              flat.snapshots.get(snapshot.name()).get(i), kept, disk.path() + snapshot.name());
        }
        files += disk.sizeOnDisk();
        assertIdsFit(disk);
      }
      files += vm.snapshots().all().stream().filter(Snapshot::hasMemory).count() * MEMORY;
    }
    assertEquals(files, store.used());
  }

  /** A delta remembers what its parent held: an exported chain is whole. */
  private static void assertIdsFit(VirtualDisk disk) {
    for (DiskFile file : disk.files().all()) {
      file.parent().ifPresent(parent -> assertEquals(parent.cid(), file.parentCid(), file.name()));
      assertTrue(file.cid() != -1 && file.cid() != -2);
      boolean needed = !disk.files().isLeftOver(file) || !file.children().isEmpty();
      assertTrue(needed, () -> "nobody needs " + file.name());
    }
  }

  private static void nothingIsLeftOverAlone(VirtualDisk disk) {
    for (DiskFile file : disk.files().all()) {
      assertTrue(!disk.files().isLeftOver(file) || file.children().size() > 1, file.name());
    }
  }

  private int below(int bound) {
    return (int) dice.below(bound);
  }

  private <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }
}
