package dev.vsim.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Accepts what a run printed as the golden file: what came of writing it. */
public sealed interface Blessing {
  /** The file is new or has changed. */
  record Written(Path file) implements Blessing {}

  /** The file already holds exactly this, and was not touched. */
  record Unchanged(Path file) implements Blessing {}

  /** Nothing is written where this is not allowed. */
  record Refused(Path file, String reason) implements Blessing {}

  /** The file could not be written; what it held before it still holds. */
  record Failed(Path file, IOException cause) implements Blessing {}

  /** Where goldens may be written. */
  sealed interface Permission {
    record Granted() implements Permission {}

    /** With the reason, such as {@code CI is set}. */
    record Denied(String reason) implements Permission {}
  }

  /**
   * Writes the golden file in one step: under a temporary name beside it, then renamed, so that no
   * reader ever sees half of it.
   */
  static Blessing bless(Path file, String text, Permission permission) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
        return new Unchanged(file);
      } else if (permission instanceof Permission.Denied denied) {
        return new Refused(file, denied.reason());
      }
      replace(file, bytes);
      return new Written(file);
    } catch (IOException e) {
      return new Failed(file, e);
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file;
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path temporary = target.resolveSibling(name);
    try {
      Files.write(temporary, bytes);
      rename(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
