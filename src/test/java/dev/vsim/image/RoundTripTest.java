package dev.vsim.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back as it was. */
class RoundTripTest {
  static final Map<String, ImageWriter> WRITERS =
      Map.of(
          "sparse", new SparseWriter(),
          "stream", new StreamWriter(),
          "flat", new FlatWriter(),
          "split", new SplitWriter());

  private static final Identity ALONE = new Identity(0x1234, Optional.empty());

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyFormKeepsItsGrains() {
    return WRITERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(w -> dynamicTest(w.getKey(), () -> keeps(w.getKey(), w.getValue())));
  }

  private void keeps(String form, ImageWriter writer) throws IOException {
    long size = form.equals("split") ? 5L << 30 : 80L << 20;
    Grains grains = Grains.random(size, 40, form.hashCode());
    Path file = folder.resolve(form + ".vmdk");
    writer.write(file, grains, ALONE);
    try (DiskReading read = open(file)) {
      assertEquals(size, read.size());
      assertEquals(!form.equals("flat"), read.isSparse());
      if (!form.equals("flat")) {
        same(grains, read);
      }
      for (long grain = grains.next(0); grain >= 0; grain = grains.next(grain + 1)) {
        assertArrayEquals(grains.read(grain), read.read(grain).orElseThrow(), "grain " + grain);
      }
      assertTrue(read.trouble().isEmpty());
    }
  }

  private static void same(Grains grains, DiskReading read) {
    long wanted = grains.next(0);
    for (long found = read.next(0); found >= 0; found = read.next(found + 1)) {
      assertEquals(wanted, found);
      wanted = grains.next(wanted + 1);
    }
    assertEquals(-1, wanted);
  }

  private static DiskReading open(Path file) {
    OpenedImage opened = DiskReading.open(file, file.toString());
    return assertReady(opened);
  }

  private static DiskReading assertReady(OpenedImage opened) {
    assertTrue(opened instanceof OpenedImage.Ready, opened::toString);
    return ((OpenedImage.Ready) opened).disk();
  }

  @Test
  void aDeltaIsReadThroughToItsBase() throws IOException {
    Grains base = Grains.random(8L << 20, 30, 1);
    Grains delta = Grains.random(8L << 20, 10, 2);
    new StreamWriter().write(folder.resolve("base.vmdk"), base, ALONE);
    Identity.Parent parent = new Identity.Parent("base.vmdk", 0x1234);
    Identity identity = new Identity(7, Optional.of(parent));
    new SparseWriter().write(folder.resolve("delta.vmdk"), delta, identity);
    try (DiskReading read = open(folder.resolve("delta.vmdk"))) {
      for (long grain = 0; grain < (8L << 20) / Vmdk.GRAIN; grain++) {
        byte[] wanted =
            delta.has(grain)
                ? delta.read(grain)
                : base.has(grain) ? base.read(grain) : new byte[Vmdk.GRAIN];
        assertArrayEquals(wanted, read.read(grain).orElseThrow(), "grain " + grain);
        assertEquals(delta.has(grain) || base.has(grain), read.next(grain) == grain);
      }
    }
  }

  @Test
  void anEmptyDiskIsOnlyTables() throws IOException {
    for (Map.Entry<String, ImageWriter> writer : WRITERS.entrySet()) {
      Path file = folder.resolve("empty-" + writer.getKey() + ".vmdk");
      writer.getValue().write(file, new Grains(1L << 30), ALONE);
      try (DiskReading read = open(file)) {
        assertEquals(writer.getKey().equals("flat") ? 0 : -1, read.next(0));
      }
    }
    assertTrue(Files.size(folder.resolve("empty-stream.vmdk")) < 80_000);
  }

  @Test
  void whatWasThereIsReplaced() throws IOException {
    Path file = folder.resolve("twice.vmdk");
    new SparseWriter().write(file, Grains.random(8L << 20, 100, 3), ALONE);
    Grains second = Grains.random(8L << 20, 2, 4);
    new SparseWriter().write(file, second, ALONE);
    try (DiskReading read = open(file)) {
      same(second, read);
    }
  }

  @Test
  void aConfigurationSaysWhatItWasTold() {
    Vmx vmx = new Vmx().put("memsize", "512").put("displayName", "a \"b\" |c|41 \u0001 리눅스");
    dev.vsim.source.Diagnostics problems = new dev.vsim.source.Diagnostics();
    Vmx read = VmxReading.read("x.vmx", vmx.bytes(), problems).orElseThrow().vmx();
    assertEquals(vmx.settings(), read.settings());
    assertTrue(problems.isEmpty());
  }
}
