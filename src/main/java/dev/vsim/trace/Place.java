package dev.vsim.trace;

import dev.vsim.source.SourceText;
import dev.vsim.source.Span;

/** Where a statement stands: what a failure quotes, and what "since line 7" refers to. */
public record Place(SourceText source, Span span) {
  /** Its first line, counted from 1. */
  public int line() {
    return source.line(span.start());
  }
}
