package dev.vsim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip that Gradescope makes an autograder of: {@code setup.sh} and {@code run_autograder} at
 * its root, the assignment without its samples, and vsim itself, so that grading needs no network.
 */
final class GradescopePackage {
  private static final String SETUP = "setup.sh";
  private static final String RUN = "run_autograder";

  /** 1 January 1980, so that the same assignment makes the same zip. */
  private static final long NO_TIME = 315_532_800_000L;

  private final ZipOutputStream zip;
  private final Set<String> names = new LinkedHashSet<>();

  private GradescopePackage(ZipOutputStream zip) {
    this.zip = zip;
  }

  /**
   * Writes it.
   *
   * @param assignment the assignment's file; what lies beside it goes along
   * @throws IOException where something cannot be read or written; then no half of a zip is left
   */
  static void write(Path assignment, Path to) throws IOException {
    Path file = to.toAbsolutePath();
    Files.createDirectories(file.getParent());
    Path half = Files.createTempFile(file.getParent(), ".", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(half);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        new GradescopePackage(zip).fill(assignment);
      }
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private void fill(Path assignment) throws IOException {
    put(SETUP, resource(SETUP));
    put(RUN, resource(RUN));
    Path folder = assignment.toAbsolutePath().getParent();
    Path samples = folder.resolve("samples");
    tree(folder, "assignment/", file -> !file.startsWith(samples));
    for (Path code : code()) {
      if (Files.isDirectory(code)) {
        tree(code, "classes/", file -> true);
      } else {
        put("lib/" + code.getFileName(), Files.readAllBytes(code));
      }
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = GradescopePackage.class.getResourceAsStream("/gradescope/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\r\n", "\n")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private void tree(Path top, String prefix, Predicate<Path> wanted) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(top)) {
      all.filter(Files::isRegularFile).filter(wanted).forEach(files::add);
    }
    files.sort(null);
    for (Path file : files) {
      String name = top.relativize(file).toString().replace('\\', '/');
      if (!name.startsWith(".") && !name.contains("/.")) {
        put(prefix + name, Files.readAllBytes(file));
      }
    }
  }

  private void put(String name, byte[] bytes) throws IOException {
    if (names.add(name)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTime(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
  }

  /**
   * Where vsim runs from: its jar, which holds all that it needs, or while it is being built its
   * classes and the jars of what it needs to grade.
   */
  private static Set<Path> code() throws IOException {
    Path own = place("dev.vsim.cli.Main");
    if (Files.isRegularFile(own)) {
      return Set.of(own);
    }
    Set<Path> code = new LinkedHashSet<>(Set.of(own));
    for (String type :
        List.of(
            "picocli.CommandLine",
            "com.google.gson.Gson",
            "org.antlr.v4.runtime.Parser",
            "org.apache.commons.text.similarity.LevenshteinDistance",
            "org.apache.commons.lang3.StringUtils",
            "io.airlift.compress.zstd.ZstdInputStream")) {
      code.add(place(type));
    }
    return code;
  }

  private static Path place(String type) throws IOException {
    try {
      CodeSource source =
          Class.forName(type, false, GradescopePackage.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource();
      URI place = source.getLocation().toURI();
      return Path.of(place);
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IOException(type + " is not found", e);
    }
  }
}
