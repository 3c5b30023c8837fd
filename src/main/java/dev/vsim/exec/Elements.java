package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/** {@code list[i]}, {@code map[k]}, {@code text[i]}: reading and writing elements. */
final class Elements {
  private Elements() {}

  /** Reads one. */
  static final class Read extends ExprNode {
    private final ExprNode of;
    private final ExprNode at;

    Read(At place, ExprNode of, ExprNode at) {
      super(place);
      this.of = of;
      this.at = at;
    }

    @Override
    boolean calls() {
      return of.calls() || at.calls();
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      if (owner instanceof Value.Items items) {
        return items.items().get(index(at, at.whole(frame), items.items().size()));
      } else if (owner instanceof Value.Text text) {
        int length = text.text().codePointCount(0, text.text().length());
        int place = text.text().offsetByCodePoints(0, index(at, at.whole(frame), length));
        return new Value.Text(Character.toString(text.text().codePointAt(place)));
      } else if (owner instanceof Value.Entries entries) {
        return entry(entries, at.value(frame));
      }
      throw stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
    }

    private Value entry(Value.Entries entries, Value key) {
      return Optional.ofNullable(entries.entries().get(Operations.key(key)))
          .orElseThrow(() -> stop(TypeProblem.NO_ELEMENT, key.print(), "the map has no such key"));
    }
  }

  /** Writes one. */
  static void write(Node node, Value owner, ExprNode at, Frame frame, Value value) {
    if (owner instanceof Value.Items items) {
      items.items().set(index(at, at.whole(frame), items.items().size()), value);
    } else if (owner instanceof Value.Entries entries) {
      entries.entries().put(Operations.key(at.value(frame)), value);
    } else {
      throw node.stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
    }
  }

  /** A place in a list; a negative one counts from the end, −1 being the last. */
  static int index(Node node, long given, int size) {
    long place = given < 0 ? given + size : given;
    if (place < 0 || place >= size) {
      throw node.stop(
          TypeProblem.NO_ELEMENT,
          given,
          size == 0 ? "it is empty" : "it has the elements 0 to " + (size - 1));
    }
    return (int) place;
  }

  /** A list's first element, or the reason why there is none. */
  static Value only(Node node, List<Value> items, int place) {
    return items.get(index(node, place, items.size()));
  }
}
