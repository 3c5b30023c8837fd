package dev.vsim.trace;

import dev.vsim.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/** What came of comparing a trace with its golden one. */
public sealed interface GoldenComparison {
  <R> R accept(Visitor<R> visitor);

  /** Every event is as the golden trace has it, as far as that names its fields. */
  record Same() implements GoldenComparison {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.same(this);
    }
  }

  /**
   * The first difference.
   *
   * @param before the golden line before it
   * @param wanted golden lines that the trace does not have there: one where a line has changed
   * @param found lines of the trace that the golden trace does not have there
   * @param behind the golden line behind it
   * @param unlisted how many more lines are wanted or found at the end than are listed
   */
  record Differs(
      Optional<TraceLine> before,
      List<TraceLine> wanted,
      List<TraceLine> found,
      Optional<TraceLine> behind,
      long unlisted)
      implements GoldenComparison {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.differs(this);
    }

    /** The golden line at which it differs, or behind which it does; 0 for the start. */
    public int line() {
      return wanted.isEmpty() ? before.map(TraceLine::number).orElse(0) : wanted.get(0).number();
    }

    /** {@code differs from lru.trace at its line 24}. */
    public String headline(String goldenName) {
      String side = wanted.isEmpty() ? "behind" : "at";
      String place = line() == 0 ? "at its start" : side + " its line " + line();
      return "differs from " + goldenName + " " + place;
    }
  }

  /** The golden trace cannot be read. */
  record Unreadable(List<Diagnostic> diagnostics) implements GoldenComparison {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unreadable(this);
    }

    /** What is wrong with it first. */
    public String message() {
      return diagnostics.get(0).message();
    }

    /** The line of the first mistake, counted from 1. */
    public int line() {
      Diagnostic first = diagnostics.get(0);
      return first.source().line(first.span().start());
    }
  }

  /** The golden trace asks a question ({@code va ?}) in this line. */
  record Unanswered(TraceLine line) implements GoldenComparison {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unanswered(this);
    }
  }

  /** Handles every result. */
  interface Visitor<R> {
    R same(Same same);

    R differs(Differs differs);

    R unreadable(Unreadable unreadable);

    R unanswered(Unanswered unanswered);
  }
}
