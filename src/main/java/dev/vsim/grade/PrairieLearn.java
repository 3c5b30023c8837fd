package dev.vsim.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** PrairieLearn's {@code results.json}, of at most 1 MiB. */
final class PrairieLearn implements GradeFormat {
  private static final int MOST_BYTES = 1 << 20;

  @Override
  public String word() {
    return "prairielearn";
  }

  @Override
  public String readers() {
    return "PrairieLearn's results.json";
  }

  @Override
  public Audience usual() {
    return Audience.STUDENT;
  }

  @Override
  public boolean joins() {
    return false;
  }

  @Override
  public boolean counts() {
    return true;
  }

  @Override
  public String ending() {
    return ".json";
  }

  @Override
  public String write(List<Grade> grades) {
    StringBuilder out = new StringBuilder();
    grades.forEach(grade -> out.append(write(grade)));
    return out.toString();
  }

  private static String write(Grade grade) {
    String whole = Json.pretty(results(grade, true));
    boolean fits = whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    return fits ? whole : Json.pretty(results(grade, false));
  }

  private static JsonObject results(Grade grade, boolean outputs) {
    JsonObject json = new JsonObject();
    boolean gradable = grade.state() != Grade.State.UNGRADABLE;
    json.addProperty("gradable", gradable);
    json.addProperty("score", fraction(grade));
    JsonArray errors = new JsonArray();
    if (!gradable) {
      grade.problem().lines().forEach(errors::add);
    }
    json.add("format_errors", errors);
    json.addProperty("message", gradable ? "" : "the submission cannot be graded");
    json.addProperty("output", Said.of(grade));
    JsonArray tests = new JsonArray();
    grade.checks().forEach(check -> tests.add(test(check, outputs)));
    json.add("tests", tests);
    return json;
  }

  private static BigDecimal fraction(Grade grade) {
    return grade.maxScore().signum() == 0
        ? BigDecimal.ZERO
        : Json.plain(grade.score().divide(grade.maxScore(), MathContext.DECIMAL32));
  }

  private static JsonObject test(CheckGrade check, boolean outputs) {
    JsonObject json = new JsonObject();
    json.addProperty("name", check.name());
    json.addProperty("description", check.isVeiled() ? "hidden" : check.status().word());
    Json.points(json, "points", check.points());
    Json.points(json, "max_points", check.maxPoints());
    json.addProperty("message", check.message());
    json.addProperty("output", outputs ? check.detail() + check.output() : "");
    return json;
  }
}
