package dev.vsim.exec;

import dev.vsim.source.ActionProblem;
import dev.vsim.source.NameProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Attribute;
import dev.vsim.value.Sorts;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

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
        found = context.find(path).orElseThrow(() -> context.notThere(this, path));
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
    boolean calls() {
      return at.calls();
    }

    @Override
    Value value(Frame frame) {
      String path = row + "[" + at.whole(frame) + "]";
      return context.find(path).orElseThrow(() -> context.notThere(this, path));
    }
  }

  /** A row as a list of its objects: {@code for n in node { }}. */
  static final class AllOfRow extends ExprNode {
    private final String row;
    private final Context context;

    AllOfRow(At place, String row, Context context) {
      super(place);
      this.row = row;
      this.context = context;
    }

    @Override
    Value value(Frame frame) {
      List<Value> objects = new ArrayList<>();
      Optional<Value.Thing> next = context.find(row + "[0]");
      while (next.isPresent()) {
        objects.add(next.get());
        next = context.find(row + "[" + objects.size() + "]");
      }
      context.meter().work(this, objects.size());
      if (objects.isEmpty()) {
        throw context.notThere(this, row);
      }
      return new Value.Items(objects);
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

  /**
   * {@code linux.init.faults.first-touch}: names behind a value, one after the other: objects below
   * it, attributes and their parts, fields of an event.
   */
  static final class Member extends ExprNode {
    private final ExprNode of;
    private final List<String> names;
    private final Context context;
    private String kind;
    private Attribute attribute;
    private Function<Subject, Value> reader;

    Member(At at, ExprNode of, List<String> names, Context context) {
      super(at);
      this.of = of;
      this.names = names;
      this.context = context;
    }

    @Override
    boolean calls() {
      return of.calls();
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      boolean known = owner instanceof Value.Thing thing && thing.kind().equals(kind);
      return known ? reader.apply(((Value.Thing) owner).subject()) : walk(owner);
    }

    private Value walk(Value owner) {
      Value value = owner;
      int at = 0;
      while (at < names.size()) {
        if (value instanceof Value.Thing thing) {
          Optional<Value.Thing> below = below(thing, names.get(at));
          int first = at;
          at = below.isPresent() ? at + 1 : behindParts(thing, at);
          value = below.isPresent() ? below.get() : read(thing, first, at);
        } else if (value instanceof Value.Found found) {
          value = field(found, names.get(at++));
        } else if (value instanceof Value.World world) {
          value = OfWorld.read(this, world, names.get(at++));
        } else {
          throw unknown(Sorts.prose(value), at, "");
        }
      }
      return value;
    }

    private Optional<Value.Thing> below(Value.Thing thing, String name) {
      String path = thing.subject().path() + "." + name;
      return thing.universe().isPresent() ? thing.universe().get().find(path) : context.find(path);
    }

    private Value field(Value.Found found, String name) {
      return found
          .event()
          .field(name)
          .orElseThrow(() -> stop(NameProblem.UNKNOWN_ATTRIBUTE, "the event", name, ""));
    }

    /** The place behind the attribute that begins at {@code at}, its parts included. */
    private int behindParts(Value.Thing thing, int at) {
      Attribute found = attribute(thing, at);
      int behind = at + 1;
      while (behind < names.size() && found.part(names.get(behind)).isPresent()) {
        found = found.part(names.get(behind)).get();
        behind++;
      }
      return behind;
    }

    private Attribute attribute(Value.Thing thing, int at) {
      return context
          .vocabulary()
          .kind(thing.kind())
          .flatMap(k -> k.attribute(names.get(at)))
          .orElseThrow(() -> unknown("a " + thing.kind(), at, ""));
    }

    private Value read(Value.Thing thing, int from, int behind) {
      Attribute found = attribute(thing, from);
      for (String part : names.subList(from + 1, behind)) {
        found = found.part(part).orElseThrow();
      }
      if (found.plain().isEmpty()) {
        throw unknown("a " + thing.kind(), behind - 1, hint(found));
      }
      if (from == 0 && behind == names.size()) {
        kind = thing.kind();
        attribute = found;
        reader = found.plain().orElseThrow();
      }
      return read(found, thing);
    }

    private Value read(Attribute plain, Value.Thing thing) {
      return OfWorld.placed(plain.plain().orElseThrow().apply(thing.subject()), thing);
    }

    /** With the parts that it is made of, as far as they are not zero. */
    @Override
    String explain(Value value, Frame frame) {
      boolean known = attribute != null && !of.calls();
      return known && of.value(frame) instanceof Value.Thing thing && thing.kind().equals(kind)
          ? value.print() + parts(attribute, thing)
          : value.print();
    }

    private Stopped unknown(String owner, int at, String hint) {
      return stop(NameProblem.UNKNOWN_ATTRIBUTE, owner, names.get(at), hint);
    }

    private static String hint(Attribute read) {
      return read.parts().isEmpty()
          ? "it is read with brackets or parentheses"
          : "read one of its parts: "
              + dev.vsim.check.Prose.either(
                  read.parts().stream()
                      .map(p -> "`" + read.name() + "." + p.name() + "`")
                      .toList());
    }

    private static String parts(Attribute read, Value.Thing thing) {
      StringJoiner joined = new StringJoiner(", ", " (", ")");
      joined.setEmptyValue("");
      for (Attribute part : read.parts()) {
        if (!part.overlaps() && part.access() instanceof Attribute.Access.Plain plain) {
          Value value = plain.read().apply(thing.subject());
          boolean zero = value instanceof Value.Whole whole && whole.amount() == 0;
          if (!zero) {
            joined.add(part.name() + " " + value.print());
          }
        }
      }
      return joined.toString();
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

    /** A page may be named by its label, a text. */
    private long place(Subject subject, Frame frame) {
      if (at.isWhole()) {
        return at.whole(frame);
      }
      Value value = at.value(frame);
      if (value instanceof Value.Text text) {
        return subject
            .labelled(text.text())
            .orElseThrow(() -> at.stop(ActionProblem.UNKNOWN_PAGE, subject.path(), text.text()));
      } else if (value instanceof Value.Whole whole) {
        return whole.amount();
      }
      throw at.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      if (owner instanceof Value.Thing thing) {
        Optional<Attribute> attribute =
            context.vocabulary().kind(thing.kind()).flatMap(k -> k.attribute(name));
        if (attribute.isPresent()
            && attribute.get().access() instanceof Attribute.Access.Indexed indexed) {
          return OfWorld.placed(
              indexed.read().apply(thing.subject(), place(thing.subject(), frame)), thing);
        }
        throw stop(NameProblem.UNKNOWN_ATTRIBUTE, "a " + thing.kind(), name + "[…]", "");
      }
      throw stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
    }
  }

  /**
   * {@code x.name[i]} where only the run tells whether {@code x} has an attribute that is read with
   * brackets.
   */
  static final class MaybeIndexed extends ExprNode {
    private final ExprNode of;
    private final String name;
    private final Indexed indexed;
    private final Elements.Read element;
    private final Context context;

    MaybeIndexed(
        At place, ExprNode of, String name, ExprNode member, ExprNode at, Context context) {
      super(place);
      this.of = of;
      this.name = name;
      this.indexed = new Indexed(place, of, name, at, context);
      this.element = new Elements.Read(place, member, at, context.meter());
      this.context = context;
    }

    @Override
    boolean calls() {
      return element.calls();
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      if (owner instanceof Value.World world) {
        return OfWorld.row(this, world, name, indexed.at.whole(frame));
      }
      boolean brackets =
          owner instanceof Value.Thing thing
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
