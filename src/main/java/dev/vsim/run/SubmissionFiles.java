package dev.vsim.run;

import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.GradeProblem;
import dev.vsim.source.SourceReader;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one submission, and nothing else: no path leads out of its folder, by whatever it is
 * spelled, and no link does. What is read of them is limited together.
 */
final class SubmissionFiles implements ScenarioFiles {
  /** Bytes of source that a submission may have (grading.md, "Limits"). */
  static final int MOST_BYTES = 100_000;

  private final Optional<Path> folder;
  private final Map<String, Optional<Scenario>> read = new HashMap<>();
  private final List<Scenario> own = new ArrayList<>();
  private int left = MOST_BYTES;

  /**
   * @param folder where its files are, links resolved; empty where it is a single file
   */
  SubmissionFiles(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The scenarios of the submission that were read so far, the one that was asked for first. */
  List<Scenario> own() {
    return List.copyOf(own);
  }

  /** Whether a text is one of the submission's. */
  boolean isOwn(SourceText text) {
    return own.stream().anyMatch(scenario -> scenario.source() == text);
  }

  /**
   * Reads one of its files.
   *
   * @param name what it is called in messages
   */
  Optional<Scenario> read(Path file, String name, Diagnostics diagnostics) {
    Optional<byte[]> bytes = bytes(file);
    if (bytes.isEmpty() || bytes.get().length > left) {
      SourceText nothing = new SourceText(name, "");
      boolean large = bytes.isPresent();
      if (large) {
        diagnostics.add(GradeProblem.SUBMISSION_TOO_LARGE, nothing, new Span(0, 0), "100,000");
      } else {
        diagnostics.add(FileProblem.UNREADABLE, nothing, new Span(0, 0), name, "reading it failed");
      }
      return Optional.empty();
    }
    left -= bytes.get().length;
    SourceText text = SourceReader.read(name, bytes.get(), diagnostics);
    Scenario scenario = new ScenarioParser().parse(text, diagnostics);
    own.add(scenario);
    return Optional.of(scenario);
  }

  /** A file's bytes, one more than may be read at the most. */
  private static Optional<byte[]> bytes(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Scenario> open(String path, SourceText user, Diagnostics diagnostics, Span at) {
    String file = path.endsWith(FileLibrary.ENDING) ? path : path + FileLibrary.ENDING;
    if (path.startsWith(FileLibrary.STANDARD)) {
      return read.computeIfAbsent(file, name -> FileLibrary.standard(name, user, diagnostics, at));
    }
    Optional<Path> inside = inside(file, user);
    if (inside.isEmpty()) {
      diagnostics.add(GradeProblem.OUTSIDE, user, at, path);
      return Optional.empty();
    }
    String name = name(inside.get());
    if (!read.containsKey(name)) {
      read.put(name, read(inside.get(), name, diagnostics));
    }
    return read.get(name);
  }

  /** The main file is known under its name, too, so that who uses it is told of a cycle. */
  void keep(String name, Scenario scenario) {
    read.put(name, Optional.of(scenario));
  }

  @Override
  public Optional<Path> trace(String path, SourceText user) {
    return inside(path, user);
  }

  /** Disks of submissions are made by the scenario; files of disks name further files. */
  @Override
  public Optional<Path> disk(String path, SourceText user) {
    return Optional.empty();
  }

  /** A regular file inside the folder, its links resolved. */
  private Optional<Path> inside(String path, SourceText user) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path top = folder.get();
      Path relative = top.getFileSystem().getPath(path);
      Path beside = top.resolve(user.name());
      Path base = beside.getParent() == null ? top : beside.getParent();
      Path file = base.resolve(relative).normalize();
      boolean spelled = !relative.isAbsolute() && file.startsWith(top);
      return spelled && Files.isRegularFile(file)
          ? Optional.of(file.toRealPath())
              .filter(real -> real.startsWith(top))
              .filter(real -> Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS))
          : Optional.empty();
    } catch (InvalidPathException | IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  /** A file's name from the top of the folder. */
  private String name(Path file) {
    return folder.orElseThrow().relativize(file).toString();
  }
}
