package dev.vsim.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.Problem;
import dev.vsim.source.Problems;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The Static Analysis Results Interchange Format, version 2.1.0 (OASIS): what code hosts and
 * editors show beside the lines. Columns count code points.
 */
final class Sarif implements CheckReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String word() {
    return "sarif";
  }

  @Override
  public String write(List<File> files) {
    List<Diagnostic> found = files.stream().flatMap(file -> file.found().stream()).toList();
    List<Problem> rules =
        Problems.all().stream()
            .filter(problem -> found.stream().anyMatch(d -> d.problem() == problem))
            .toList();
    JsonObject run = new JsonObject();
    run.add("tool", object("driver", driver(rules)));
    run.addProperty("columnKind", "unicodeCodePoints");
    JsonArray results = new JsonArray();
    found.forEach(diagnostic -> results.add(result(diagnostic, rules)));
    run.add("results", results);
    int unlisted = files.stream().mapToInt(File::unlisted).sum();
    if (unlisted > 0) {
      JsonObject properties = new JsonObject();
      properties.addProperty("unlisted", unlisted);
      run.add("properties", properties);
    }
    JsonObject log = new JsonObject();
    log.addProperty("$schema", SCHEMA);
    log.addProperty("version", "2.1.0");
    log.add("runs", array(run));
    return Json.pretty(log);
  }

  private static JsonObject driver(List<Problem> rules) {
    JsonObject driver = new JsonObject();
    driver.addProperty("name", "vsim");
    Optional.ofNullable(Sarif.class.getPackage().getImplementationVersion())
        .ifPresent(version -> driver.addProperty("version", version));
    JsonArray all = new JsonArray();
    rules.forEach(problem -> all.add(rule(problem)));
    driver.add("rules", all);
    return driver;
  }

  private static JsonObject rule(Problem problem) {
    JsonObject rule = new JsonObject();
    rule.addProperty("id", problem.code());
    rule.add("shortDescription", text(Problems.title(problem)));
    rule.add("fullDescription", text(problem.explanation().strip()));
    JsonObject usual = new JsonObject();
    usual.addProperty("level", level(problem));
    rule.add("defaultConfiguration", usual);
    return rule;
  }

  private static String level(Problem problem) {
    return problem.severity().name().toLowerCase(Locale.ROOT);
  }

  private static JsonObject result(Diagnostic diagnostic, List<Problem> rules) {
    JsonObject result = new JsonObject();
    result.addProperty("ruleId", diagnostic.problem().code());
    result.addProperty("ruleIndex", rules.indexOf(diagnostic.problem()));
    result.addProperty("level", level(diagnostic.problem()));
    String help = diagnostic.help().isEmpty() ? "" : "\nhelp: " + diagnostic.help();
    result.add("message", text(diagnostic.message() + help));
    result.add("locations", array(location(diagnostic.source(), diagnostic.span())));
    JsonArray related = new JsonArray();
    for (Diagnostic.Note note : diagnostic.others()) {
      JsonObject place = location(note.source().orElse(diagnostic.source()), note.span());
      place.addProperty("id", related.size());
      if (!note.label().isEmpty()) {
        place.add("message", text(note.label()));
      }
      related.add(place);
    }
    if (!related.isEmpty()) {
      result.add("relatedLocations", related);
    }
    return result;
  }

  private static JsonObject location(SourceText source, Span span) {
    JsonObject physical = new JsonObject();
    JsonObject artifact = new JsonObject();
    artifact.addProperty("uri", uri(source.name()));
    physical.add("artifactLocation", artifact);
    if (!source.text().isEmpty()) {
      JsonObject region = new JsonObject();
      region.addProperty("startLine", source.line(span.start()));
      region.addProperty("startColumn", source.column(span.start()));
      region.addProperty("endLine", source.line(span.end()));
      region.addProperty("endColumn", source.column(span.end()));
      physical.add("region", region);
    }
    return object("physicalLocation", physical);
  }

  /** A path as a reference that RFC 3986 allows. */
  private static String uri(String name) {
    String path = name.replace('\\', '/');
    try {
      boolean absolute = path.startsWith("/");
      String relative = path.contains(":") && !absolute ? "./" + path : path;
      return new URI(absolute ? "file" : null, absolute ? "" : null, relative, null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      return "unnamed";
    }
  }

  private static JsonObject text(String text) {
    JsonObject message = new JsonObject();
    message.addProperty("text", String.join("\n", PlainText.lines(text)));
    return message;
  }

  private static JsonObject object(String name, JsonObject value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonArray array(JsonObject one) {
    JsonArray array = new JsonArray();
    array.add(one);
    return array;
  }
}
