package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Printed;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * {@code list[i]}, {@code list[1..3]}, {@code map[k]}, {@code text[i]}: reading and writing
 * elements.
 */
final class Elements {
  private Elements() {}

  /** Reads one, or those of a range. */
  static final class Read extends ExprNode {
    private final ExprNode of;
    private final ExprNode at;
    private final Meter meter;

    Read(At place, ExprNode of, ExprNode at, Meter meter) {
      super(place);
      this.of = of;
      this.at = at;
      this.meter = meter;
    }

    @Override
    boolean calls() {
      return of.calls() || at.calls();
    }

    @Override
    Value value(Frame frame) {
      Value owner = of.value(frame);
      if (owner instanceof Value.Items items && at.isWhole()) {
        return items.items().get(index(at, at.whole(frame), items.items().size()));
      }
      return read(owner, at, at.value(frame), this, meter);
    }
  }

  /**
   * Reads the element at a place, or those at the places of a range.
   *
   * @param at what gave the place
   * @param whole what is blamed where there are no elements at all
   */
  static Value read(Value owner, ExprNode at, Value place, Node whole, Meter meter) {
    if (owner instanceof Value.Entries entries) {
      return Optional.ofNullable(entries.entries().get(Keys.of(at, place)))
          .orElseThrow(
              () -> whole.stop(TypeProblem.NO_ELEMENT, shown(place), "the map has no such key"));
    } else if (owner instanceof Value.Items items) {
      return ofList(items.items(), at, place, meter);
    } else if (owner instanceof Value.Text text) {
      return ofText(text.text(), at, place, meter);
    }
    throw whole.stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
  }

  private static String shown(Value key) {
    return key instanceof Value.Text text ? Printed.quoted(text.text()) : key.print();
  }

  private static Value ofList(List<Value> items, ExprNode at, Value place, Meter meter) {
    if (place instanceof Value.Range range) {
      int from = from(at, range, items.size());
      List<Value> slice = items.subList(from, behind(at, range, items.size(), from));
      meter.list(at, slice.size());
      return Value.Items.of(slice);
    }
    return items.get(index(at, Given.whole(at, place), items.size()));
  }

  private static Value ofText(String text, ExprNode at, Value place, Meter meter) {
    int length = text.codePointCount(0, text.length());
    meter.work(at, text.length());
    if (place instanceof Value.Range range) {
      int from = from(at, range, length);
      int behind = behind(at, range, length, from);
      meter.text(at, behind - from);
      return TextCalls.between(text, from, behind);
    }
    int one = index(at, Given.whole(at, place), length);
    meter.text(at, 1);
    return TextCalls.between(text, one, one + 1);
  }

  /** Writes the element at a place; the parameters are those of {@link #read}. */
  static void write(Value owner, ExprNode at, Value place, Value value, Node whole, Meter meter) {
    if (owner instanceof Value.Entries entries) {
      meter.room(at, entries.entries().size());
      meter.take(at, ValueRoom.ENTRY);
      entries.entries().put(Keys.of(at, place), value);
    } else if (owner instanceof Value.Items items) {
      items.items().set(index(at, Given.whole(at, place), items.items().size()), value);
    } else {
      throw whole.stop(TypeProblem.NOT_INDEXABLE, Sorts.prose(owner));
    }
  }

  /** A place in a list; a negative one counts from the end, −1 being the last. */
  static int index(Node node, long given, int size) {
    long place = given < 0 ? given + size : given;
    if (place < 0 || place >= size) {
      throw outside(node, given, size);
    }
    return (int) place;
  }

  private static Stopped outside(Node node, long given, int size) {
    return node.stop(
        TypeProblem.NO_ELEMENT,
        given,
        size == 0 ? "it is empty" : "it has the elements 0 to " + (size - 1));
  }

  /** A place between two elements, from 0 to the size; a negative one counts from the end. */
  static int cut(Node node, long given, int size) {
    long place = given < 0 ? given + size : given;
    if (place < 0 || place > size) {
      throw outside(node, given, size);
    }
    return (int) place;
  }

  /** Where a slice begins; one that begins behind the last element is empty. */
  private static int from(Node node, Value.Range range, int size) {
    return cut(node, range.from(), size);
  }

  /** The place behind a slice's last element; a range that ends before it begins has none. */
  private static int behind(Node node, Value.Range range, int size, int from) {
    long last = range.to() < 0 ? range.to() + size : range.to();
    return last < from ? from : index(node, last, size) + 1;
  }
}
