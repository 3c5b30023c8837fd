package dev.vsim.check;

import dev.vsim.syntax.Expr;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of an expression that needs no run: a literal, or a list of such. */
public final class Constants {
  private Constants() {}

  public static Optional<Value> of(Expr expr) {
    if (expr instanceof Expr.Number number) {
      return value(Quantities.read(number.spelling()));
    } else if (expr instanceof Expr.Text text) {
      return text(text);
    } else if (expr instanceof Expr.Truth truth) {
      return Optional.of(Value.Truth.of(truth.value()));
    } else if (expr instanceof Expr.None) {
      return Optional.of(Value.None.NONE);
    } else if (expr instanceof Expr.Address address) {
      return Addresses.read(address.spelling());
    } else if (expr instanceof Expr.Group group) {
      return of(group.inner());
    } else if (expr instanceof Expr.Unary unary && unary.operator() == Expr.Operator.NEGATE) {
      return unary.operand() instanceof Expr.Number number
          ? value(Quantities.negative(number.spelling()))
          : of(unary.operand()).flatMap(Constants::negated);
    } else if (expr instanceof Expr.ListOf list) {
      return list(list.items());
    }
    return Optional.empty();
  }

  private static Optional<Value> value(Quantities.Reading reading) {
    return reading instanceof Quantities.Reading.Good good
        ? Optional.of(good.value())
        : Optional.empty();
  }

  private static Optional<Value> text(Expr.Text text) {
    StringBuilder joined = new StringBuilder();
    for (Expr.Piece piece : text.pieces()) {
      if (!(piece instanceof Expr.Piece.Plain plain)) {
        return Optional.empty();
      }
      joined.append(plain.text());
    }
    return Optional.of(new Value.Text(joined.toString()));
  }

  private static Optional<Value> negated(Value value) {
    if (value instanceof Value.Whole whole) {
      return Quantities.negated(whole).map(Value.class::cast);
    }
    return value instanceof Value.Real real
        ? Optional.of(new Value.Real(-real.amount(), real.dimension()))
        : Optional.empty();
  }

  private static Optional<Value> list(List<Expr> items) {
    List<Value> values = new ArrayList<>();
    for (Expr item : items) {
      Optional<Value> value = of(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(Value.Items.of(values));
  }
}
