package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/** What stands side by side behind a command's or a property's word. */
public sealed interface Item {
  Span span();

  /**
   * {@code 0x1000}, {@code A..E}, {@code linux.init}, or several with commas: {@code 7, 0, 1}.
   * Never empty.
   */
  record Values(Span span, List<Expr> values) implements Item {}

  /** {@code ->}. */
  record Arrow(Span span) implements Item {}

  /** A reserved word in an ordinary place: {@code in}, {@code as}, {@code on}. */
  record Keyword(Word word) implements Item {
    @Override
    public Span span() {
      return word.span();
    }
  }
}
