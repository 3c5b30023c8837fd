package dev.vsim.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken, cut, or made to do harm: each is told, none does anything else. */
@SuppressWarnings("DefaultCharset") // ASCII only
class HostileImageTest {
  private static final Identity ALONE = new Identity(0x1234, Optional.empty());
  private static final int GRAINS = 16;

  @TempDir Path folder;

  private Path write(String name, ImageWriter writer, int grains, Identity identity)
      throws IOException {
    Grains source = new Grains((long) GRAINS * Vmdk.GRAIN);
    for (int i = 0; i < grains; i++) {
      byte[] bytes = new byte[Vmdk.GRAIN];
      Arrays.fill(bytes, (byte) ('a' + i));
      source.put(2L * i, bytes);
    }
    Path file = folder.resolve(name);
    writer.write(file, source, identity);
    return file;
  }

  private static FileProblem problem(Path file) {
    OpenedImage opened = DiskReading.open(file, file.getFileName().toString());
    if (opened instanceof OpenedImage.Refused refused) {
      return (FileProblem) refused.trouble().problem();
    }
    try (DiskReading disk = ((OpenedImage.Ready) opened).disk()) {
      for (long grain = disk.next(0); grain >= 0; grain = disk.next(grain + 1)) {
        disk.read(grain);
      }
      return (FileProblem) disk.trouble().orElseThrow().problem();
    }
  }

  private static void edit(Path file, int at, long value, int bytes) throws IOException {
    byte[] all = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes == Long.BYTES) {
      buffer.putLong(at, value);
    } else {
      buffer.putInt(at, (int) value);
    }
    Files.write(file, all);
  }

  private static int readInt(Path file, int at) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  /** Wherever a file ends, that is told, or what is left is whole. */
  @TestFactory
  Stream<DynamicTest> everyCutIsTold() {
    return RoundTripTest.WRITERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(w -> dynamicTest(w.getKey(), () -> cut(w.getKey(), w.getValue())));
  }

  private void cut(String form, ImageWriter writer) throws IOException {
    Path file = write(form + ".vmdk", writer, 3, ALONE);
    Path part =
        form.equals("flat")
            ? folder.resolve("flat-flat.vmdk")
            : form.equals("split") ? folder.resolve("split-s001.vmdk") : file;
    byte[] whole = Files.readAllBytes(part);
    for (int length = 0; length < whole.length; length += length < 1024 ? 61 : 4093) {
      Files.write(part, Arrays.copyOf(whole, length));
      FileProblem problem = problem(file);
      boolean told =
          List.of(FileProblem.IMAGE_CUT, FileProblem.IMAGE_DAMAGED, FileProblem.IMAGE_FOREIGN)
              .contains(problem);
      assertTrue(told, form + " of " + length + " bytes: " + problem);
    }
  }

  /** Any bytes anywhere: a problem or a disk, and never anything else. */
  @TestFactory
  Stream<DynamicTest> anyChangeIsADiskOrAProblem() {
    return RoundTripTest.WRITERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(w -> dynamicTest(w.getKey(), () -> change(w.getKey(), w.getValue())));
  }

  private void change(String form, ImageWriter writer) throws IOException {
    Path file = write(form + ".vmdk", writer, 3, ALONE);
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom dice = new SplittableRandom(form.hashCode());
    int troubled = 0;
    for (int i = 0; i < 400; i++) {
      byte[] changed = whole.clone();
      int interesting = Math.min(changed.length, dice.nextInt(3) == 0 ? changed.length : 2048);
      for (int j = dice.nextInt(4); j >= 0; j--) {
        changed[dice.nextInt(interesting)] = (byte) dice.nextInt(256);
      }
      Files.write(file, changed);
      troubled += isTroubled(file) ? 1 : 0;
    }
    assertTrue(troubled > 40, form + ": " + troubled);
  }

  private static boolean isTroubled(Path file) {
    OpenedImage opened = DiskReading.open(file, "x.vmdk");
    if (opened instanceof OpenedImage.Ready ready) {
      try (DiskReading disk = ready.disk()) {
        int seen = 0;
        for (long grain = disk.next(0); grain >= 0 && seen < 50; grain = disk.next(grain + 1)) {
          disk.read(grain);
          seen++;
        }
        return disk.trouble().isPresent();
      }
    }
    return true;
  }

  @Test
  void aHugeDirectoryIsNotMade() throws IOException {
    Path file = write("huge.vmdk", new SparseWriter(), 1, ALONE);
    edit(file, 12, 1L << 36, Long.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    edit(file, 12, Long.MAX_VALUE, Long.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    edit(file, 12, -1, Long.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
  }

  @Test
  void grainsOfAnySizeAreNotMade() throws IOException {
    Path file = write("grain.vmdk", new SparseWriter(), 1, ALONE);
    for (long size : new long[] {0, 1, 3, 127, 1L << 20, 1L << 40, -128}) {
      edit(file, 20, size, Long.BYTES);
      assertEquals(FileProblem.IMAGE_DAMAGED, problem(file), "" + size);
    }
  }

  /** A small file cannot say that it holds much: each place serves one grain. */
  @Test
  void aGrainIsNobodyElses() throws IOException {
    Path file = write("shared.vmdk", new SparseWriter(), 2, ALONE);
    int directory = readInt(file, 56) * Vmdk.SECTOR;
    int table = readInt(file, directory) * Vmdk.SECTOR;
    edit(file, table + 4, readInt(file, table), Integer.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    edit(file, table + 4, readInt(file, table) + 1, Integer.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    edit(file, table + 4, 0, Integer.BYTES);
    edit(file, table, Integer.MAX_VALUE, Integer.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    edit(file, directory, 0xFFFFFFF0L, Integer.BYTES);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
  }

  /** A grain that unpacks to a gigabyte unpacks to no more than a grain. */
  @Test
  void aPackedGrainHasItsSize() throws IOException {
    Path file = write("bomb.vmdk", new StreamWriter(), 2, ALONE);
    byte[] all = Files.readAllBytes(file);
    byte[] bomb = packed(1 << 20);
    int at = 128 * Vmdk.SECTOR;
    ByteBuffer marker = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    marker.putInt(at + 8, bomb.length);
    System.arraycopy(bomb, 0, all, at + 12, Math.min(bomb.length, 2 * Vmdk.SECTOR));
    Files.write(file, all);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    byte[] small = packed(100);
    marker.putInt(at + 8, small.length);
    System.arraycopy(small, 0, all, at + 12, small.length);
    Files.write(file, all);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    marker.putInt(at + 8, Integer.MAX_VALUE);
    Files.write(file, all);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
    marker.putInt(at + 8, -5);
    Files.write(file, all);
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(file));
  }

  private static byte[] packed(int zeros) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    byte[] bytes = new byte[4096];
    int length = deflater.deflate(bytes);
    deflater.end();
    return Arrays.copyOf(bytes, length);
  }

  private Path descriptor(String name, String extent) throws IOException {
    String text =
        "# Disk DescriptorFile\nversion=1\nCID=00001234\nparentCID=ffffffff\n"
            + "createType=\"monolithicFlat\"\n"
            + extent
            + "\n";
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void nothingElsewhereIsRead() throws IOException {
    Path secret = Files.writeString(folder.resolveSibling("secret.txt"), "x".repeat(2048));
    for (String elsewhere :
        List.of(
            "../secret.txt",
            secret.toAbsolutePath().toString(),
            "a/../../secret.txt",
            "..\\\\secret.txt",
            "C:\\\\secret.txt",
            "..",
            ".",
            "")) {
      Path file = descriptor("elsewhere.vmdk", "RW 4 FLAT \"" + elsewhere + "\" 0");
      assertEquals(FileProblem.IMAGE_OUTSIDE, problem(file), elsewhere);
      Identity.Parent parent = new Identity.Parent(elsewhere, 5);
      Path delta = write("delta.vmdk", new SparseWriter(), 1, new Identity(6, Optional.of(parent)));
      assertEquals(FileProblem.IMAGE_OUTSIDE, problem(delta), elsewhere);
    }
  }

  @Test
  void disksThatStandOnEachOtherAreACircle() throws IOException {
    write("a.vmdk", new SparseWriter(), 1, on("b.vmdk"));
    write("b.vmdk", new SparseWriter(), 1, on("a.vmdk"));
    assertEquals(FileProblem.IMAGE_CYCLE, problem(folder.resolve("a.vmdk")));
    Path self = write("self.vmdk", new SparseWriter(), 1, on("self.vmdk"));
    assertEquals(FileProblem.IMAGE_CYCLE, problem(self));
    for (int i = 0; i < 100; i++) {
      write("d" + i + ".vmdk", new SparseWriter(), 0, on("d" + (i + 1) + ".vmdk"));
    }
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(folder.resolve("d0.vmdk")));
  }

  private static Identity on(String parent) {
    return new Identity(0x1234, Optional.of(new Identity.Parent(parent, 0x1234)));
  }

  @Test
  void aParentThatHasChangedIsTold() throws IOException {
    write("base.vmdk", new SparseWriter(), 1, new Identity(1, Optional.empty()));
    Path delta = write("delta.vmdk", new SparseWriter(), 1, on("base.vmdk"));
    assertEquals(FileProblem.IMAGE_PARENT_CHANGED, problem(delta));
    Path orphan = write("orphan.vmdk", new SparseWriter(), 1, on("nowhere.vmdk"));
    assertEquals(FileProblem.UNREADABLE, problem(orphan));
  }

  @Test
  void otherThingsAreNoDisks() throws IOException {
    assertEquals(FileProblem.UNREADABLE, problem(folder.resolve("none.vmdk")));
    assertEquals(FileProblem.IMAGE_FOREIGN, problem(folder));
    Path text = Files.writeString(folder.resolve("text.vmdk"), "hello");
    assertEquals(FileProblem.IMAGE_FOREIGN, problem(text));
    Path empty = Files.writeString(folder.resolve("empty.vmdk"), "");
    assertEquals(FileProblem.IMAGE_FOREIGN, problem(empty));
    Path qcow =
        Files.write(folder.resolve("q.vmdk"), "QFI\u00fb".getBytes(StandardCharsets.ISO_8859_1));
    OpenedImage.Refused refused = (OpenedImage.Refused) DiskReading.open(qcow, "q.vmdk");
    assertEquals(List.of("q.vmdk", "it is a qcow2 image"), refused.trouble().details());
    assertEquals(
        FileProblem.IMAGE_UNSUPPORTED,
        problem(descriptor("device.vmdk", "RW 4 VMFSRDM \"/dev/sda\" 0")));
    assertEquals(
        FileProblem.IMAGE_DAMAGED, problem(descriptor("line.vmdk", "this is no line of it")));
    assertEquals(FileProblem.IMAGE_DAMAGED, problem(descriptor("none.vmdk", "")));
    Path device = folder.resolve("flat.bin");
    Files.createDirectory(device);
    assertEquals(
        FileProblem.IMAGE_FOREIGN, problem(descriptor("folder.vmdk", "RW 4 FLAT \"flat.bin\" 0")));
  }

  @Test
  void aFlatDiskIsAsLongAsItSays() throws IOException {
    Files.write(folder.resolve("x.bin"), new byte[4 * Vmdk.SECTOR]);
    assertEquals(FileProblem.IMAGE_CUT, problem(descriptor("long.vmdk", "RW 5 FLAT \"x.bin\" 0")));
    assertEquals(FileProblem.IMAGE_CUT, problem(descriptor("late.vmdk", "RW 4 FLAT \"x.bin\" 1")));
    assertEquals(
        FileProblem.IMAGE_DAMAGED,
        problem(descriptor("vast.vmdk", "RW 999999999999999999 FLAT \"x.bin\" 0")));
    assertEquals(
        FileProblem.IMAGE_DAMAGED,
        problem(descriptor("many.vmdk", "RW 1 FLAT \"x.bin\" 0\n".repeat(70_000))));
  }

  @Test
  void configurationsAreTextWithSettings() {
    assertEquals("V0650", vmx(new byte[] {1, 0, 2}));
    assertEquals("V0650", vmx("a = \"b\"\n".getBytes()));
    assertEquals("V0650", vmx("".getBytes()));
    assertEquals("V0650", vmx(".encoding = \"klingon\"\nmemsize = \"4\"\n".getBytes()));
    assertEquals("V0648", vmx("memsize = \"4\"\nno setting\n".getBytes()));
    assertEquals("V0648", vmx("memsize = \"4\n".getBytes()));
    assertEquals("", vmx("memsize = 4\r\n# comment\r\n\r\n".getBytes()));
    String korean = ".encoding = \"EUC-KR\"\ndisplayName = \"리눅스\"\n";
    Diagnostics problems = new Diagnostics();
    byte[] bytes = korean.getBytes(java.nio.charset.Charset.forName("EUC-KR"));
    Vmx read = VmxReading.read("k.vmx", bytes, problems).orElseThrow().vmx();
    assertEquals("리눅스", read.get("DISPLAYNAME").orElseThrow());
  }

  private static String vmx(byte[] bytes) {
    Diagnostics problems = new Diagnostics();
    boolean read = VmxReading.read("x.vmx", bytes, problems).isPresent();
    assertEquals(read, !problems.hasErrors());
    return problems.isEmpty() ? "" : problems.sorted().get(0).problem().code();
  }
}
