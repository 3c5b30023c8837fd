package dev.vsim.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.vsim.verdict.Status;
import java.util.List;

/** The JSON of CS50's check50, version 3. */
final class Check50 implements GradeFormat {
  private static final String VERSION = "3.3.11";

  @Override
  public String word() {
    return "check50";
  }

  @Override
  public String readers() {
    return "check50's JSON";
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
    return false;
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
    json.addProperty("slug", grade.assignment());
    json.addProperty("version", VERSION);
    JsonArray results = new JsonArray();
    grade.checks().forEach(check -> results.add(result(check)));
    json.add("results", results);
    return json;
  }

  private static JsonObject result(CheckGrade check) {
    JsonObject json = new JsonObject();
    json.addProperty("name", check.name());
    json.addProperty("description", check.name());
    json.addProperty("passed", passed(check.status()));
    JsonArray log = new JsonArray();
    (check.detail() + check.output()).lines().forEach(log::add);
    json.add("log", log);
    boolean failed = Boolean.FALSE.equals(passed(check.status()));
    json.add("cause", failed ? cause(check) : JsonNull.INSTANCE);
    json.add("data", new JsonObject());
    json.addProperty("dependency", check.needs().stream().findFirst().orElse(null));
    return json;
  }

  /** Neither is said of what was left out. */
  private static Boolean passed(Status status) {
    return switch (status) {
      case PASS -> true;
      case FAIL, LIMIT, ERROR -> false;
      case SKIP, NOT_RUN -> null;
    };
  }

  private static JsonObject cause(CheckGrade check) {
    JsonObject json = new JsonObject();
    json.addProperty("rationale", check.message());
    json.add("help", JsonNull.INSTANCE);
    json.add("expected", JsonNull.INSTANCE);
    json.add("actual", JsonNull.INSTANCE);
    return json;
  }
}
