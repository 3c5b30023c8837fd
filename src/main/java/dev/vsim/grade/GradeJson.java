package dev.vsim.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** Our own form, {@code vsim-grade/1}: one object a line. */
final class GradeJson implements GradeFormat {
  static final String SCHEMA = "vsim-grade/1";

  @Override
  public String word() {
    return "json";
  }

  @Override
  public String readers() {
    return "vsim-grade/1, one object a line";
  }

  @Override
  public Audience usual() {
    return Audience.TEACHER;
  }

  @Override
  public boolean joins() {
    return true;
  }

  @Override
  public boolean counts() {
    return false;
  }

  @Override
  public String ending() {
    return ".json";
  }

  @Override
  public String write(List<Grade> grades) {
    StringBuilder out = new StringBuilder();
    grades.forEach(grade -> out.append(Json.line(object(grade))));
    return out.toString();
  }

  private static JsonObject object(Grade grade) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", SCHEMA);
    json.addProperty("assignment", grade.assignment());
    json.addProperty("submission", grade.submission());
    json.addProperty("status", grade.state().word());
    Json.points(json, "score", grade.score());
    Json.points(json, "maxScore", grade.maxScore());
    json.addProperty("seed", grade.seed());
    json.addProperty("steps", grade.steps());
    JsonArray checks = new JsonArray();
    grade.checks().forEach(check -> checks.add(object(check)));
    json.add("checks", checks);
    return json;
  }

  private static JsonObject object(CheckGrade check) {
    JsonObject json = new JsonObject();
    json.addProperty("name", check.name());
    json.addProperty("status", check.status().word());
    Json.points(json, "points", check.points());
    Json.points(json, "maxPoints", check.maxPoints());
    json.addProperty("visibility", check.visibility().word());
    json.addProperty("message", check.message());
    json.addProperty("file", check.where().file());
    json.addProperty("line", check.where().line());
    return json;
  }
}
