package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Hostile scenarios in a Java that has little memory: a status that says why, never a crash. */
class SmallHeapTest {
  @TempDir Path folder;

  @TestFactory
  List<DynamicTest> hostileScenariosEndWithAStatus() {
    String brackets = "print " + "(".repeat(5 << 20) + ")".repeat(5 << 20);
    return List.of(
        of("ten megabytes of brackets", 2, brackets),
        of("lists that double", 3, "let l = [1]\nwhile true { l = l + l }"),
        of("texts that double", 3, "let s = \"x\"\nwhile true { s = s + s }"),
        of("lists in lists", 3, "let l = [1]\nwhile true { l = [l, l] }"),
        of(
            "maps of lists",
            3,
            "let l = []\nwhile true { l.push([\"a\": [1, [2]], \"b\": \"c\" + \"d\"]) }"),
        of(
            "temporaries of a recursion",
            3,
            "def make() { let l = []; for i in 0..9999 { l.push([i]) }; return l }\n"
                + "def deep(n) { return make() + deep(n + 1) }\nprint deep(0)"),
        of("a recursion", 3, "def f(n) { return f(n + 1) }\nprint f(0)"),
        of("itself", 3, "simulate \"hostile.vsim\""),
        of("a million machines", 3, "vm v[1000000] < nic vmxnet3 bridge; disk 1G thin >"),
        of("machines for which Java is too small (V0713)", 3, "vm v[20000] < disk 1G thin >"));
  }

  private DynamicTest of(String name, int status, String scenario) {
    return DynamicTest.dynamicTest(name, () -> ends(status, scenario));
  }

  private void ends(int status, String scenario) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("hostile.vsim"), scenario + "\n");
    Path said = folder.resolve("said.txt");
    Process vsim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.vsim.cli.Main",
                "run",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertEquals(status, vsim.waitFor(), () -> read(said));
    assertFalse(read(said).contains("\tat "), "no stack trace");
    assertTrue(read(said).contains("error V0"), () -> "a limit of ours: " + read(said));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
