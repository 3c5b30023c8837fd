package dev.vsim.check;

import dev.vsim.source.Span;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Signature;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a statement or property gives to each slot of its signature.
 *
 * @param filled one entry a slot that was given something, in the signature's order
 * @param options the properties in angle brackets, in the order written
 */
public record Matched(Signature signature, Span span, List<Filled> filled, List<Matched> options) {
  /** One slot's values; {@code index} is its place among the signature's slots. */
  public record Filled(int index, List<Argument> arguments) {}

  /** One value. */
  public sealed interface Argument {
    Span span();

    /** Known before anything runs. */
    record Constant(Span span, Value value) implements Argument {}

    /** Known when it is reached; {@code type} is what is known beforehand. */
    record Computed(Expr expr, StaticType type) implements Argument {
      @Override
      public Span span() {
        return expr.span();
      }
    }
  }

  /** Whether a slot, its own or of its options, is given this word or text. */
  boolean gives(String word) {
    return filled.stream()
            .flatMap(f -> f.arguments().stream())
            .anyMatch(a -> a instanceof Argument.Constant c && c.value().print().equals(word))
        || options.stream().anyMatch(o -> o.gives(word));
  }

  public Optional<Filled> at(int index) {
    return filled.stream().filter(f -> f.index() == index).findFirst();
  }
}
