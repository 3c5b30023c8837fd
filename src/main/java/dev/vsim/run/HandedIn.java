package dev.vsim.run;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * A file, a folder or an archive that was handed in, and the one file in it that the assignment
 * asks for. An archive is read where it is and never unpacked.
 */
final class HandedIn implements Closeable {
  private static final long MOST_ARCHIVE_BYTES = 16L << 20;
  private static final int MOST_ENTRIES = 10_000;
  private static final String ELSEWHERE =
      "hand in a file, or a folder or zip archive with the file at its top";

  private final Path file;
  private final String name;
  private final Optional<Path> folder;
  private final Optional<FileSystem> archive;

  private HandedIn(Path file, String name, Optional<Path> folder, Optional<FileSystem> archive) {
    this.file = file;
    this.name = name;
    this.folder = folder;
    this.archive = archive;
  }

  /**
   * Opens what was handed in; empty after a diagnostic.
   *
   * @param submit the path of the wanted file in a folder or an archive
   */
  static Optional<HandedIn> open(Path path, String submit, Diagnostics diagnostics) {
    try {
      return Optional.of(open(path, submit));
    } catch (Refusal e) {
      SourceText nothing = new SourceText(shown(path), "");
      diagnostics.add(
          GradeProblem.NO_SUBMISSION, nothing, new Span(0, 0), e.getMessage(), ELSEWHERE);
      return Optional.empty();
    }
  }

  private static String shown(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }

  private static HandedIn open(Path path, String submit) throws Refusal {
    if (Files.isSymbolicLink(path)) {
      throw new Refusal("the submission is a link");
    } else if (Files.isDirectory(path)) {
      return folder(path, submit);
    } else if (!Files.exists(path)) {
      throw new Refusal("there is no submission at this path");
    } else if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new Refusal("the submission is a device, a pipe or a socket");
    }
    String shown = shown(path);
    return shown.toLowerCase(Locale.ROOT).endsWith(".zip")
        ? archive(path, submit)
        : new HandedIn(path, shown, Optional.empty(), Optional.empty());
  }

  private static HandedIn folder(Path path, String submit) throws Refusal {
    try {
      Path top = path.toRealPath();
      return in(top, submit, Optional.empty());
    } catch (IOException e) {
      throw new Refusal("the submission's folder cannot be read");
    }
  }

  private static HandedIn archive(Path path, String submit) throws Refusal {
    try {
      if (Files.size(path) > MOST_ARCHIVE_BYTES) {
        throw new Refusal("the archive is larger than 16M");
      }
      count(path, submit);
      FileSystem archive = FileSystems.newFileSystem(path, Map.of());
      try {
        return in(archive.getPath("/"), submit, Optional.of(archive));
      } catch (Refusal e) {
        archive.close();
        throw e;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal("the archive cannot be read: it is no zip, or a damaged one");
    }
  }

  private static void count(Path path, String submit) throws IOException, Refusal {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        throw new Refusal("the archive holds more than 10,000 files");
      } else if (zip.stream().filter(entry -> entry.getName().equals(submit)).count() > 1) {
        throw new Refusal("the archive holds `" + submit + "` twice");
      }
    }
  }

  private static HandedIn in(Path top, String submit, Optional<FileSystem> archive) throws Refusal {
    Path file = top.resolve(submit);
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        String what = archive.isPresent() ? "archive" : "folder";
        throw new Refusal("the " + what + " has no `" + submit + "` at its top");
      } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || !file.toRealPath().equals(file)) {
        throw new Refusal("`" + submit + "` is no file: it is a folder, a link or a device");
      }
    } catch (IOException e) {
      throw new Refusal("`" + submit + "` cannot be read");
    }
    return new HandedIn(file, submit, Optional.of(top), archive);
  }

  /** The file that the assignment asks for. */
  Path file() {
    return file;
  }

  /** What it is called in messages, and in the submission itself. */
  String name() {
    return name;
  }

  /** The folder whose files belong to the submission; empty for a single file. */
  Optional<Path> folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    if (archive.isPresent()) {
      archive.get().close();
    }
  }

  /** Why there is nothing to grade. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String why) {
      super(why, null, false, false);
    }
  }
}
