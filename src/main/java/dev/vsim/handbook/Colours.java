package dev.vsim.handbook;

import java.util.Set;

/** Marks the comments, texts, numbers and words of the language in a scenario or a trace. */
final class Colours {
  private static final Set<String> WORDS =
      Set.of(
          "let",
          "if",
          "else",
          "for",
          "in",
          "while",
          "repeat",
          "def",
          "return",
          "break",
          "continue",
          "use",
          "as",
          "param",
          "on",
          "at",
          "after",
          "start",
          "expect",
          "next",
          "no",
          "any",
          "exactly",
          "only",
          "assert",
          "check",
          "forbid",
          "allow",
          "mark",
          "rewind",
          "print",
          "policy",
          "like",
          "and",
          "or",
          "not",
          "mod",
          "true",
          "false",
          "none");

  private final String text;
  private final StringBuilder html = new StringBuilder();
  private int at;

  private Colours(String text) {
    this.text = text;
  }

  static String html(String text) {
    Colours colours = new Colours(text);
    while (colours.at < text.length()) {
      colours.next();
    }
    return colours.html.toString();
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '#') {
      mark("comment", end(at, false));
    } else if (c == '"') {
      mark("text", endOfText());
    } else if (Character.isLetterOrDigit(c) || c == '_') {
      word();
    } else {
      escape(c);
      at++;
    }
  }

  private void word() {
    int end = end(at, true);
    String word = text.substring(at, end);
    if (Character.isDigit(word.charAt(0))) {
      mark("number", end);
    } else if (WORDS.contains(word)) {
      mark("word", end);
    } else {
      plain(end);
    }
  }

  /** The end of the word, or of the line. */
  private int end(int from, boolean ofWord) {
    int end = from;
    while (end < text.length() && (ofWord ? isOfWord(end) : text.charAt(end) != '\n')) {
      end++;
    }
    return end;
  }

  private boolean isOfWord(int place) {
    char c = text.charAt(place);
    boolean hyphen =
        c == '-' && place + 1 < text.length() && Character.isLetterOrDigit(text.charAt(place + 1));
    return Character.isLetterOrDigit(c) || c == '_' || c == '%' || hyphen;
  }

  private int endOfText() {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private void mark(String kind, int end) {
    html.append("<span class=\"").append(kind).append("\">");
    plain(end);
    html.append("</span>");
  }

  private void plain(int end) {
    while (at < end) {
      escape(text.charAt(at++));
    }
  }

  private void escape(char c) {
    switch (c) {
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '&' -> html.append("&amp;");
      default -> html.append(c);
    }
  }
}
