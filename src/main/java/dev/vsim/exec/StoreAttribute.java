package dev.vsim.exec;

import dev.vsim.check.Prose;
import dev.vsim.source.NameProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Attribute;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Kind;
import java.util.List;
import java.util.Optional;

/**
 * {@code f.referenced = e}, {@code f.tag += e}: what a strategy may write of what it is given. The
 * object is found once.
 */
final class StoreAttribute extends StatementNode {
  private final ExprNode of;
  private final String name;
  private final Optional<Operator> operator;
  private final ExprNode value;
  private final Context context;
  private String kind;
  private Attribute.Access.Written written;

  StoreAttribute(
      At at,
      ExprNode of,
      String name,
      Optional<Operator> operator,
      ExprNode value,
      Context context) {
    super(at, context.meter());
    this.of = of;
    this.name = name;
    this.operator = operator;
    this.value = value;
    this.context = context;
  }

  @Override
  Flow execute(Frame frame) {
    Value owner = of.value(frame);
    if (!(owner instanceof Value.Thing thing)) {
      throw stop(NameProblem.UNKNOWN_ATTRIBUTE, Sorts.prose(owner), name, "");
    }
    if (!thing.kind().equals(kind)) {
      written = written(thing.kind());
      kind = thing.kind();
    }
    Value stored = stored(thing, frame);
    if (written.type().misfit(stored).isPresent()) {
      throw value.stop(TypeProblem.WRONG_SORT, written.type().prose(), Sorts.prose(stored));
    }
    context.meter().values().note(thing.subject(), stored);
    written.write().accept(thing.subject(), stored);
    return Flow.ON;
  }

  private Value stored(Value.Thing thing, Frame frame) {
    if (operator.isEmpty()) {
      return value.value(frame);
    }
    Value before = written.read().apply(thing.subject());
    return Operations.made(this, context.meter(), operator.get(), before, value.value(frame));
  }

  private Attribute.Access.Written written(String ofKind) {
    List<Attribute> writable =
        context.vocabulary().kind(ofKind).map(Kind::attributes).orElse(List.of()).stream()
            .filter(a -> a.access() instanceof Attribute.Access.Written)
            .toList();
    return writable.stream()
        .filter(a -> a.name().equals(name))
        .map(a -> (Attribute.Access.Written) a.access())
        .findFirst()
        .orElseThrow(
            () ->
                stop(
                    NameProblem.NOT_ASSIGNABLE,
                    "`" + of.text() + "." + name + "`",
                    advice(ofKind, writable.stream().map(Attribute::name).toList())));
  }

  private static String advice(String ofKind, List<String> writable) {
    return writable.isEmpty()
        ? "attributes are only read"
        : "of a " + ofKind + " " + Prose.all(writable) + " may be written";
  }
}
