package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Printed;
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
      return read(owner, at, at.value(frame), this);
    }
  }

  /**
   * Reads the element at a place.
   *
   * @param at what gave the place
   * @param whole what is blamed where there are no elements at all
   */
  static Value read(Value owner, ExprNode at, Value place, Node whole) {
    if (owner instanceof Value.Items items) {
      return items.items().get(index(at, number(at, place), items.items().size()));
    } else if (owner instanceof Value.Text text) {
      return character(text.text(), at, number(at, place));
    } else if (owner instanceof Value.Entries entries) {
      return Optional.ofNullable(entries.entries().get(Operations.key(place)))
          .orElseThrow(
              () -> whole.stop(TypeProblem.NO_ELEMENT, shown(place), "the map has no such key"));
    }
    throw whole.stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
  }

  private static String shown(Value key) {
    return key instanceof Value.Text text ? Printed.quoted(text.text()) : key.print();
  }

  private static Value character(String text, ExprNode at, long place) {
    int length = text.codePointCount(0, text.length());
    int behind = text.offsetByCodePoints(0, index(at, place, length));
    return new Value.Text(Character.toString(text.codePointAt(behind)));
  }

  /** Writes the element at a place; the parameters are those of {@link #read}. */
  static void write(Value owner, ExprNode at, Value place, Value value, Node whole) {
    if (owner instanceof Value.Items items) {
      items.items().set(index(at, number(at, place), items.items().size()), value);
    } else if (owner instanceof Value.Entries entries) {
      entries.entries().put(Operations.key(place), value);
    } else {
      throw whole.stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
    }
  }

  private static long number(ExprNode at, Value place) {
    if (place instanceof Value.Whole whole) {
      return whole.amount();
    }
    throw at.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(place));
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
