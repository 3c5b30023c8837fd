package dev.vsim.grade;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.vsim.text.PlainText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * JSON of reports: what would not be seen, or would turn the reading direction, is escaped though
 * JSON would not ask for it.
 */
final class Json {
  private static final Gson LINES =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();
  private static final Gson PRETTY =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().setPrettyPrinting().create();
  private static final int MILLIS = 3;
  private static final int NANOS = 9;

  private Json() {}

  /** On one line, with its end. */
  static String line(JsonElement json) {
    return harmless(LINES.toJson(json)) + "\n";
  }

  /** On many lines, each with its end. */
  static String pretty(JsonElement json) {
    return harmless(PRETTY.toJson(json)) + "\n";
  }

  /** Adds points, as a number without an exponent. */
  static void points(JsonObject to, String name, BigDecimal points) {
    to.addProperty(name, plain(points));
  }

  /** Adds a time in seconds, to the millisecond. */
  static void seconds(JsonObject to, String name, Duration time) {
    to.addProperty(
        name, BigDecimal.valueOf(time.toNanos(), NANOS).setScale(MILLIS, RoundingMode.HALF_EVEN));
  }

  /** A number that prints without an exponent and without needless noughts. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
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
