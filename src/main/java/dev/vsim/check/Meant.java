package dev.vsim.check;

import dev.vsim.event.EventField;
import dev.vsim.event.EventKind;
import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Command;
import dev.vsim.vocabulary.Kind;
import java.util.List;
import java.util.Optional;

/** What the checker found a piece of syntax to mean. */
public sealed interface Meant {
  /**
   * An act that performs a command; {@code actor} is the path of who acts where no {@code on} says
   * so.
   */
  record Performs(Command command, Matched given, String actor) implements Meant {}

  /**
   * An act that declares an object.
   *
   * @param name the object's name as written
   * @param rows how many it makes ({@code node[8]}), or empty for a single one
   * @param owner the object it is in or on, if said
   * @param given the properties of its template and its own, joined
   */
  record Declares(
      Kind kind,
      String name,
      Span nameSpan,
      Optional<Expr> rows,
      Optional<Expr> owner,
      Matched given)
      implements Meant {}

  /** An act that only notes a template. */
  record Notes() implements Meant {}

  /** A pattern: its event, its subject, and a test for each field named. */
  record Events(EventKind kind, Optional<Who> subject, List<Field> fields) implements Meant {}

  /** The subject of a pattern: a path as written, or an expression that yields an object. */
  sealed interface Who {
    /** {@code linux.init}. */
    record Path(String path) implements Who {}

    /** {@code (p)}. */
    record Computed(Expr expr) implements Who {}
  }

  /** One field of a pattern and what is asked of it. */
  record Field(EventField field, Test test) {}

  /** What is asked of a field. */
  sealed interface Test {
    /** A value known beforehand; a {@link Value.Word} on a page is a label. */
    record Equals(Value value) implements Test {}

    /** A value known when the assertion is reached. */
    record Computed(Expr expr) implements Test {}

    /** {@code from..to}; {@code to} null where open. */
    record Interval(Expr from, Expr to) implements Test {}

    /** {@code _}. */
    record Anything() implements Test {}

    /** {@code 00:0C:29:XX:XX:XX}: the bits of {@code mask} are compared. */
    record Mac(long bits, long mask) implements Test {}

    /** {@code 10.0.0.1:_}. */
    record AnyPort(int ip) implements Test {}

    /** {@code ?}. */
    record Question() implements Test {}
  }
}
