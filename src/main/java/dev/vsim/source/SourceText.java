package dev.vsim.source;

import java.util.Arrays;

/** One source file's text under the name that its diagnostics show; lines and columns on demand. */
public final class SourceText {
  private final String name;
  private final String text;
  private volatile int[] lineStarts;

  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /** The name as the user gave it, {@code lab3.vsim}. */
  public String name() {
    return name;
  }

  /** The name without its folders, for sentences and for what a scenario prints. */
  public String shortName() {
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return name.substring(slash + 1);
  }

  public String text() {
    return text;
  }

  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The line that holds this offset, counted from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of this offset, counted from 1 in Unicode code points. */
  public int column(int offset) {
    int start = starts()[line(offset) - 1];
    return text.codePointCount(start, offset) + 1;
  }

  /** A line's text without its end, {@code line} counted from 1. */
  public String lineText(int line) {
    int start = starts()[line - 1];
    int end = line < starts().length ? starts()[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset at which a line begins, {@code line} counted from 1. */
  public int lineStart(int line) {
    return starts()[line - 1];
  }

  public int lines() {
    return starts().length;
  }

  private int[] starts() {
    if (lineStarts == null) {
      lineStarts = findStarts(text);
    }
    return lineStarts;
  }

  private static int[] findStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end =
          c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (end) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
