package dev.vsim.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestEngine;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The project in {@code src/it/junit}, as somebody would have it who keeps scenarios: built and
 * tested by Maven, offline, in a repository that borrows all but vsim from the one of this build.
 */
class SampleProjectTest {
  private static final Path HERE = Path.of("target", "it", "junit").toAbsolutePath();
  private static final Path PROJECT = HERE.resolve("project");
  private static final Path REPOSITORY = HERE.resolve("repository");
  private static final String VSIM = "dev/vsim/vsim/0.1.0-SNAPSHOT/vsim-0.1.0-SNAPSHOT";

  /** What the two classes of the sample come to, by test. */
  private static final Map<String, String> WANTED =
      new TreeMap<>(
          Map.of(
              "lru.vsim: run", "ok",
              "lru.vsim: B is the oldest", "ok",
              "lru.vsim: A is still there", "ok",
              "lru.vsim: lru.trace", "failure lru.trace:35",
              "no-such-policy.vsim: no-such-policy.err", "ok"));

  @Test
  void aGoldenThatDiffersFailsTheBuildAndNothingElse() throws Exception {
    assumeTrue(isThere("mvn"), "Maven is not on the path");
    prepare();
    Path golden = PROJECT.resolve("src/test/scenarios/lru.trace");
    Files.writeString(
        golden, Files.readString(golden).replace("page E frame 0x1", "page E frame 0x2"));
    Process maven =
        new ProcessBuilder("mvn", "-o", "-B", "-q", "-Dmaven.repo.local=" + REPOSITORY, "test")
            .directory(PROJECT.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, maven.waitFor(), said);
    assertTrue(said.contains("+ 35   frame-alloc host.init page E frame 0x1"), said);
    assertEquals(WANTED, outcomes("ScenariosTest"), said);
    assertEquals(WANTED, outcomes("DynamicScenariosTest"), said);
  }

  private static boolean isThere(String command) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static void prepare() throws IOException, URISyntaxException {
    delete(HERE);
    copy(Path.of("src", "it", "junit"), PROJECT);
    Path jar = REPOSITORY.resolve(VSIM + ".jar");
    Files.createDirectories(jar.getParent());
    Files.copy(Path.of("pom.xml"), REPOSITORY.resolve(VSIM + ".pom"));
    pack(home(ScenarioEngine.class), jar);
    borrow(repository(), REPOSITORY, List.of(VSIM.split("/")));
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Maven's repository, from where one of its jars lies: group (three), artifact, version. */
  private static Path repository() throws URISyntaxException {
    Path jar = home(TestEngine.class);
    for (int i = 0; i < 6; i++) {
      jar = jar.getParent();
    }
    return jar;
  }

  /** Links to everything but what lies on the way to vsim itself. */
  private static void borrow(Path from, Path to, List<String> own) throws IOException {
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : children.sorted().toList()) {
        String name = child.getFileName().toString();
        if (!name.equals(own.get(0))) {
          Files.createSymbolicLink(to.resolve(name), child);
        } else if (own.size() > 2) {
          borrow(child, to.resolve(name), own.subList(1, own.size()));
        }
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  /** Links are deleted, not what they point to. */
  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** What Surefire has written of a class. */
  private static Map<String, String> outcomes(String name) throws Exception {
    Path report = PROJECT.resolve("target/surefire-reports/TEST-example." + name + ".xml");
    NodeList tests =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("testcase");
    Map<String, String> outcomes = new TreeMap<>();
    for (int i = 0; i < tests.getLength(); i++) {
      Element test = (Element) tests.item(i);
      outcomes.put(test.getAttribute("name"), outcome(test));
    }
    return outcomes;
  }

  /** {@code ok}, or how it failed and at which line of which file. */
  private static String outcome(Element test) {
    List<String> found = new ArrayList<>();
    for (String kind : List.of("failure", "error", "skipped")) {
      NodeList all = test.getElementsByTagName(kind);
      if (all.getLength() > 0) {
        String text = all.item(0).getTextContent();
        found.add(kind + " " + text.substring(text.lastIndexOf('(') + 1, text.lastIndexOf(')')));
      }
    }
    return found.isEmpty() ? "ok" : String.join(", ", found);
  }
}
