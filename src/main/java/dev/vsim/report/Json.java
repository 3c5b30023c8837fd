package dev.vsim.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.vsim.text.PlainText;
import java.util.Locale;

/**
 * JSON as it is written here: what would not be seen, or would turn the reading direction, is
 * escaped though JSON would not ask for it, so that a text is harmless wherever it is shown.
 */
final class Json {
  private static final Gson LINES = new GsonBuilder().disableHtmlEscaping().create();
  private static final Gson PRETTY =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private Json() {}

  /** On one line, without its end. */
  static String line(JsonElement json) {
    return harmless(LINES.toJson(json));
  }

  /** A string literal. */
  static String quoted(String text) {
    return line(new JsonPrimitive(text));
  }

  /** On many lines, each with its end. */
  static String pretty(JsonElement json) {
    return harmless(PRETTY.toJson(json)) + "\n";
  }

  /** Such characters can only stand within strings. */
  private static String harmless(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              if (c != '\n' && PlainText.isHidden(c)) {
                for (char unit : Character.toChars(c)) {
                  out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
