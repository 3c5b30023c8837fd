package dev.vsim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.vsim.report.CheckReport.File;
import dev.vsim.source.AssertionProblem;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.NameProblem;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.source.TypeProblem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The forms for programs of what {@code vsim check} finds. */
class CheckReportsTest {
  private static final String NAME = "my labs/a:b 과제\u202e.vsim";
  private static final SourceText LAB = new SourceText(NAME, "# 🙂\nvm linux < nic vmxnet4 >\n");
  private static final SourceText LIBRARY = new SourceText("/lib/std.vsim", "let x = 1\n");
  private static final int WORD = LAB.text().indexOf("vmxnet4");

  private static final List<File> FOUND =
      List.of(
          new File(
              NAME,
              List.of(
                  Diagnostic.of(
                          NameProblem.UNKNOWN_WORD,
                          LAB,
                          new Span(WORD, WORD + 7),
                          "vmxnet4\u202e",
                          "a network card",
                          "")
                      .withHelp("did you mean `vmxnet3`?")
                      .withNote(
                          new Diagnostic.Note(
                              Optional.of(LIBRARY), new Span(4, 5), "declared here")),
                  Diagnostic.of(
                      AssertionProblem.EMPTY_WINDOW, LAB, new Span(0, 3), "since line 1", "evict")),
              3),
          new File(
              "/lib/std.vsim",
              List.of(
                  Diagnostic.of(
                      TypeProblem.UNITS_DIFFER, LIBRARY, new Span(4, 5), "a", "b", "added")),
              0));

  private static String written(String word) {
    return CheckReports.named(word).orElseThrow().write(FOUND);
  }

  /** The properties that the SARIF 2.1.0 schema requires, and the values it allows (OASIS, §3). */
  @Test
  void sarifHasWhatItsSchemaRequires() {
    JsonObject log = JsonParser.parseString(written("sarif")).getAsJsonObject();
    assertEquals("2.1.0", log.get("version").getAsString());
    assertTrue(URI.create(log.get("$schema").getAsString()).isAbsolute());
    assertEquals(1, log.getAsJsonArray("runs").size());
    JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertEquals("vsim", driver.get("name").getAsString());
    assertEquals("unicodeCodePoints", run.get("columnKind").getAsString());
    JsonArray rules = driver.getAsJsonArray("rules");
    assertEquals(3, rules.size());
    for (JsonElement rule : rules) {
      JsonObject one = rule.getAsJsonObject();
      assertTrue(one.get("id").getAsString().matches("V\\d{4}"));
      assertFalse(one.getAsJsonObject("fullDescription").get("text").getAsString().isBlank());
    }
    for (JsonElement result : run.getAsJsonArray("results")) {
      result(result.getAsJsonObject(), rules);
    }
    assertEquals(3, run.getAsJsonObject("properties").get("unlisted").getAsInt());
  }

  private static void result(JsonObject result, JsonArray rules) {
    JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
    assertEquals(rule.get("id"), result.get("ruleId"));
    String level = result.get("level").getAsString();
    assertTrue(Set.of("none", "note", "warning", "error").contains(level));
    assertEquals(level, rule.getAsJsonObject("defaultConfiguration").get("level").getAsString());
    assertFalse(result.getAsJsonObject("message").get("text").getAsString().isEmpty());
    assertEquals(1, result.getAsJsonArray("locations").size());
    location(result.getAsJsonArray("locations").get(0).getAsJsonObject());
    if (result.has("relatedLocations")) {
      result.getAsJsonArray("relatedLocations").forEach(l -> location(l.getAsJsonObject()));
    }
  }

  private static void location(JsonObject location) {
    JsonObject physical = location.getAsJsonObject("physicalLocation");
    String uri = physical.getAsJsonObject("artifactLocation").get("uri").getAsString();
    assertEquals(uri, URI.create(uri).toString());
    JsonObject region = physical.getAsJsonObject("region");
    assertTrue(region.get("startLine").getAsInt() >= 1);
    assertTrue(region.get("startColumn").getAsInt() >= 1);
    assertTrue(region.get("endLine").getAsInt() >= region.get("startLine").getAsInt());
    assertTrue(region.get("endColumn").getAsInt() >= region.get("startColumn").getAsInt());
  }

  @Test
  void sarifNamesThePlaces() {
    JsonObject run =
        JsonParser.parseString(written("sarif"))
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    JsonObject first = run.getAsJsonArray("results").get(0).getAsJsonObject();
    assertEquals("V0203", first.get("ruleId").getAsString());
    assertEquals(
        "`vmxnet4\\u{202e}` is not a network card\nhelp: did you mean `vmxnet3`?",
        first.getAsJsonObject("message").get("text").getAsString());
    assertEquals("warning", level(run, 1));
    assertEquals("error", level(run, 2));
    JsonObject place =
        first
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    assertEquals(
        "{\"startLine\":2,\"startColumn\":16,\"endLine\":2,\"endColumn\":23}",
        place.get("region").toString());
    assertEquals(
        "./my%20labs/a:b%20%EA%B3%BC%EC%A0%9C%E2%80%AE.vsim",
        place.getAsJsonObject("artifactLocation").get("uri").getAsString());
    assertTrue(written("sarif").contains("\"uri\": \"file:///lib/std.vsim\""));
  }

  private static String level(JsonObject run, int result) {
    return run.getAsJsonArray("results").get(result).getAsJsonObject().get("level").getAsString();
  }

  @Test
  void annotationsPutErrorsFirst() {
    List<String> lines = written("github").lines().toList();
    assertEquals(4, lines.size());
    assertTrue(
        lines.get(0).startsWith("::error file=my labs/a%3Ab 과제\\u{202e}.vsim,line=2,"),
        lines.get(0));
    assertTrue(lines.get(0).endsWith("%0Ahelp: did you mean `vmxnet3`?"), lines.get(0));
    assertTrue(lines.get(1).startsWith("::error file=/lib/std.vsim,line=1,"), lines.get(1));
    assertTrue(lines.get(2).startsWith("::warning "), lines.get(2));
    assertEquals("::notice title=vsim::3 more are not shown here", lines.get(3));
  }

  @Test
  void jsonIsALineEach() {
    List<String> lines = written("json").lines().toList();
    assertEquals(3, lines.size());
    JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
    assertEquals(NAME, first.get("file").getAsString());
    assertFalse(lines.get(0).contains("\u202e"), "a direction mark is escaped");
  }
}
