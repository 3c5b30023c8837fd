package dev.vsim.syntax;

/** Which bracket closes which. */
final class Brackets {
  private Brackets() {}

  static String closer(String opener) {
    return switch (opener) {
      case "(" -> ")";
      case "[" -> "]";
      case "{", "${" -> "}";
      case "<" -> ">";
      default -> "\"";
    };
  }

  static String opener(String closer) {
    return switch (closer) {
      case ")" -> "(";
      case "]" -> "[";
      case "}" -> "{";
      default -> "<";
    };
  }

  /** Behind the quote that ends the text which begins here, or the end of its line. */
  static int textEnd(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      char c = text.charAt(at);
      at += c == '\\' ? 2 : 1;
      if (c == '"') {
        return at;
      }
    }
    return Math.min(at, text.length());
  }
}
