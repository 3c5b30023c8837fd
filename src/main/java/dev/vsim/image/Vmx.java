package dev.vsim.image;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A VM's configuration: settings by key, in order. Quotes, bars and control characters in a value
 * are written as a bar and two hex digits.
 */
public final class Vmx {
  private static final int HEX = 16;

  private final Map<String, String> settings = new LinkedHashMap<>();

  /** Says one thing more. */
  public Vmx put(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** What a key says; keys have no case. */
  public Optional<String> get(String key) {
    return settings.entrySet().stream()
        .filter(s -> s.getKey().equalsIgnoreCase(key))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a key says yes. */
  public boolean isTrue(String key) {
    return get(key).filter("TRUE"::equalsIgnoreCase).isPresent();
  }

  /** All settings in order. */
  public Map<String, String> settings() {
    return Collections.unmodifiableMap(settings);
  }

  /** The file. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder();
    settings.forEach(
        (key, value) -> {
          text.append(key).append(" = \"");
          value.codePoints().forEach(c -> escape(c, text));
          text.append("\"\n");
        });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void escape(int c, StringBuilder text) {
    if (c == '"' || c == '|' || c < ' ') {
      text.append('|');
      text.append(Character.toUpperCase(Character.forDigit(c / HEX, HEX)));
      text.append(Character.toUpperCase(Character.forDigit(c % HEX, HEX)));
    } else {
      text.appendCodePoint(c);
    }
  }

  /** What a value that was written so says. */
  static String unescaped(String written) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      int high = c == '|' && i + 2 < written.length() ? digit(written, i + 1) : -1;
      int low = high < 0 ? -1 : digit(written, i + 2);
      if (low < 0) {
        text.append(c);
      } else {
        text.append((char) (high * HEX + low));
        i += 2;
      }
    }
    return text.toString();
  }

  private static int digit(String text, int at) {
    return at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
  }
}
