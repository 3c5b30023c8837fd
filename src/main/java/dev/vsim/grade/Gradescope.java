package dev.vsim.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Gradescope's {@code results.json}. The platform hides what has another visibility than {@code
 * visible}, and the total with it; the texts here never tell a total.
 */
final class Gradescope implements GradeFormat {
  private static final String TEXT = "text";

  @Override
  public String word() {
    return "gradescope";
  }

  @Override
  public String readers() {
    return "Gradescope's results.json";
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
    grades.forEach(grade -> out.append(Json.pretty(results(grade))));
    return out.toString();
  }

  private static JsonObject results(Grade grade) {
    JsonObject json = new JsonObject();
    Json.points(json, "score", grade.score());
    Json.seconds(json, "execution_time", grade.elapsed());
    json.addProperty("output", Said.of(grade));
    json.addProperty("output_format", TEXT);
    json.addProperty("test_output_format", TEXT);
    json.addProperty("visibility", Visibility.VISIBLE.word());
    json.addProperty("stdout_visibility", Visibility.HIDDEN.word());
    JsonObject extra = new JsonObject();
    extra.addProperty("schema", GradeJson.SCHEMA);
    extra.addProperty("status", grade.state().word());
    extra.addProperty("seed", grade.seed());
    json.add("extra_data", extra);
    JsonArray tests = new JsonArray();
    for (int i = 0; i < grade.checks().size(); i++) {
      tests.add(test(grade.checks().get(i), i + 1));
    }
    json.add("tests", tests);
    return json;
  }

  private static JsonObject test(CheckGrade check, int number) {
    JsonObject json = new JsonObject();
    Json.points(json, "score", check.points());
    Json.points(json, "max_score", check.maxPoints());
    json.addProperty("status", check.holds() ? "passed" : "failed");
    json.addProperty("name", check.name());
    json.addProperty("number", Integer.toString(number));
    json.addProperty("output", Said.of(check));
    json.addProperty("output_format", TEXT);
    JsonArray tags = new JsonArray();
    if (!check.isVeiled()) {
      tags.add(check.status().word());
    }
    json.add("tags", tags);
    json.addProperty("visibility", check.visibility().word());
    return json;
  }
}
