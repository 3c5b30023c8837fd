package dev.vsim.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.vsim.source.Diagnostic;
import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import java.util.Locale;

/** A diagnostic as one JSON object: what editors and scripts read. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /**
   * One line: {@code file line column endLine endColumn severity code message label help notes};
   * lines and columns from 1, columns in code points, the end behind the last.
   */
  public static String of(Diagnostic diagnostic) {
    JsonObject json = place(diagnostic.source(), diagnostic.span());
    json.addProperty("severity", diagnostic.problem().severity().name().toLowerCase(Locale.ROOT));
    json.addProperty("code", diagnostic.problem().code());
    json.addProperty("message", diagnostic.message());
    json.addProperty("label", diagnostic.label());
    json.addProperty("help", diagnostic.help());
    JsonArray notes = new JsonArray();
    for (Diagnostic.Note note : diagnostic.others()) {
      JsonObject one = place(note.source().orElse(diagnostic.source()), note.span());
      one.addProperty("label", note.label());
      notes.add(one);
    }
    json.add("notes", notes);
    return Json.line(json);
  }

  private static JsonObject place(SourceText source, Span span) {
    JsonObject json = new JsonObject();
    json.addProperty("file", source.name());
    json.addProperty("line", source.line(span.start()));
    json.addProperty("column", source.column(span.start()));
    json.addProperty("endLine", source.line(span.end()));
    json.addProperty("endColumn", source.column(span.end()));
    return json;
  }
}
