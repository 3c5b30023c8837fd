package dev.vsim.source;

/** Colours for a terminal, or none. */
final class Paint {
  private static final String STRONG = "\u001B[1m";
  private static final String RED = "\u001B[1;31m";
  private static final String YELLOW = "\u001B[1;33m";
  private static final String CYAN = "\u001B[36m";
  private static final String GREEN = "\u001B[32m";
  private static final String FAINT = "\u001B[2m";
  private static final String END = "\u001B[0m";

  private final boolean coloured;

  Paint(DiagnosticDrawing.Style style) {
    this.coloured = style == DiagnosticDrawing.Style.COLOUR;
  }

  String strong(String text) {
    return in(STRONG, text);
  }

  String severity(boolean error, String text) {
    return in(error ? RED : YELLOW, text);
  }

  /** The underline of the place that is meant, or of one that explains it. */
  String mark(boolean primary, String text) {
    return in(primary ? RED : CYAN, text);
  }

  String help(String text) {
    return in(GREEN, text);
  }

  String gutter(String text) {
    return in(FAINT, text);
  }

  private String in(String colour, String text) {
    return coloured && !text.isEmpty() ? colour + text + END : text;
  }
}
