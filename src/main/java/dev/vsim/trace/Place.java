package dev.vsim.trace;

import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.DisplayWidth;
import dev.vsim.text.PlainText;

/** Where a statement stands: what a failure quotes, and what "since line 7" refers to. */
public record Place(SourceText source, Span span) {
  private static final int MOST_COLUMNS = 100;

  /** The file's name as the user gave it. */
  public String file() {
    return source.name();
  }

  /** Its first line, counted from 1. */
  public int line() {
    return source.line(span.start());
  }

  /** The column in that line at which it begins, counted from 1 in code points. */
  public int column() {
    return source.column(span.start());
  }

  /** The line in which it ends. */
  public int endLine() {
    return source.line(span.end());
  }

  /** The column behind its end. */
  public int endColumn() {
    return source.column(span.end());
  }

  /**
   * The statement on one line, cut behind its first and where it is long; nothing in it can end a
   * line or steer a terminal.
   */
  public String text() {
    String statement = source.text(span).strip();
    int end = statement.indexOf('\n');
    String first = end < 0 ? statement : statement.substring(0, end).strip();
    String shown = DisplayWidth.cut(PlainText.shown(first), MOST_COLUMNS);
    return end < 0 && shown.length() >= first.length() ? shown : shown + " …";
  }
}
