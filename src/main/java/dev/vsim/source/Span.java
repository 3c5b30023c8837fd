package dev.vsim.source;

/**
 * A stretch of source text, half open, in UTF-16 code units from the start of the text.
 *
 * @param start offset of the first code unit
 * @param end offset behind the last one; equal to {@code start} for a place between two characters
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The place right behind this span. */
  public Span after() {
    return new Span(end, end);
  }
}
