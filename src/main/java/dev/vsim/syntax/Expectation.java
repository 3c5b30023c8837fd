package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/** What stands behind {@code expect}. */
public sealed interface Expectation {
  /** {@code P}: some event after the cursor. */
  record Some(Pattern pattern) implements Expectation {}

  /** {@code next P}: the very next visible event. */
  record Next(Pattern pattern) implements Expectation {}

  /** {@code no P}. */
  record No(Pattern pattern) implements Expectation {}

  /**
   * {@code 3 P}, {@code 2.. P}, {@code 2..4 P}, {@code (n) P}; {@code most} is {@code least} or
   * null where open.
   */
  record Count(Span span, Expr least, Expr most, Pattern pattern) implements Expectation {}

  /** {@code any { P; P }}. */
  record Any(List<Pattern> patterns) implements Expectation {}

  /** {@code exactly { P; P }}. */
  record Exactly(List<Pattern> patterns) implements Expectation {}

  /** {@code only evict { page 1; page 3 }}: each a pattern of that event. */
  record Only(Word event, List<Pattern> patterns) implements Expectation {}
}
