package dev.vsim.run.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.cli.Cli;
import dev.vsim.machine.Hosts;
import dev.vsim.machine.Machine;
import dev.vsim.machine.Told;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.storage.DiskFile;
import dev.vsim.machine.storage.DiskForm;
import dev.vsim.machine.storage.DiskSettings;
import dev.vsim.machine.storage.Provisioning;
import dev.vsim.machine.storage.Repeated;
import dev.vsim.machine.storage.VirtualDisk;
import dev.vsim.machine.virt.Vm;
import dev.vsim.machine.virt.VmSettings;
import dev.vsim.machine.world.SplitMix64;
import dev.vsim.value.Value;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Disks as qemu-img sees them, and its own as vsim does. */
class QemuImgTest {
  private static final int GRAIN = VirtualDisk.GRAIN;

  @TempDir Path folder;

  /** What a program came to. */
  private record Ran(int status, String output) {}

  @BeforeAll
  static void qemuImgIsThere() throws InterruptedException {
    boolean there;
    try {
      there = run("qemu-img", "--version").status == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "qemu-img is not installed; Debian has it in qemu-utils");
  }

  private static Ran run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }

  private static void succeeds(String... command) throws IOException, InterruptedException {
    Ran ran = run(command);
    assertEquals(0, ran.status, String.join(" ", command) + ": " + ran.output);
  }

  @TestFactory
  Stream<DynamicTest> whatIsExportedIsWhatTheModelHolds() {
    return Arrays.stream(DiskForm.values())
        .map(form -> dynamicTest(form.word(), () -> exported(form)));
  }

  /** A VM with a tree of snapshots and clones on it, all written at random. */
  private void exported(DiskForm form) throws Exception {
    Machine machine = Hosts.machine(Told.nothing());
    boolean split = form == DiskForm.TWO_GB_MAX_EXTENT_SPARSE;
    long size = split ? (2047L << 20) + 100L * GRAIN : 600L * GRAIN;
    Provisioning provisioning =
        form == DiskForm.MONOLITHIC_FLAT ? Provisioning.LAZY : Provisioning.THIN;
    DiskSettings disk = new DiskSettings(size, provisioning, Optional.of(form), Optional.empty());
    VmSettings settings =
        VmSettings.DEFAULT.withKernel(KernelSettings.GUEST.withMemory(1 << 16)).withDisks(disk);
    SplitMix64 dice = new SplitMix64(form.ordinal());
    Vm vm = machine.declareVm("vm", machine.host(), settings);
    for (String name : List.of("one", "two", "three")) {
      scribble(machine, vm, dice);
      machine.storage().take(vm, name, true);
    }
    machine.storage().revert(vm, vm.snapshots().named("one").orElseThrow(), false);
    scribble(machine, vm, dice);
    machine.storage().cloneLinked(vm, "linked", vm.snapshots().named("two"));
    machine.storage().cloneFully(vm, "full", Optional.empty());
    Vm linked = (Vm) machine.find("linked").orElseThrow();
    linked.powerOn();
    scribble(machine, linked, dice);
    machine.storage().delete(vm, vm.snapshots().named("one").orElseThrow());
    machine.storage().delete(vm, vm.snapshots().named("three").orElseThrow());
    Path to = folder.resolve(form.word());
    new Export(to, new GuestLog()).write(machine);
    for (Vm each : machine.vms()) {
      for (DiskFile file : each.disks().all().get(0).files().all()) {
        check(to.resolve(file.name()), file);
      }
    }
  }

  private static void scribble(Machine machine, Vm vm, SplitMix64 dice) {
    VirtualDisk disk = vm.disks().all().get(0);
    for (int i = 0; i < 12; i++) {
      byte[] data = new byte[1 + (int) dice.below(5000)];
      for (int j = 0; j < data.length; j++) {
        data[j] = (byte) dice.next();
      }
      long length = 1 + dice.below(3L * GRAIN);
      long offset = dice.below(disk.size() - length);
      boolean zeros = dice.below(4) == 0;
      Repeated repeated = new Repeated(zeros ? new byte[1] : data);
      machine.storage().write(disk, offset, length, repeated, Value.None.NONE);
    }
  }

  private static void check(Path image, DiskFile file) throws Exception {
    succeeds("qemu-img", "info", "--backing-chain", image.toString());
    succeeds("qemu-img", "check", image.toString());
    Path raw = image.resolveSibling(image.getFileName() + ".raw");
    succeeds("qemu-img", "convert", "-f", "vmdk", "-O", "raw", image.toString(), raw.toString());
    try (InputStream in = new BufferedInputStream(Files.newInputStream(raw), GRAIN)) {
      assertEquals(file.disk().size(), Files.size(raw));
      for (long grain = 0; grain < file.disk().size() / GRAIN; grain++) {
        byte[] real = in.readNBytes(GRAIN);
        assertTrue(Arrays.equals(file.read(grain), real), image + " grain " + grain);
      }
    }
    Files.delete(raw);
    boolean sparse = Files.size(image) == file.fileSize();
    boolean one =
        file.parent().isPresent()
            || file.disk().settings().exported() == DiskForm.MONOLITHIC_SPARSE;
    assertTrue(sparse || !one, image + " is as long as file-size says");
  }

  @TestFactory
  Stream<DynamicTest> whatQemuImgWroteIsTakenOverAndWrittenAgain() {
    return Stream.of(
            "monolithicSparse",
            "streamOptimized",
            "monolithicFlat",
            "twoGbMaxExtentSparse",
            "twoGbMaxExtentFlat")
        .map(form -> dynamicTest(form, () -> takenOver(form)));
  }

  private void takenOver(String form) throws Exception {
    byte[] bytes = new byte[40 * GRAIN];
    SplitMix64 dice = new SplitMix64(form.length());
    for (int i = 0; i < 200; i++) {
      bytes[(int) dice.below(bytes.length)] = (byte) dice.next();
    }
    Path raw = Files.write(folder.resolve("disk.raw"), bytes);
    Path image = folder.resolve("disk.vmdk");
    succeeds(
        "qemu-img",
        "convert",
        "-f",
        "raw",
        "-O",
        "vmdk",
        "-o",
        "subformat=" + form,
        raw.toString(),
        image.toString());
    assertArrayEquals(bytes, roundTrip(image));
  }

  @TestFactory
  List<DynamicTest> aChainThatQemuImgMadeIsTakenOver() {
    return List.of(dynamicTest("three files", this::chain));
  }

  private void chain() throws Exception {
    Path base = folder.resolve("base.vmdk");
    succeeds("qemu-img", "create", "-q", "-f", "vmdk", base.toString(), "4M");
    succeeds("qemu-io", "-f", "vmdk", "-c", "write -P 65 0 200000", base.toString());
    List<String> files = new ArrayList<>(List.of("base.vmdk"));
    for (String name : List.of("middle.vmdk", "top.vmdk")) {
      Path file = folder.resolve(name);
      succeeds(
          "qemu-img",
          "create",
          "-q",
          "-f",
          "vmdk",
          "-F",
          "vmdk",
          "-b",
          files.get(files.size() - 1),
          file.toString());
      int letter = 66 + files.size();
      succeeds(
          "qemu-io",
          "-f",
          "vmdk",
          "-c",
          "write -P " + letter + " " + 100_000 * files.size() + " 60000",
          file.toString());
      files.add(name);
    }
    Path raw = folder.resolve("top.raw");
    succeeds(
        "qemu-img",
        "convert",
        "-f",
        "vmdk",
        "-O",
        "raw",
        folder.resolve("top.vmdk").toString(),
        raw.toString());
    assertArrayEquals(Files.readAllBytes(raw), roundTrip(folder.resolve("top.vmdk")));
  }

  /** Imports an image, runs the scenario, exports its disk, and lets qemu-img read that. */
  private byte[] roundTrip(Path image) throws Exception {
    Path scenario = folder.resolve("taken.vsim");
    Cli imported = Cli.run("import", image.toString(), "--to", scenario.toString());
    assertEquals(0, imported.status(), imported.err());
    Path to = folder.resolve("again");
    Cli ran = Cli.run("run", scenario.toString(), "--trace", "none", "--export", to.toString());
    assertEquals(0, ran.status(), ran.err());
    String name = image.getFileName().toString();
    Path written = to.resolve(name);
    Path raw = folder.resolve("again.raw");
    succeeds("qemu-img", "check", written.toString());
    succeeds("qemu-img", "convert", "-f", "vmdk", "-O", "raw", written.toString(), raw.toString());
    return Files.readAllBytes(raw);
  }
}
