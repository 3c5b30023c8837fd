package dev.vsim.machine.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.Medium;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What disks take, what they cost in virtual time, and what happens where there is no room. */
@SuppressWarnings("DefaultCharset") // ASCII only
class DiskTest {
  private static final long GRAIN = VirtualDisk.GRAIN;
  private static final long MEBIBYTE = 1 << 20;
  private static final long SSD = 100_000;

  private final Told told = Told.everything();
  private final Machine machine = Hosts.machine(told);

  private Vm vm(String name, DiskSettings... disks) {
    return machine.declareVm(name, machine.host(), VmSettings.DEFAULT.withDisks(disks));
  }

  private static VirtualDisk disk(Vm vm) {
    return vm.disks().all().get(0);
  }

  /** Writes text, and says how long it took in nanoseconds. */
  private long write(VirtualDisk disk, long offset, long length, String text) {
    long before = machine.clock().now();
    Repeated data = new Repeated(text.getBytes());
    machine.storage().write(disk, offset, length, data, new Value.Text(text));
    return machine.clock().now() - before;
  }

  private long read(VirtualDisk disk, long offset, long length) {
    long before = machine.clock().now();
    machine.storage().read(disk, offset, length);
    return machine.clock().now() - before;
  }

  private void datastore(long size, Medium medium) {
    machine.declareDatastore("ds", new DatastoreSettings(size, medium, Optional.empty()));
  }

  @Test
  void aNewGrainCostsItselfItsEntryAndOnceItsTable() {
    VirtualDisk disk = disk(vm("vm", DiskSettings.thin(1L << 30)));
    assertEquals(3 * SSD, write(disk, 0, GRAIN, "a"), "grain, table, entry");
    assertEquals(SSD, write(disk, 0, GRAIN, "b"), "the grain is there");
    assertEquals(2 * SSD, write(disk, GRAIN, 1, "b"), "the table is known");
    assertEquals(3 * SSD, write(disk, 32 * MEBIBYTE, 1, "b"), "the next 32M have another table");
    assertEquals(4 * SSD, write(disk, 3 * GRAIN - 1, 2, "c"), "two grains");
    assertEquals(SSD, read(disk, 0, 5));
    assertEquals(0, read(disk, 9 * GRAIN, GRAIN), "zeros come from the table alone");
    assertEquals(SSD, read(disk, 64 * MEBIBYTE, GRAIN), "whose table must be read once");
  }

  @Test
  void aPartOfAGrainIsCopiedIntoADeltaFirst() {
    Vm vm = vm("vm", DiskSettings.thin(1L << 30));
    VirtualDisk disk = disk(vm);
    write(disk, 0, GRAIN, "a");
    machine.storage().take(vm, "s", false);
    assertEquals(4 * SSD, write(disk, 10, 4, "b"), "copy, grain, table, entry");
    assertEquals(1, disk.work().copies());
    assertEquals(2 * SSD, write(disk, GRAIN, 4, "b"), "nothing to copy");
    byte[] bytes = disk.bytes(8, 8);
    assertArrayEquals("aabbbbaa".getBytes(), bytes);
  }

  @Test
  void aThickDiskIsZeroedNowOrLater() {
    VirtualDisk lazy = disk(vm("lazy", DiskSettings.thick(4 * MEBIBYTE, Provisioning.LAZY)));
    assertEquals(0, machine.clock().now());
    assertEquals(17 * SSD, write(lazy, 5, 1, "a"), "a mebibyte of zeros first");
    assertEquals(SSD, write(lazy, MEBIBYTE - 1, 1, "a"));
    assertEquals(2 * SSD + 32 * SSD, write(lazy, 2 * MEBIBYTE - 1, 2, "a"));
    assertEquals(SSD, read(lazy, 3 * MEBIBYTE, 1));
    long before = machine.clock().now();
    VirtualDisk eager = disk(vm("eager", DiskSettings.thick(4 * MEBIBYTE, Provisioning.EAGER)));
    assertEquals(64 * SSD, machine.clock().now() - before);
    assertEquals(SSD, write(eager, 5, 1, "a"));
    assertEquals(4 * MEBIBYTE, eager.sizeOnDisk());
    assertEquals(8 * MEBIBYTE, eager.datastore().used());
  }

  @Test
  void aHugeDiskCostsNothingUntilItIsUsed() {
    datastore(1L << 50, Medium.HDD);
    VirtualDisk disk = disk(vm("vm", DiskSettings.thick(DiskSettings.MOST, Provisioning.EAGER)));
    assertEquals((62L << 24) * 10_000_000, machine.clock().now(), "10ms a grain");
    long heap = machine.budget().used();
    write(disk, 0, DiskSettings.MOST, "\0");
    read(disk, 0, DiskSettings.MOST);
    assertEquals(heap, machine.budget().used());
  }

  @Test
  void alikeBlocksAreKeptOnce() {
    VirtualDisk disk = disk(vm("vm", DiskSettings.thin(1L << 30)));
    long before = machine.budget().used();
    write(disk, 0, 256 * MEBIBYTE, "boot");
    assertTrue(machine.budget().used() - before < 2 * MEBIBYTE);
    assertArrayEquals("ootb".getBytes(), disk.bytes(200 * MEBIBYTE + 1, 4));
  }

  @Test
  void aReadTellsWhichFileAnsweredAndWhatItSays() {
    Vm vm = vm("vm", DiskSettings.thin(1L << 30));
    VirtualDisk disk = disk(vm);
    write(disk, 0, 4 * GRAIN, "boot");
    machine.storage().take(vm, "s", false);
    write(disk, GRAIN, GRAIN, "new");
    told.lines();
    read(disk, 0, GRAIN);
    read(disk, GRAIN, GRAIN);
    read(disk, 0, 2 * GRAIN);
    read(disk, 2 * GRAIN + 1, 8);
    read(disk, 9 * GRAIN, 8);
    assertEquals(
        List.of(
            "disk-read vm.disk0 offset 0 size 64K file vm.vmdk value boot",
            "disk-read vm.disk0 offset 64K size 64K file vm-000001.vmdk value new",
            "disk-read vm.disk0 offset 0 size 128K",
            "disk-read vm.disk0 offset 131073 size 8 file vm.vmdk value ootb",
            "disk-read vm.disk0 offset 576K size 8 file vm.vmdk"),
        told.lines());
  }

  @Test
  void aVmWaitsWhereTheDatastoreIsFullAndTheOthersGoOn() {
    datastore(4 * GRAIN, Medium.SSD);
    Vm first = vm("first", DiskSettings.thin(MEBIBYTE));
    Vm second = vm("second", DiskSettings.thin(MEBIBYTE));
    write(disk(first), 0, 2 * GRAIN, "a");
    write(disk(second), 0, GRAIN, "b");
    told.lines();
    assertEquals(0, write(disk(first), 2 * GRAIN, 2 * GRAIN, "c"));
    write(disk(first), 0, 1, "d");
    write(disk(second), 0, GRAIN, "e");
    assertEquals(
        List.of(
            "refused first command disk-write reason datastore-full",
            "pause first reason datastore-full",
            "refused first command disk-write reason paused",
            "disk-write second.disk0 offset 0 size 64K file second.vmdk value e"),
        told.lines());
    assertEquals(PowerState.PAUSED, first.state());
    assertEquals(2 * GRAIN, disk(first).sizeOnDisk());
    assertEquals(0, disk(first).bytes(2 * GRAIN, 1)[0]);
    machine.operations().remove(second);
    assertEquals(PowerState.ON, first.state());
    assertTrue(told.lines().contains("unpause first"));
    write(disk(first), 2 * GRAIN, 2 * GRAIN, "c");
    assertEquals(4 * GRAIN, disk(first).sizeOnDisk());
  }

  @Test
  void whoeverFitsGoesOn() {
    datastore(6 * GRAIN, Medium.SSD);
    Vm large = vm("large", DiskSettings.thin(MEBIBYTE));
    Vm small = vm("small", DiskSettings.thin(MEBIBYTE));
    Vm third = vm("third", DiskSettings.thin(MEBIBYTE));
    write(disk(third), 0, 2 * GRAIN, "x");
    machine.storage().take(third, "s", false);
    write(disk(third), 0, 2 * GRAIN, "y");
    write(disk(large), 0, 2 * GRAIN, "x");
    write(disk(large), 2 * GRAIN, 3 * GRAIN, "x");
    write(disk(small), 0, GRAIN, "x");
    assertEquals(PowerState.PAUSED, small.state());
    machine.storage().revert(third, third.snapshots().named("s").orElseThrow(), false);
    assertEquals(PowerState.ON, small.state());
    assertEquals(PowerState.PAUSED, large.state());
  }

  @Test
  void aPauseThatIsOverIsNotEndedAgain() {
    datastore(2 * GRAIN, Medium.SSD);
    Vm vm = vm("vm", DiskSettings.thin(MEBIBYTE));
    Vm other = vm("other", DiskSettings.thin(MEBIBYTE));
    write(disk(other), 0, GRAIN, "x");
    write(disk(vm), 0, 2 * GRAIN, "x");
    vm.powerOff();
    vm.powerOn();
    write(disk(vm), 0, 8 * GRAIN, "x");
    assertEquals(PowerState.PAUSED, vm.state());
    machine.operations().remove(other);
    assertEquals(PowerState.PAUSED, vm.state(), "there is room for what it no longer waits for");
  }

  @Test
  void whoGoesBackHasNothingToWaitFor() {
    datastore(3 * GRAIN, Medium.SSD);
    Vm vm = vm("vm", DiskSettings.thin(MEBIBYTE));
    machine.storage().take(vm, "s", false);
    write(disk(vm), 0, 2 * GRAIN, "x");
    write(disk(vm), 8 * GRAIN, 2 * GRAIN, "x");
    assertEquals(PowerState.PAUSED, vm.state());
    told.lines();
    machine.storage().revert(vm, vm.snapshots().named("s").orElseThrow(), false);
    assertEquals(PowerState.OFF, vm.state());
    assertTrue(told.lines().stream().noneMatch(l -> l.startsWith("unpause")));
  }

  @Test
  void theMemoryOfASnapshotTakesRoomAndTime() {
    datastore(VmSettings.DEFAULT.kernel().memory() + GRAIN, Medium.SSD);
    Vm vm = vm("vm", DiskSettings.thin(MEBIBYTE));
    machine.storage().take(vm, "one", true);
    assertEquals((1L << 30) / GRAIN * SSD, machine.clock().now());
    told.lines();
    machine.storage().take(vm, "two", true);
    assertEquals(List.of("refused vm command snapshot reason datastore-full"), told.lines());
    machine.storage().take(vm, "two", false);
    assertEquals(2, vm.snapshots().all().size());
    machine.storage().delete(vm, vm.snapshots().named("one").orElseThrow());
    assertEquals(0, vm.disks().home().used());
  }

  @Test
  void stretchesCountWhatIsNew() {
    Stretches set = new Stretches(machine.budget());
    assertEquals(3, set.add(5, 7));
    assertEquals(0, set.add(6, 6));
    assertEquals(2, set.add(8, 9));
    assertEquals(2, set.add(1, 2));
    assertEquals(3, set.add(0, 5), "0, 3 and 4");
    assertEquals(1, set.add(0, 10));
    assertEquals(1, set.add(100, 100));
  }
}
