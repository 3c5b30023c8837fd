package dev.vsim.run;

import dev.vsim.source.Diagnostic;
import dev.vsim.source.Diagnostics;
import dev.vsim.source.FileProblem;
import dev.vsim.source.SourceReader;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.syntax.Scenario;
import dev.vsim.syntax.ScenarioParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the files that {@code use} names: beside the user's file, or in the library that comes with
 * vsim. It may be asked by several threads.
 */
public final class FileLibrary implements ScenarioFiles {
  static final String ENDING = ".vsim";
  static final String STANDARD = "std/";

  private final Map<String, Path> folders = new ConcurrentHashMap<>();
  private final Map<String, Optional<Scenario>> read = new HashMap<>();

  /** A library for the scenario of this name in this file. */
  public FileLibrary(String name, Path file) {
    folders.put(name, folder(file));
  }

  private static Path folder(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.getParent() == null ? absolute : absolute.getParent();
  }

  @Override
  public Optional<Path> trace(String path, SourceText user) {
    return Optional.of(folderOf(user).resolve(path));
  }

  @Override
  public Optional<Path> disk(String path, SourceText user) {
    return Optional.of(folderOf(user).resolve(path));
  }

  /** The folder that paths in a file are relative to. */
  public Path folderOf(SourceText user) {
    return folders.getOrDefault(user.name(), Path.of("").toAbsolutePath());
  }

  @Override
  public synchronized Optional<Scenario> open(
      String path, SourceText user, Diagnostics diagnostics, Span at) {
    String file = path.endsWith(ENDING) ? path : path + ENDING;
    if (path.startsWith(STANDARD)) {
      return once(file, () -> standard(file, user, diagnostics, at));
    }
    try {
      return local(folderOf(user).resolve(file).normalize(), path, user, diagnostics, at);
    } catch (InvalidPathException e) {
      diagnostics.add(FileProblem.UNREADABLE, user, at, path, "it is no path");
      return Optional.empty();
    }
  }

  private Optional<Scenario> local(
      Path file, String path, SourceText user, Diagnostics diagnostics, Span at) {
    if (!Files.isRegularFile(file)) {
      diagnostics.add(
          Diagnostic.of(FileProblem.UNREADABLE, user, at, path, "there is no such file")
              .withHelp("a path is relative to the file that uses it, without `.vsim`"));
      return Optional.empty();
    }
    String name = name(file, user);
    return once(
        name,
        () -> {
          folders.put(name, folder(file));
          return SourceFiles.read(file, name, diagnostics)
              .map(text -> new ScenarioParser().parse(text, diagnostics));
        });
  }

  /** Where a file comes from at its first use. */
  private interface Origin {
    Optional<Scenario> read();
  }

  private Optional<Scenario> once(String name, Origin origin) {
    Optional<Scenario> before = read.get(name);
    if (before == null) {
      before = origin.read();
      read.put(name, before);
    }
    return before;
  }

  /** A used file's name as it would be typed from where its user's name is typed. */
  private String name(Path file, SourceText user) {
    Path relative = folderOf(user).relativize(file);
    Path shown = Path.of(user.name()).getParent();
    return (shown == null ? relative : shown.resolve(relative).normalize()).toString();
  }

  static Optional<Scenario> standard(
      String file, SourceText user, Diagnostics diagnostics, Span at) {
    String resource = "/stdlib/" + file.substring(STANDARD.length());
    if (file.contains("..")) {
      diagnostics.add(FileProblem.UNREADABLE, user, at, file, "the library has no such file");
      return Optional.empty();
    }
    try (InputStream stream = FileLibrary.class.getResourceAsStream(resource)) {
      if (stream == null) {
        diagnostics.add(FileProblem.UNREADABLE, user, at, file, "the library has no such file");
        return Optional.empty();
      }
      SourceText text = SourceReader.read(file, stream.readAllBytes(), diagnostics);
      return Optional.of(new ScenarioParser().parse(text, diagnostics));
    } catch (IOException e) {
      diagnostics.add(FileProblem.UNREADABLE, user, at, file, "reading it failed");
      return Optional.empty();
    }
  }
}
