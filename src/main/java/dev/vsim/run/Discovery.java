package dev.vsim.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds scenarios and the goldens beside them: in the order of the paths given, within a folder by
 * path. Links to folders are not followed, and folders whose name begins with a dot are left out.
 */
public final class Discovery {
  static final String SCENARIO = ".vsim";
  static final String TRACE = ".trace";
  static final String REFUSAL = ".err";

  private final Set<Path> scenarios = new LinkedHashSet<>();
  private final Set<Path> goldens = new LinkedHashSet<>();
  private final List<Path> unreadable = new ArrayList<>();

  /** Looks into folders; a file is taken for a scenario. */
  public Discovery(List<Path> paths) {
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        folder(path);
      } else {
        scenarios.add(path);
      }
    }
  }

  private void folder(Path top) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(top, new Collector(top, files));
    } catch (IOException e) {
      unreadable.add(top);
    }
    files.sort(null);
    files.stream().filter(f -> hasEnding(f, SCENARIO)).forEach(scenarios::add);
    files.stream().filter(f -> hasEnding(f, TRACE) || hasEnding(f, REFUSAL)).forEach(goldens::add);
  }

  /** Takes all files below a folder, and notes what cannot be looked into. */
  private final class Collector extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> files;

    Collector(Path top, List<Path> files) {
      this.top = top;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(top) && folder.getFileName().toString().startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() || Files.isRegularFile(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      unreadable.add(file);
      return FileVisitResult.CONTINUE;
    }
  }

  /** The scenarios. */
  public List<Path> scenarios() {
    return List.copyOf(scenarios);
  }

  /** Goldens that belong to no scenario. */
  public List<Path> obsolete() {
    return goldens.stream().filter(golden -> !Files.exists(scenarioOf(golden))).toList();
  }

  /** Folders and files that could not be looked into. */
  public List<Path> unreadable() {
    return List.copyOf(unreadable);
  }

  private static Path scenarioOf(Path golden) {
    return sibling(golden, hasEnding(golden, TRACE) ? TRACE : REFUSAL, SCENARIO);
  }

  private static boolean hasEnding(Path file, String ending) {
    return file.getFileName().toString().endsWith(ending);
  }

  /** The golden of this ending beside a scenario. */
  static Path golden(Path scenario, String ending) {
    return sibling(scenario, hasEnding(scenario, SCENARIO) ? SCENARIO : "", ending);
  }

  /** The file beside this one that has another ending. */
  static Path sibling(Path file, String ending, String other) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
  }
}
