package dev.vsim.syntax;

import dev.vsim.source.Span;
import java.util.List;

/**
 * {@code page-fault linux.init va 0x1000 cause first-touch}: an event, then items; where their
 * number is odd, the first is the subject, the rest are fields and values.
 */
public record Pattern(Span span, Word event, List<Item> items) {
  /** One item; a field's name is a {@link Term} that is a plain name. */
  public sealed interface Item {
    Span span();

    /** {@code linux.init}, {@code first-touch}, {@code 0x1000}, {@code "boot"}, {@code (e)}. */
    record Term(Expr value) implements Item {
      @Override
      public Span span() {
        return value.span();
      }
    }

    /** {@code 0..9}, {@code 719..}; {@code to} is null where it is open. */
    record Interval(Span span, Expr from, Expr to) implements Item {}

    /** {@code _}: any value. */
    record Anything(Span span) implements Item {}

    /** {@code ?}: a question that the worksheet's reader is to answer. */
    record Question(Span span) implements Item {}
  }
}
