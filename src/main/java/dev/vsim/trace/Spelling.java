package dev.vsim.trace;

import dev.vsim.value.Printed;
import dev.vsim.value.Value;

/** Values and names as a trace line spells them: on one line, and read back as they were. */
final class Spelling {
  private Spelling() {}

  /** A value as a literal: texts quoted, words and paths bare. */
  static String of(Value value) {
    if (value instanceof Value.Text text) {
      return Printed.quoted(text.text());
    }
    return value instanceof Value.Word word ? name(word.word()) : Printed.of(value);
  }

  /** A name or a path: bare where it is one, quoted where it holds anything else. */
  static String name(String name) {
    return isBare(name) && !name.equals("none") ? name : Printed.quoted(name);
  }

  /** Whether a text is a name, a path or a number by its characters, so that it needs no quotes. */
  static boolean isBare(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!isBare(c)) {
        return false;
      }
      at += Character.charCount(c);
    }
    return at > 0 && !text.equals("_");
  }

  private static boolean isBare(int c) {
    if (c < 128) {
      return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || isPathMark(c);
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isPathMark(int c) {
    return c == '-' || c == '_' || c == '.' || c == '[' || c == ']' || c == ':';
  }
}
