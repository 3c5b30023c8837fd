package dev.vsim.grade;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vsim.verdict.Status;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the graders of GitHub Classroom hand to its reporter: JSON in base64, on one line. */
final class Classroom implements GradeFormat {
  @Override
  public String word() {
    return "classroom";
  }

  @Override
  public String readers() {
    return "GitHub Classroom's reporter";
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
    return ".b64";
  }

  @Override
  public String write(List<Grade> grades) {
    StringBuilder out = new StringBuilder();
    for (Grade grade : grades) {
      byte[] json = Json.line(result(grade)).strip().getBytes(StandardCharsets.UTF_8);
      out.append(Base64.getEncoder().encodeToString(json)).append('\n');
    }
    return out.toString();
  }

  private static JsonObject result(Grade grade) {
    JsonObject json = new JsonObject();
    json.addProperty("version", 1);
    boolean graded = grade.state() == Grade.State.GRADED;
    json.addProperty("status", graded ? grade.allHold() ? "pass" : "fail" : "error");
    Json.points(json, "max_score", grade.maxScore());
    JsonArray tests = new JsonArray();
    grade.checks().forEach(check -> tests.add(test(check)));
    json.add("tests", tests);
    return json;
  }

  private static JsonObject test(CheckGrade check) {
    JsonObject json = new JsonObject();
    json.addProperty("name", check.name());
    json.addProperty("status", status(check.status()));
    json.addProperty("message", Said.of(check));
    json.addProperty("test_code", "check \"" + check.name() + "\"");
    json.addProperty("filename", check.where().file());
    json.addProperty("line_no", check.where().line());
    Json.points(json, "score", check.points());
    Json.seconds(json, "duration", check.elapsed());
    return json;
  }

  private static String status(Status status) {
    return switch (status) {
      case PASS -> "pass";
      case FAIL, SKIP, NOT_RUN -> "fail";
      case LIMIT, ERROR -> "error";
    };
  }
}
