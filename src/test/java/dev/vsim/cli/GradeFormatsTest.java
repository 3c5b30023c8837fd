package dev.vsim.cli;

import static dev.vsim.cli.Shape.NUMBER;
import static dev.vsim.cli.Shape.OBJECT;
import static dev.vsim.cli.Shape.TEXT;
import static dev.vsim.cli.Shape.TEXT_OR_NULL;
import static dev.vsim.cli.Shape.TRUTH;
import static dev.vsim.cli.Shape.TRUTH_OR_NULL;
import static dev.vsim.cli.Shape.list;
import static dev.vsim.cli.Shape.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vsim.report.Tap14;
import dev.vsim.report.TestReports;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each form of a grade is as its platform reads it (grading.md, "Formats"). */
class GradeFormatsTest {
  /** Every status, every visibility, and texts that could do harm. */
  private static final String ASSIGNMENT =
      """
      assignment "Sheet <b> & \\u{202e}" < submit "a.vsim" >
      check "passes" points 10 { let r = simulate submission; print "::error::no"; assert r.p.faults == 1 }
      check "fails ]]> ::error" points 20.5 { let r = simulate submission; assert r.p.faults == 2 "]]> <script>\\n::error::x\\nnot ok 1" }
      check "errs" points 5 { let r = simulate submission; in r { on nobody { access 1 } } }
      check "a limit" points 5 { while true { } }
      check "left out" points 5 needs "errs" { assert 1 == 1 }
      check "secret" points 5 hidden { assert 1 == 2 "zanzibar" }
      check "until due" points 5 hidden after due { print "zanzibar"; assert 1 == 1 }
      check "until published" points 5 hidden after published needs "secret" { assert 1 == 1 "zanzibar" }
      """;

  @TempDir Path folder;
  private Coursework work;
  private Path kim;

  @BeforeEach
  void handIn() {
    work = new Coursework(folder);
    work.assignment(ASSIGNMENT);
    kim = work.write("subs/kim.vsim", "process p\naccess page 1\nassert p.faults == 3");
  }

  private String text(String format, String... more) {
    String[] options = new String[more.length + 2];
    options[0] = "--format";
    options[1] = format;
    System.arraycopy(more, 0, options, 2, more.length);
    return work.grade(List.of(kim), options).out();
  }

  private JsonObject json(String format, String... more) {
    return JsonParser.parseString(text(format, more)).getAsJsonObject();
  }

  private static void hasShape(JsonElement json, Predicate<JsonElement> shape) {
    assertTrue(shape.test(json), json.toString());
  }

  private static List<JsonObject> objects(JsonObject of, String name) {
    return of.getAsJsonArray(name).asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  private static JsonObject named(JsonObject of, String list, String name) {
    return objects(of, list).stream()
        .filter(o -> o.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ownJson() {
    Predicate<JsonElement> check =
        new Shape()
            .field("name", TEXT)
            .field("status", word("pass", "fail", "error", "limit", "skip", "not-run"))
            .field("points", NUMBER)
            .field("maxPoints", NUMBER)
            .field("visibility", word("visible", "hidden", "after_due_date", "after_published"))
            .field("message", TEXT)
            .field("file", TEXT)
            .field("line", NUMBER)
            .object();
    String line = text("json");
    assertEquals(1, line.lines().count());
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    hasShape(
        json,
        new Shape()
            .field("schema", word("vsim-grade/1"))
            .field("assignment", TEXT)
            .field("submission", word(kim.toString()))
            .field("status", word("graded", "ungradable", "error"))
            .field("score", NUMBER)
            .field("maxScore", NUMBER)
            .field("seed", NUMBER)
            .field("steps", NUMBER)
            .field("checks", list(check))
            .object());
    assertEquals(15, json.get("score").getAsDouble());
    assertEquals(60.5, json.get("maxScore").getAsDouble());
    assertEquals(
        List.of("pass", "fail", "error", "limit", "skip", "fail", "pass", "skip"),
        objects(json, "checks").stream().map(c -> c.get("status").getAsString()).toList());
  }

  @Test
  void gradescope() {
    Predicate<JsonElement> visibility =
        word("hidden", "after_due_date", "after_published", "visible");
    Predicate<JsonElement> form = word("text", "html", "md", "ansi", "simple_format");
    Predicate<JsonElement> test =
        new Shape()
            .field("score", NUMBER)
            .field("max_score", NUMBER)
            .field("status", word("passed", "failed"))
            .field("name", TEXT)
            .field("number", TEXT)
            .field("output", TEXT)
            .field("output_format", form)
            .field("tags", list(TEXT))
            .field("visibility", visibility)
            .object();
    JsonObject json = json("gradescope");
    hasShape(
        json,
        new Shape()
            .field("score", NUMBER)
            .field("execution_time", NUMBER)
            .field("output", TEXT)
            .field("output_format", form)
            .field("test_output_format", form)
            .field("visibility", visibility)
            .field("stdout_visibility", visibility)
            .field("extra_data", OBJECT)
            .field("tests", list(test))
            .object());
    assertEquals(15, json.get("score").getAsDouble());
    double sum =
        objects(json, "tests").stream().mapToDouble(t -> t.get("score").getAsDouble()).sum();
    assertEquals(15, sum, "the platform's own sum is the same");
    assertEquals("passed", named(json, "tests", "passes").get("status").getAsString());
    assertEquals(
        "after_due_date", named(json, "tests", "hidden check 2").get("visibility").getAsString());
    assertTrue(json.get("output").getAsString().contains("your own assertions: 0 hold, 1 fail"));
    JsonObject teacher = json("gradescope", "--audience", "teacher");
    assertTrue(named(teacher, "tests", "secret").get("output").getAsString().contains("zanzibar"));
  }

  @Test
  void prairieLearn() {
    Predicate<JsonElement> test =
        new Shape()
            .field("name", TEXT)
            .field("description", TEXT)
            .field("points", NUMBER)
            .field("max_points", NUMBER)
            .field("message", TEXT)
            .field("output", TEXT)
            .object();
    Predicate<JsonElement> results =
        new Shape()
            .field("gradable", TRUTH)
            .field("score", NUMBER)
            .field("format_errors", list(TEXT))
            .field("message", TEXT)
            .field("output", TEXT)
            .field("tests", list(test))
            .object();
    JsonObject json = json("prairielearn");
    hasShape(json, results);
    assertTrue(json.get("gradable").getAsBoolean());
    assertEquals(15 / 60.5, json.get("score").getAsDouble(), 1e-6);
    kim = work.write("subs/kim.vsim", "process p <");
    JsonObject broken = json("prairielearn");
    hasShape(broken, results);
    assertFalse(broken.get("gradable").getAsBoolean());
    assertEquals(0, broken.get("score").getAsDouble());
    assertTrue(broken.getAsJsonArray("format_errors").get(0).getAsString().contains("kim.vsim:1"));
  }

  @Test
  void check50() {
    Predicate<JsonElement> cause =
        new Shape()
            .field("rationale", TEXT)
            .field("help", TEXT_OR_NULL)
            .field("expected", TEXT_OR_NULL)
            .field("actual", TEXT_OR_NULL)
            .object();
    Predicate<JsonElement> result =
        new Shape()
            .field("name", TEXT)
            .field("description", TEXT)
            .field("passed", TRUTH_OR_NULL)
            .field("log", list(TEXT))
            .field("cause", e -> e.isJsonNull() || cause.test(e))
            .field("data", OBJECT)
            .field("dependency", TEXT_OR_NULL)
            .object();
    JsonObject json = json("check50");
    hasShape(
        json,
        new Shape()
            .field("slug", TEXT)
            .field("version", TEXT)
            .field("results", list(result))
            .object());
    assertTrue(named(json, "results", "passes").get("passed").getAsBoolean());
    assertTrue(named(json, "results", "passes").get("cause").isJsonNull());
    assertFalse(named(json, "results", "a limit").get("passed").getAsBoolean());
    JsonObject left = named(json, "results", "left out");
    assertTrue(left.get("passed").isJsonNull());
    assertEquals("errs", left.get("dependency").getAsString());
    assertTrue(named(json, "results", "hidden check 1").get("passed").isJsonNull());
  }

  @Test
  void classroom() {
    Predicate<JsonElement> test =
        new Shape()
            .field("name", TEXT)
            .field("status", word("pass", "fail", "error"))
            .field("message", TEXT)
            .field("test_code", TEXT)
            .field("filename", TEXT)
            .field("line_no", NUMBER)
            .field("score", NUMBER)
            .field("duration", NUMBER)
            .object();
    byte[] decoded = Base64.getDecoder().decode(text("classroom").strip());
    JsonObject json =
        JsonParser.parseString(new String(decoded, StandardCharsets.UTF_8)).getAsJsonObject();
    hasShape(
        json,
        new Shape()
            .field("version", e -> e.getAsInt() == 1)
            .field("status", word("pass", "fail", "error"))
            .field("max_score", NUMBER)
            .field("tests", list(test))
            .object());
    assertEquals("fail", json.get("status").getAsString());
    assertEquals(60.5, json.get("max_score").getAsDouble());
    assertEquals(10, named(json, "tests", "passes").get("score").getAsDouble());
    assertEquals("error", named(json, "tests", "a limit").get("status").getAsString());
    assertEquals(
        text("classroom").strip().length(),
        text("classroom").strip().lines().findFirst().orElseThrow().length(),
        "one line");
  }

  @Test
  void junit() throws Exception {
    String xml = text("junit", "--audience", "teacher");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(TestReports.class.getResource("/dev/vsim/report/junit-report.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    assertTrue(xml.contains("tests=\"8\" failures=\"2\" errors=\"2\" skipped=\"2\""), xml);
    assertTrue(xml.contains("]]]]><![CDATA[>"), xml);
  }

  @Test
  void tap() {
    List<Tap14.Point> points = Tap14.read(text("tap"));
    assertEquals(8, points.size());
    assertTrue(points.get(0).ok());
    assertFalse(points.get(1).ok());
    assertTrue(points.get(4).directive().startsWith("SKIP"), points.get(4).toString());
    assertEquals("SKIP hidden", points.get(5).directive());
  }

  @Test
  void annotations() {
    List<String> lines = text("github").lines().toList();
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(
        lines.stream().allMatch(l -> l.startsWith("::error file=hw/assignment.vsim,line=")),
        lines.toString());
    assertEquals(lines, text("annotations").lines().toList());
  }

  @Test
  void csvIsATableWithoutFormulas() {
    Path evil = work.write("subs/=1+2,\"x\".vsim", "process p\naccess page 1");
    String csv = work.grade(List.of(kim, evil), "--format", "csv", "--student", "=cmd").out();
    List<String> lines = List.of(csv.split("\r\n", -1));
    assertEquals(4, lines.size(), csv);
    assertTrue(lines.get(0).startsWith("submission,student,status,score,maxScore,passes,"), csv);
    assertTrue(lines.get(1).endsWith(",'=cmd,graded,15,60.5,10,0,0,0,0,0,5,0"), csv);
    assertTrue(lines.get(2).startsWith("\"" + folder + "/subs/=1+2,\"\"x\"\".vsim\","), csv);
  }

  @Test
  void thePageStandsByItselfAndShowsEverythingEscaped() {
    String page = text("html");
    assertTrue(page.startsWith("<!DOCTYPE html>"), page);
    assertFalse(page.contains("<script") || page.contains("http"), page);
    assertTrue(page.contains("Sheet &lt;b&gt; &amp; \\u{202e}"), page);
    assertTrue(page.contains("hidden check 3"), page);
    assertTrue(page.contains("expect page-fault p"), "the trace of the student's own run");
    String teacher = text("html", "--audience", "teacher");
    assertTrue(teacher.contains("15 of 60.5 points") && teacher.contains("zanzibar"), teacher);
  }

  @Test
  void noStudentFacingByteHoldsAWordOfAHiddenCheck() throws IOException {
    for (String form :
        List.of(
            "gradescope",
            "prairielearn",
            "check50",
            "classroom",
            "junit",
            "tap",
            "github",
            "html")) {
      String text = text(form);
      String decoded =
          form.equals("classroom")
              ? new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8)
              : text;
      for (String word : List.of("zanzibar", "secret", "until")) {
        assertFalse(decoded.contains(word), form + ": " + decoded);
      }
    }
    for (String form : List.of("json", "csv", "table")) {
      assertFalse(text(form, "--audience", "student").contains("zanzibar"), form);
      assertFalse(text(form, "--audience", "student").contains("secret"), form);
    }
    Path out = folder.resolve("out");
    work.grade(List.of(kim), "--out", out.toString());
    assertFalse(Files.readString(out.resolve("kim.html")).contains("zanzibar"));
    assertFalse(Files.readString(out.resolve("kim.json")).contains("zanzibar"));
    assertTrue(Files.readString(out.resolve("grades.json")).contains("zanzibar"));
  }

  @Test
  void aStudentIsNotToldTotalsOrStepsOfHiddenChecks() {
    JsonObject student = json("json", "--audience", "student");
    assertEquals(10, student.get("score").getAsDouble());
    assertEquals(45.5, student.get("maxScore").getAsDouble());
    long visible = json("json").get("steps").getAsLong();
    assertTrue(student.get("steps").getAsLong() < visible);
  }

  @Test
  void aClassHasAFileEachATableAndAPage() throws IOException {
    Path lee = work.write("subs/lee.vsim", "process p <");
    Path other = work.write("more/lee.vsim", "process p");
    Path out = folder.resolve("grades");
    String table = work.grade(List.of(kim, lee, other), "--out", out.toString()).out();
    assertTrue(table.contains("report.html  grades.csv"), table);
    for (String name : List.of("kim", "lee", "lee-2")) {
      assertTrue(Files.exists(out.resolve(name + ".html")), name);
      String json = Files.readString(out.resolve(name + ".json"));
      assertEquals(
          8, JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("checks").size());
    }
    assertEquals(4, Files.readString(out.resolve("grades.csv")).lines().count());
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("3 submissions, median"), page);
    assertTrue(page.contains("Which checks fail"), page);
    Path each = folder.resolve("each");
    work.grade(List.of(kim, lee), "--format", "gradescope", "--out", each.toString());
    assertTrue(Files.exists(each.resolve("kim.json")) && Files.exists(each.resolve("lee.json")));
    Path one = folder.resolve("results/results.json");
    work.grade(List.of(kim), "--format", "gradescope", "--out", one.toString());
    assertTrue(Files.isRegularFile(one));
  }

  /** A drawing shows whole lines, and a hidden check may stand on one of them. */
  @Test
  void aLineThatIsSharedWithAHiddenCheckIsNotShown() {
    work.assignment(
        """
        assignment "One line" < submit "a.vsim" >
        check "open" points 1 { assert 1 == 2 "no" }; check "shut" hidden { assert 3 == 3 "zanzibar" }
        check "run" points 1 { let r = simulate submission; in r { on z { access 1 } } }; check "x" hidden { assert 1 == 1 "zanzibar" }
        check "alone" points 1 { assert 5 == 6 }
        """);
    String text = text("gradescope");
    assertFalse(text.contains("zanzibar"), text);
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    assertEquals("no\n", named(json, "tests", "open").get("output").getAsString());
    assertTrue(named(json, "tests", "alone").get("output").getAsString().contains("assert 5 == 6"));
  }

  @Test
  void howManyAreGradedAtATimeChangesNothing() {
    List<Path> all =
        List.of(
            kim,
            work.write("subs/lee.vsim", "process p\naccess page 1, 2"),
            work.write("subs/park.vsim", "process p\nwhile true { access page 1 }"),
            work.write("subs/choi.vsim", "process p <"));
    assertEquals(
        work.objects(all, "--jobs", "1").toString(), work.objects(all, "--jobs", "4").toString());
  }
}
