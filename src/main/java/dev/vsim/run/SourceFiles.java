package dev.vsim.run;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.SourceReader;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads scenario files. */
public final class SourceFiles {
  /** Bytes that a source file may have (grading.md, "Limits"). */
  public static final long MOST_BYTES = 16L << 20;

  private SourceFiles() {}

  /** A file's text under the name that the user gave it; empty after a diagnostic. */
  public static Optional<SourceText> read(Path file, String name, Diagnostics diagnostics) {
    try {
      if (Files.isDirectory(file)) {
        return unreadable(name, "it is a folder", diagnostics);
      }
      if (Files.size(file) > MOST_BYTES) {
        return unreadable(name, "it is larger than 16M", diagnostics);
      }
      return Optional.of(SourceReader.read(name, Files.readAllBytes(file), diagnostics));
    } catch (NoSuchFileException e) {
      return unreadable(name, "there is no such file", diagnostics);
    } catch (AccessDeniedException e) {
      return unreadable(name, "permission denied", diagnostics);
    } catch (IOException e) {
      return unreadable(name, "reading it failed", diagnostics);
    }
  }

  private static Optional<SourceText> unreadable(String name, String why, Diagnostics diagnostics) {
    SourceText nothing = new SourceText(name, "");
    diagnostics.add(FileProblem.UNREADABLE, nothing, new Span(0, 0), name, why);
    return Optional.empty();
  }
}
