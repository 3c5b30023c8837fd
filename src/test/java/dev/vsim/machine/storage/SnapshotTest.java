package dev.vsim.machine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vsim.event.Op;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.virt.PowerState;
import dev.vsim.machine.virt.Snapshot;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which files there are, what is told of them, and what they take (rules.md R32, R40). */
@SuppressWarnings("DefaultCharset") // ASCII only
class SnapshotTest {
  private static final int GRAIN = VirtualDisk.GRAIN;

  private final Told told = Told.everything();
  private final Machine machine = Hosts.machine(told);
  private final Vm vm =
      machine.declareVm(
          "vm", machine.host(), VmSettings.DEFAULT.withDisks(DiskSettings.thin(16L * GRAIN)));
  private final VirtualDisk disk = vm.disks().all().get(0);

  private void write(int grain, String text) {
    machine
        .storage()
        .write(
            disk, (long) grain * GRAIN, GRAIN, new Repeated(text.getBytes()), new Value.Text(text));
  }

  private void take(String name) {
    machine.storage().take(vm, name, false);
  }

  private void revert(String name) {
    machine.storage().revert(vm, vm.snapshots().named(name).orElseThrow(), false);
    vm.powerOn();
  }

  private void delete(String name) {
    machine.storage().delete(vm, vm.snapshots().named(name).orElseThrow());
  }

  private List<String> files() {
    return disk.files().all().stream().map(DiskFile::name).toList();
  }

  private List<String> lines() {
    return told.lines().stream().filter(l -> !l.startsWith("power")).toList();
  }

  @Test
  void aRevertDropsTheDeltaAndBeginsAnother() {
    write(0, "a");
    take("one");
    write(1, "b");
    lines();
    revert("one");
    assertEquals(
        List.of(
            "revert vm name one",
            "file-remove vm.disk0 file vm-000001.vmdk size 64K",
            "delta-create vm.disk0 file vm-000002.vmdk parent vm.vmdk"),
        lines());
  }

  @Test
  void aDeletedSnapshotsFileTakesOverWhatTheNextOneHolds() {
    write(0, "a");
    take("one");
    write(0, "b");
    write(1, "b");
    take("two");
    write(2, "c");
    lines();
    delete("one");
    assertEquals(List.of("merge vm.disk0 file vm-000001.vmdk into vm.vmdk grains 2"), lines());
    assertEquals(List.of("vm.vmdk", "vm-000002.vmdk"), files());
    assertEquals("vm.vmdk", disk.files().kept("two").name());
    delete("two");
    assertEquals(List.of("merge vm.disk0 file vm-000002.vmdk into vm.vmdk grains 1"), lines());
    assertEquals("vm.vmdk", disk.files().active().name());
    assertEquals(3L * GRAIN, disk.sizeOnDisk());
    assertTrue(vm.snapshots().all().isEmpty());
  }

  @Test
  void aBranchWithoutAnythingOnItGoesWithoutAMerge() {
    take("one");
    write(0, "a");
    take("two");
    revert("one");
    lines();
    delete("two");
    assertEquals(List.of("file-remove vm.disk0 file vm-000001.vmdk size 64K"), lines());
  }

  /**
   * A file on which several stand stays when its snapshot is deleted. When one of them is left only
   * {@code consolidate} merges it, when none is left it goes.
   */
  @Test
  void whatSeveralFilesStandOnIsLeftOver() {
    write(0, "a");
    take("one");
    write(1, "b");
    take("two");
    revert("one");
    lines();
    delete("one");
    assertEquals(List.of(), lines());
    assertEquals(List.of("vm.vmdk", "vm-000001.vmdk", "vm-000003.vmdk"), files());
    revert("two");
    lines();
    machine.storage().consolidate(vm);
    assertEquals(List.of("merge vm.disk0 file vm-000001.vmdk into vm.vmdk grains 1"), lines());
    assertEquals(List.of("vm.vmdk", "vm-000004.vmdk"), files());
  }

  @Test
  void whatWasLeftOverForNobodyGoes() {
    take("root");
    write(0, "a");
    take("one");
    write(1, "b");
    take("two");
    revert("one");
    take("three");
    delete("one");
    revert("root");
    lines();
    delete("two");
    delete("three");
    assertEquals(
        List.of(
            "file-remove vm.disk0 file vm-000002.vmdk size 64K",
            "file-remove vm.disk0 file vm-000004.vmdk size 0",
            "file-remove vm.disk0 file vm-000001.vmdk size 64K"),
        lines());
  }

  @Test
  void consolidateMergesAllThatIsLeftOver() {
    for (String name : List.of("one", "two")) {
      take(name);
      write(0, name);
      take(name + " aside");
      revert(name);
    }
    delete("one");
    delete("two");
    delete("one aside");
    delete("two aside");
    assertEquals(3, files().size());
    machine.storage().consolidate(vm);
    assertEquals(List.of("vm.vmdk"), files());
  }

  @Test
  void droppingWhatIsLaterLeavesOneDelta() {
    take("one");
    write(0, "a");
    take("two");
    write(1, "b");
    take("three");
    lines();
    machine.storage().revert(vm, vm.snapshots().named("one").orElseThrow(), true);
    assertEquals(
        List.of(
            "revert vm name one",
            "file-remove vm.disk0 file vm-000003.vmdk size 0",
            "file-remove vm.disk0 file vm-000002.vmdk size 64K",
            "file-remove vm.disk0 file vm-000001.vmdk size 64K",
            "delta-create vm.disk0 file vm-000004.vmdk parent vm.vmdk"),
        lines());
    assertEquals(List.of("one"), vm.snapshots().all().stream().map(Snapshot::name).toList());
  }

  @Test
  void atMost32SnapshotsFollowEachOther() {
    for (int i = 0; i < 32; i++) {
      take("s" + i);
    }
    lines();
    take("one too many");
    assertEquals(List.of("refused vm command snapshot reason chain-limit"), lines());
    assertEquals(33, disk.files().active().chain().size());
    revert("s10");
    take("elsewhere");
    assertTrue(vm.snapshots().named("elsewhere").isPresent());
  }

  @Test
  void aFileOnWhichACloneStandsCannotGo() {
    take("one");
    write(0, "a");
    take("two");
    machine.storage().cloneLinked(vm, "clone", vm.snapshots().named("two"));
    lines();
    delete("two");
    machine.storage().revert(vm, vm.snapshots().named("one").orElseThrow(), true);
    machine.operations().remove(vm);
    assertEquals(
        List.of(
            "refused vm command snapshot reason linked-clone",
            "refused vm command snapshot reason linked-clone",
            "refused vm command remove reason linked-clone"),
        lines());
    delete("one");
    assertEquals(List.of("merge vm.disk0 file vm-000001.vmdk into vm.vmdk grains 1"), lines());
    Vm clone = (Vm) machine.find("clone").orElseThrow();
    DiskFile top = clone.disks().all().get(0).files().active();
    assertEquals("vm.vmdk", top.parent().orElseThrow().name());
    assertEquals('a', clone.disks().all().get(0).bytes(0, 1)[0]);
    machine.operations().remove(clone);
    delete("two");
    assertEquals(List.of("vm.vmdk"), files());
  }

  @Test
  void withoutASnapshotTheSourceOfALinkedCloneTakesOne() {
    machine.storage().cloneLinked(vm, "clone", Optional.empty());
    assertEquals(
        List.of(
            "snapshot vm name clone-clone memory false",
            "delta-create vm.disk0 file vm-000001.vmdk parent vm.vmdk",
            "delta-create clone.disk0 file clone.vmdk parent vm.vmdk"),
        lines());
    assertEquals(PowerState.OFF, ((Vm) machine.find("clone").orElseThrow()).state());
  }

  @Test
  void keepingAndGoingBackTakesNoMoreThanOnce() {
    for (int page = 0; page < 20; page++) {
      vm.init().write(page * 4096L, 8, page + 1);
    }
    write(0, "a");
    long after = 0;
    for (int i = 0; i < 100; i++) {
      machine.storage().take(vm, "s", true);
      write(1, "b");
      vm.init().access(0x100000, Op.WRITE);
      machine.storage().revert(vm, vm.snapshots().named("s").orElseThrow(), false);
      delete("s");
      after = i == 0 ? machine.budget().used() : after;
    }
    long names = 99 * 2 * 160;
    assertEquals(after + names, machine.budget().used(), "files' names are not given again");
  }
}
