package dev.vsim.trace;

import dev.vsim.source.SourceText;
import dev.vsim.source.Span;
import dev.vsim.text.PlainText;

/** Where a statement stands: what a failure quotes, and what "since line 7" refers to. */
public record Place(SourceText source, Span span) {
  /** The file's name as the user gave it. */
  public String file() {
    return source.name();
  }

  /** Its first line, counted from 1. */
  public int line() {
    return source.line(span.start());
  }

  /**
   * The statement on one line, cut behind its first; nothing in it can end a line or steer a
   * terminal.
   */
  public String text() {
    String statement = source.text(span).strip();
    int end = statement.indexOf('\n');
    return PlainText.shown(end < 0 ? statement : statement.substring(0, end).strip() + " …");
  }
}
