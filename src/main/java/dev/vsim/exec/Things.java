package dev.vsim.exec;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.NameProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr;
import dev.vsim.value.Attribute;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Kind;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Objects of the machine and what is read of them. */
final class Things {
  private Things() {}

  /** An object by its path; looked for until it is there, then kept. */
  static final class ByPath extends ExprNode {
    private final String path;
    private final Context context;
    private Value.Thing found;

    ByPath(At at, String path, Context context) {
      super(at);
      this.path = path;
      this.context = context;
    }

    @Override
    Value value(Frame frame) {
      if (found == null) {
        found = context.find(path).orElseThrow(() -> stop(ActionProblem.NOT_THERE, path));
      }
      return found;
    }
  }

  /** One object of a row: {@code node[i]}. */
  static final class OfRow extends ExprNode {
    private final String row;
    private final ExprNode at;
    private final Context context;

    OfRow(At place, String row, ExprNode at, Context context) {
      super(place);
      this.row = row;
      this.at = at;
      this.context = context;
    }

    @Override
    Value value(Frame frame) {
      String path = row + "[" + at.whole(frame) + "]";
      return context.find(path).orElseThrow(() -> stop(ActionProblem.NOT_THERE, path));
    }
  }

  /** {@code now}. */
  static final class Now extends ExprNode.OfWhole {
    private final Context context;

    Now(At at, Context context) {
      super(at, dev.vsim.value.Dimension.DURATION);
      this.context = context;
    }

    @Override
    long whole(Frame frame) {
      return context.setting().machine().clock().now();
    }
  }

  /** {@code linux.init.faults.first-touch}: an attribute or a part of one, an object below, or a field of an event. */
  static final class Member extends ExprNode {
    private final ExprNode of;
    private final List<String> names;
    private final Expr.Member syntax;
    private final Context context;
    private Kind kind;
    private Attribute attribute;

    /**
     * @param names the member's names behind the object, all parts of one attribute
     */
    Member(At at, ExprNode of, List<String> names, Expr.Member syntax, Context context) {
      super(at);
      this.of = of;
      this.names = names;
      this.syntax = syntax;
      this.context = context;
    }

    @Override
    boolean calls() {
      return of.calls();
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      if (owner instanceof Value.Thing thing) {
        return ofThing(thing);
      } else if (owner instanceof Value.Found happened) {
        return ofEvent(happened);
      }
      throw stop(NameProblem.UNKNOWN_ATTRIBUTE, Sorts.prose(owner), names.get(0), "");
    }

    private Value ofEvent(Value.Found happened) {
      return happened
          .event()
          .field(names.get(0))
          .orElseThrow(
              () -> stop(NameProblem.UNKNOWN_ATTRIBUTE, "the event", names.get(0), ""));
    }

    private Value ofThing(Value.Thing thing) {
      if (names.size() == 1) {
        Optional<Value.Thing> below = context.find(thing.subject().path() + "." + names.get(0));
        if (below.isPresent()) {
          return below.get();
        }
      }
      Attribute read = attribute(thing);
      if (!(read.access() instanceof Attribute.Access.Plain plain)) {
        throw stop(NameProblem.UNKNOWN_ATTRIBUTE, "a " + thing.kind(), String.join(".", names), hint(read));
      }
      Value value = plain.read().apply(thing.subject());
      if (context.reads().isListening()) {
        context.reads().note(text(), value.print() + parts(read, thing));
      }
      return value;
    }

    private static String hint(Attribute read) {
      return read.parts().isEmpty()
          ? "it is read with brackets or parentheses"
          : "it has the parts " + String.join(", ", read.parts().stream().map(Attribute::name).toList());
    }

    private static String parts(Attribute read, Value.Thing thing) {
      StringJoiner joined = new StringJoiner(", ", " (", ")");
      joined.setEmptyValue("");
      for (Attribute part : read.parts()) {
        if (part.access() instanceof Attribute.Access.Plain plain) {
          joined.add(part.name() + " " + plain.read().apply(thing.subject()).print());
        }
      }
      return joined.toString();
    }

    private Attribute attribute(Value.Thing thing) {
      if (kind == null || !kind.name().equals(thing.kind())) {
        kind = context.vocabulary().kind(thing.kind()).orElseThrow(() -> unknown(thing));
        attribute = kind.attribute(names.get(0)).orElseThrow(() -> unknown(thing));
        for (String name : names.subList(1, names.size())) {
          attribute = attribute.part(name).orElseThrow(() -> unknown(thing));
        }
      }
      return attribute;
    }

    private Stopped unknown(Value.Thing thing) {
      kind = null;
      return new At(source(), syntax.name().span())
          .stop(NameProblem.UNKNOWN_ATTRIBUTE, "a " + thing.kind(), String.join(".", names), "");
    }
  }

  /** {@code app.page[1]}. */
  static final class Indexed extends ExprNode {
    private final ExprNode of;
    private final String name;
    private final ExprNode at;
    private final Context context;

    Indexed(At place, ExprNode of, String name, ExprNode at, Context context) {
      super(place);
      this.of = of;
      this.name = name;
      this.at = at;
      this.context = context;
    }

    @Override
    boolean calls() {
      return of.calls() || at.calls();
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      if (owner instanceof Value.Thing thing) {
        Optional<Attribute> attribute =
            context.vocabulary().kind(thing.kind()).flatMap(k -> k.attribute(name));
        if (attribute.isPresent() && attribute.get().access() instanceof Attribute.Access.Indexed indexed) {
          return indexed.read().apply(thing.subject(), at.whole(frame));
        }
        throw stop(NameProblem.UNKNOWN_ATTRIBUTE, "a " + thing.kind(), name + "[…]", "");
      }
      throw stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
    }
  }

  /** {@code x.name[i]} where only the run tells whether {@code x} has an attribute that is read with brackets. */
  static final class MaybeIndexed extends ExprNode {
    private final ExprNode of;
    private final String name;
    private final Indexed indexed;
    private final Elements.Read element;
    private final Context context;

    MaybeIndexed(At place, ExprNode of, String name, ExprNode member, ExprNode at, Context context) {
      super(place);
      this.of = of;
      this.name = name;
      this.indexed = new Indexed(place, of, name, at, context);
      this.element = new Elements.Read(place, member, at);
      this.context = context;
    }

    @Override
    boolean calls() {
      return element.calls();
    }

    @Override
    Value value(Frame frame) {
      boolean brackets =
          of.value(frame) instanceof Value.Thing thing
              && context
                  .vocabulary()
                  .kind(thing.kind())
                  .flatMap(k -> k.attribute(name))
                  .filter(a -> a.access() instanceof Attribute.Access.Indexed)
                  .isPresent();
      return brackets ? indexed.value(frame) : element.value(frame);
    }
  }
}
