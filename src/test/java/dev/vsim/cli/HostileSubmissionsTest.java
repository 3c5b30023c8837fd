package dev.vsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vsim.report.Tap14;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/**
 * Whatever is handed in: its report is valid and complete, it gets no points that it has not
 * earned, nothing hidden reaches a student, no text forges a line, and who sits beside it gets what
 * he gets alone.
 */
class HostileSubmissionsTest {
  private static final String ASSIGNMENT =
      """
      assignment "Hostile" < submit "a.vsim"; limits < steps 20_000; work 2_000_000; output 64K; memory 64M > >
      check "it runs" points 1 { simulate submission }
      check "three faults" points 2 {
        let r = simulate submission < lock mem >
        assert r.p.faults == 3
      }
      check "frames" points 4 {
        let r = simulate submission < frames 2 >
        in r { after access page 77 { expect page-fault p } }
      }
      check "policy" points 8 {
        use submission as s
        process q < frames 2; policy (s.mine) >
        access page 1, 2, 3, 1
        assert q.faults == 4
        assert s.twice(21) == 42
      }
      check "xyzzy one" points 16 hidden {
        let plugh = simulate submission < frames 7321 >
        assert plugh.p.faults == 3 "waldo"
      }
      check "xyzzy two" points 32 hidden after due needs "xyzzy one" {
        use submission as s
        process plover
        assert s.twice(7321) == 14642 "waldo"
      }
      """;

  /** Words and numbers of hidden checks, and of files that are not the submission's. */
  private static final List<String> PLANTED =
      List.of("xyzzy", "plugh", "plover", "waldo", "7321", "planted-outside", "root:");

  private static final double ALL = 63;

  /** Kinds that do nothing wrong, or only what concerns nobody else, may get points. */
  private static final String HONEST = "honest";

  @TempDir static Path folder;
  private static Coursework work;
  private static Map<String, Path> kinds;
  private static Map<String, JsonObject> teacher;
  private static Map<String, JsonObject> students;

  @BeforeAll
  static void gradeAll() {
    work = new Coursework(folder);
    work.assignment(ASSIGNMENT);
    Map<String, Path> all = new LinkedHashMap<>();
    all.put(HONEST, work.write("subs/honest.vsim", HostileSubmissions.HONEST));
    all.putAll(new HostileSubmissions(work).kinds());
    all.put("honest, last", work.write("subs/honest2.vsim", HostileSubmissions.HONEST));
    kinds = all;
    teacher = graded();
    students = graded("--audience", "student");
  }

  private static Map<String, JsonObject> graded(String... options) {
    List<JsonObject> objects = work.objects(List.copyOf(kinds.values()), options);
    Map<String, JsonObject> byKind = new LinkedHashMap<>();
    int i = 0;
    for (String kind : kinds.keySet()) {
      byKind.put(kind, objects.get(i++));
    }
    return byKind;
  }

  @Test
  void thereAreManyKinds() {
    assertTrue(kinds.size() >= 82, "so many: " + kinds.size());
  }

  @TestFactory
  Stream<DynamicTest> eachReportIsCompleteAndWithinWhatWasEarned() {
    return kinds.keySet().stream().map(kind -> dynamicTest(shown(kind), () -> complete(kind)));
  }

  private static String shown(String kind) {
    return dev.vsim.text.PlainText.shown(kind);
  }

  private static void complete(String kind) {
    JsonObject grade = teacher.get(kind);
    assertEquals(kinds.get(kind).toString(), grade.get("submission").getAsString());
    assertTrue(
        Set.of("graded", "ungradable").contains(grade.get("status").getAsString()), grade + "");
    assertEquals(6, grade.getAsJsonArray("checks").size());
    assertEquals(ALL, grade.get("maxScore").getAsDouble());
    assertTrue(grade.get("score").getAsDouble() <= ALL);
    assertFalse(grade.toString().contains("defect in vsim"), grade.toString());
    assertFalse(grade.toString().contains("V0707"), "no clock decides: " + grade);
    if (grade.get("status").getAsString().equals("ungradable")) {
      assertEquals(0, grade.get("score").getAsDouble());
    }
    Coursework.checks(grade)
        .filter(check -> !check.get("status").getAsString().equals("pass"))
        .forEach(check -> assertEquals(0, check.get("points").getAsDouble(), check.toString()));
  }

  @Test
  void theHonestGetWhatTheyGetAlone() {
    JsonObject alone = work.objects(List.of(kinds.get(HONEST))).get(0);
    assertEquals(ALL, alone.get("score").getAsDouble(), alone.toString());
    assertEquals(alone, teacher.get(HONEST));
    assertEquals(alone.get("checks"), teacher.get("honest, last").get("checks"));
  }

  /** Whose attack is on something that a check looks at does not pass that check. */
  @Test
  void attacksOnChecksDoNotPassThem() {
    fails("it runs", "endless while", "simulates itself", "fails at once");
    fails("frames", "endless handler", "handler that recurses", "endless show");
    fails(
        "three faults",
        "sets what is locked",
        "sets it in a template",
        "a machine instead of a process");
    fails("three faults", "a param instead of a process", "a variable instead of a process");
    fails("policy", "handler that writes", "victim that is none", "no definitions");
    for (String kind :
        List.of(
            "own assignment",
            "a submission in the submission",
            "assigns an attribute",
            "policy named like ours",
            "a link",
            "a device",
            "too large",
            "twice.zip",
            "uses an absolute path",
            "uses the neighbour",
            "uses a standard file of its own")) {
      assertEquals("ungradable", teacher.get(kind).get("status").getAsString(), kind);
    }
    assertEquals(ALL, teacher.get("own checks with points").get("score").getAsDouble());
    assertEquals(ALL, teacher.get("hides events").get("maxScore").getAsDouble());
  }

  /** Why each is refused, by the code of its diagnostic. */
  @Test
  void whatCannotBeTakenIsToldByItsCode() {
    refuses("V1224", "a link", "a link to a folder", "a folder with a link", "a device");
    refuses("V1224", "nothing there", "a folder without the file", "links in a circle");
    refuses("V1224", "no archive.zip", "twice.zip", "many entries.zip", "only in a folder.zip");
    refuses("V1225", "uses the neighbour", "reads the assignment", "uses an absolute path");
    refuses("V1225", "paths that lead up", "a folder that uses a link");
    refuses("V1226", "too large", "a bomb.zip", "many files in use");
  }

  private static void refuses(String code, String... whose) {
    for (String kind : whose) {
      String message = Coursework.message(teacher.get(kind), "it runs");
      assertTrue(message.startsWith(code), kind + ": " + message);
    }
  }

  private static void fails(String check, String... whose) {
    for (String kind : whose) {
      String status = Coursework.status(teacher.get(kind), check);
      assertFalse(status.equals("pass"), kind + " passes " + check + ": " + teacher.get(kind));
    }
  }

  @Test
  void nothingHiddenReachesAStudentsObject() {
    students.forEach(
        (kind, grade) -> {
          holdsNothing(kind, grade.toString().replace(folder.toString(), ""));
          Coursework.checks(grade).forEach(check -> harmless(check.get("message").getAsString()));
        });
  }

  /** What a submission says itself may hold the word that it guessed. */
  private static void holdsNothing(String kind, String text) {
    for (String word : PLANTED) {
      boolean guessed = guesses(kind).contains(word);
      assertTrue(guessed || !text.contains(word), word + " in " + kind + ": " + text);
    }
  }

  private static String guesses(String kind) {
    try {
      Path path = kinds.get(kind);
      boolean small = Files.isRegularFile(path) && Files.size(path) < 10_000;
      return small ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> nothingHiddenReachesAFileOfAStudent() {
    return Stream.of("gradescope", "prairielearn", "check50", "html")
        .map(
            format ->
                dynamicTest(
                    format,
                    () -> {
                      Path out = folder.resolve("out-" + format);
                      work.grade(
                          List.copyOf(kinds.values()), "--format", format, "--out", out.toString());
                      looksThrough(out, format);
                    }));
  }

  private static void looksThrough(Path out, String format) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(out)) {
      files = all.filter(f -> !f.getFileName().toString().equals("report.html")).toList();
    }
    assertEquals(kinds.size(), files.size());
    for (Path file : files) {
      String text = Files.readString(file).replace(folder.toString(), "");
      for (String word : List.of("xyzzy", "waldo", "7321", "planted-outside", "root:x:")) {
        assertFalse(text.contains(word), word + " in " + file + ": " + text);
      }
      harmless(text);
      if (!format.equals("html")) {
        assertTrue(JsonParser.parseString(text).isJsonObject());
      }
      assertTrue(text.length() < 1 << 20, file.toString());
    }
  }

  /** No control but a line's end, nothing that turns the reading direction. */
  private static void harmless(String text) {
    text.codePoints()
        .forEach(
            c ->
                assertFalse(
                    c != '\n' && c != '\r' && dev.vsim.text.PlainText.isHidden(c),
                    () -> Integer.toHexString(c) + " in " + text));
  }

  @Test
  void noTextForgesALine() throws Exception {
    List<Path> all = List.copyOf(kinds.values());
    List<String> annotations = work.grade(all, "--format", "github").out().lines().toList();
    assertTrue(annotations.size() <= 11, annotations.toString());
    assertTrue(
        annotations.stream().allMatch(l -> l.matches("::(error file=|notice title=vsim::).*")),
        annotations.toString());
    assertTrue(annotations.stream().noneMatch(l -> l.contains("::set-output name=x::y\n")));
    String tap = work.grade(all, "--format", "tap").out();
    assertEquals(6 * kinds.size(), Tap14.read(tap).size());
    harmless(tap);
    String xml = work.grade(all, "--format", "junit").out();
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
    String table = work.grade(all, "--audience", "teacher").out();
    harmless(table);
    assertEquals(kinds.size() + 2, table.lines().count(), table);
    List<String> forged = new ArrayList<>();
    table
        .lines()
        .filter(l -> l.startsWith("::") || l.startsWith("Grade :=>>"))
        .forEach(forged::add);
    assertEquals(List.of(), forged);
  }
}
