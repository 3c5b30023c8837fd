package dev.vsim.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.TestRun;
import java.time.Duration;

/** Our own form of a test report, {@code vsim-test/1}: all there is, for scripts. */
final class TestJson implements TestReport {
  private static final double NANOS = 1e9;

  @Override
  public String word() {
    return "json";
  }

  @Override
  public String readers() {
    return "vsim-test/1: scripts";
  }

  @Override
  public String write(TestRun run) {
    JsonObject json = new JsonObject();
    json.addProperty("schema", "vsim-test/1");
    json.addProperty("status", run.status().word());
    json.addProperty("seconds", seconds(run.elapsed()));
    JsonArray scenarios = new JsonArray();
    run.reports().forEach(report -> scenarios.add(scenario(report)));
    json.add("scenarios", scenarios);
    return Json.pretty(json);
  }

  private static JsonObject scenario(Report report) {
    JsonObject json = new JsonObject();
    json.addProperty("scenario", report.scenario());
    json.addProperty("status", report.status().word());
    json.addProperty("seconds", seconds(report.elapsed()));
    JsonArray cases = new JsonArray();
    report.cases().forEach(each -> cases.add(of(report, each)));
    json.add("cases", cases);
    json.addProperty("unlisted", report.unlisted());
    return json;
  }

  private static JsonObject of(Report report, Case each) {
    JsonObject json = new JsonObject();
    json.addProperty("name", each.name());
    json.addProperty("sort", each.sort().word());
    json.addProperty("status", each.status().word());
    json.addProperty("line", each.where().line());
    json.addProperty("held", each.held());
    json.addProperty("remark", each.remark());
    JsonArray results = new JsonArray();
    each.results().forEach(result -> results.add(ResultJson.object(report, result)));
    json.add("results", results);
    return json;
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }
}
