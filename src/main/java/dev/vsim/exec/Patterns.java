package dev.vsim.exec;

import dev.vsim.check.Meant;
import dev.vsim.event.EventField;
import dev.vsim.source.TypeProblem;
import dev.vsim.trace.EventPattern;
import dev.vsim.trace.FieldTest;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns of assertions: built once where nothing in them changes, else each time. */
final class Patterns {
  private Patterns() {}

  /** Gives the pattern as it is now. */
  interface Built {
    EventPattern build(Frame frame);
  }

  /** Plans an expression of a pattern. */
  interface Exprs {
    ExprNode plan(dev.vsim.syntax.Expr expr);
  }

  /** Gives one field's test as it is now. */
  private interface Test {
    FieldTest build(Frame frame);
  }

  private record Field(EventField field, Test test) {}

  static Built plan(Meant.Events meant, Exprs exprs) {
    Optional<ExprNode> who =
        meant
            .subject()
            .filter(w -> w instanceof Meant.Who.Computed)
            .map(w -> exprs.plan(((Meant.Who.Computed) w).expr()));
    EventPattern base = EventPattern.of(meant.kind());
    if (meant.subject().isPresent() && meant.subject().get() instanceof Meant.Who.Path path) {
      base = base.about(path.path());
    }
    List<Field> changing = new ArrayList<>();
    for (Meant.Field field : meant.fields()) {
      Optional<FieldTest> fixed = fixed(field.test());
      if (fixed.isPresent()) {
        base = base.with(field.field(), fixed.get());
      } else {
        changing.add(new Field(field.field(), changing(field.test(), exprs)));
      }
    }
    return build(base, who, changing);
  }

  private static Built build(EventPattern base, Optional<ExprNode> who, List<Field> changing) {
    if (who.isEmpty() && changing.isEmpty()) {
      return frame -> base;
    }
    return frame -> {
      EventPattern pattern = base;
      if (who.isPresent()) {
        pattern = pattern.about(path(who.get(), frame));
      }
      for (Field field : changing) {
        pattern = pattern.with(field.field(), field.test().build(frame));
      }
      return pattern;
    };
  }

  private static String path(ExprNode who, Frame frame) {
    Value value = who.value(frame);
    if (value instanceof Value.Thing thing) {
      return thing.subject().path();
    } else if (value instanceof Value.Text text) {
      return text.text();
    }
    throw who.stop(TypeProblem.WRONG_SORT, "an object", Sorts.prose(value));
  }

  private static Optional<FieldTest> fixed(Meant.Test test) {
    if (test instanceof Meant.Test.Equals equals) {
      return Optional.of(new FieldTest.Is(equals.value()));
    } else if (test instanceof Meant.Test.Anything) {
      return Optional.of(new FieldTest.Anything());
    } else if (test instanceof Meant.Test.Question) {
      return Optional.of(new FieldTest.Question());
    } else if (test instanceof Meant.Test.Mac mac) {
      return Optional.of(new FieldTest.MacLike(mac.bits(), mac.mask()));
    } else if (test instanceof Meant.Test.AnyPort any) {
      return Optional.of(new FieldTest.AnyPort(any.ip()));
    }
    return Optional.empty();
  }

  private static Test changing(Meant.Test test, Exprs exprs) {
    if (test instanceof Meant.Test.Computed computed) {
      ExprNode node = exprs.plan(computed.expr());
      return frame -> new FieldTest.Is(node.value(frame));
    }
    Meant.Test.Interval interval = (Meant.Test.Interval) test;
    ExprNode from = exprs.plan(interval.from());
    Optional<ExprNode> to = Optional.ofNullable(interval.to()).map(exprs::plan);
    return frame ->
        new FieldTest.Within(Optional.of(from.value(frame)), to.map(t -> t.value(frame)));
  }
}
