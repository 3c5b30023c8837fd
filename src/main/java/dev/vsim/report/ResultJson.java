package dev.vsim.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vsim.verdict.Case;
import dev.vsim.verdict.Report;
import dev.vsim.verdict.Result;
import dev.vsim.verdict.Where;

/** A result as a JSON object: the fields of {@link DiagnosticJson}, and what it has besides. */
public final class ResultJson {
  private ResultJson() {}

  /**
   * One line: {@code file line column endLine endColumn severity code message label help notes}, as
   * diagnostics have them, and {@code status name check times drawing}; the severity is {@code
   * failure}, the code empty.
   */
  public static String of(Report report, Result result) {
    return Json.line(object(report, result));
  }

  static JsonObject object(Report report, Result result) {
    JsonObject json = new JsonObject();
    Where where = result.where();
    json.addProperty("file", where.file().isEmpty() ? report.scenario() : where.file());
    json.addProperty("line", where.line());
    json.addProperty("column", where.column());
    json.addProperty("endLine", where.endLine());
    json.addProperty("endColumn", where.endColumn());
    json.addProperty("severity", "failure");
    json.addProperty("code", "");
    json.addProperty("message", result.message());
    json.addProperty("label", "");
    json.addProperty("help", "");
    json.add("notes", new JsonArray());
    json.addProperty("status", result.status().word());
    json.addProperty("name", result.name());
    Case of = report.caseOf(result);
    json.addProperty("check", of.sort() == Case.Sort.CHECK ? of.name() : "");
    json.addProperty("times", result.times());
    json.addProperty("drawing", result.drawing());
    return json;
  }
}
