package dev.vsim.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlessingTest {
  private static final Blessing.Permission GRANTED = new Blessing.Permission.Granted();
  private static final String TEXT = "# vsim trace 1\nrewind\n# 한글\n";

  @TempDir private Path folder;

  @Test
  void aNewGoldenIsWrittenAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("lru.trace");
    assertEquals(new Blessing.Written(file), Blessing.bless(file, TEXT, GRANTED));
    assertEquals(TEXT, Files.readString(file));
    assertEquals(List.of(file), files());
  }

  @Test
  void theSameTextLeavesTheFileUntouched() throws IOException {
    Path file = Files.writeString(folder.resolve("lru.trace"), TEXT);
    FileTime old = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(file, old);
    assertEquals(new Blessing.Unchanged(file), Blessing.bless(file, TEXT, GRANTED));
    assertEquals(old, Files.getLastModifiedTime(file));
    assertEquals(new Blessing.Written(file), Blessing.bless(file, TEXT + "#\n", GRANTED));
    assertEquals(TEXT + "#\n", Files.readString(file));
  }

  @Test
  void whereItIsDeniedNothingIsWritten() throws IOException {
    Path file = folder.resolve("lru.trace");
    Blessing.Permission denied = new Blessing.Permission.Denied("CI is set");
    assertEquals(new Blessing.Refused(file, "CI is set"), Blessing.bless(file, TEXT, denied));
    assertFalse(Files.exists(file));
    Files.writeString(file, TEXT);
    assertEquals(new Blessing.Unchanged(file), Blessing.bless(file, TEXT, denied));
  }

  @Test
  void aFailureIsAResultAndLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("gone").resolve("lru.trace");
    assertInstanceOf(Blessing.Failed.class, Blessing.bless(file, TEXT, GRANTED));
    Path directory = Files.createDirectory(folder.resolve("taken.trace"));
    Files.writeString(directory.resolve("inside"), "x");
    assertInstanceOf(Blessing.Failed.class, Blessing.bless(directory, TEXT, GRANTED));
    assertTrue(Files.isDirectory(directory));
    assertEquals(List.of(directory), files());
  }

  @Test
  void aLinkedGoldenStaysALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.trace"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("lru.trace"), real);
    assertEquals(new Blessing.Written(link), Blessing.bless(link, TEXT, GRANTED));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(TEXT, Files.readString(real));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
