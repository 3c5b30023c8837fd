package dev.vsim.syntax;

import dev.vsim.source.SourceText;

/**
 * The lines of a text by their indentation, which tells where a statement ends that lacks a
 * bracket.
 */
final class Lines {
  private static final int TAB = 8;
  private static final String CLOSERS = ")]}>";

  private final SourceText source;
  private final String text;

  Lines(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** How far the line that holds this offset is indented, in columns. */
  int indentation(int offset) {
    int columns = 0;
    for (int i = source.lineStart(source.line(offset)); i < text.length(); i++) {
      switch (text.charAt(i)) {
        case ' ', '\uFEFF' -> columns++;
        case '\t' -> columns += TAB - columns % TAB;
        default -> {
          return columns;
        }
      }
    }
    return columns;
  }

  /** Whether only blanks stand before this offset in its line. */
  boolean isFirst(int offset) {
    return skipBlanks(source.lineStart(source.line(offset))) == offset;
  }

  /**
   * Where a statement that begins here ends at the latest: at the first later line that is not
   * indented deeper. Brackets that close there still belong to it, and so does a line that
   * continues one. The end of the text where there is none.
   */
  int cut(int statement) {
    int deepest = indentation(statement);
    for (int line = source.line(statement) + 1; line <= source.lines(); line++) {
      int start = skipBlanks(source.lineStart(line));
      if (isText(start) && indentation(start) <= deepest) {
        int behind = skipClosers(start);
        if (!continues(behind)) {
          return behind;
        }
      }
    }
    return text.length();
  }

  private boolean isText(int start) {
    return start < text.length() && "#\r\n".indexOf(text.charAt(start)) < 0;
  }

  private boolean continues(int start) {
    return text.startsWith("else", start)
        || text.startsWith("{", start)
        || text.startsWith("<", start)
        || text.startsWith("->", start)
        || text.startsWith("→", start);
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length()
        && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\uFEFF')) {
      at++;
    }
    return at;
  }

  private int skipClosers(int from) {
    int behind = from;
    int at = from;
    while (at < text.length() && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      behind = at + 1;
      at = skipBlanks(behind);
    }
    return behind == from ? from : continues(at) ? at : behind;
  }
}
