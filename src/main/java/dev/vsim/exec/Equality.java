package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Map;

/**
 * When two values are the same: numbers by amount, words and texts by spelling, objects by what
 * they are, lists and maps by what is in them, each pair of which is counted as work.
 */
final class Equality {
  /** How deep lists inside each other are compared; a list may hold itself. */
  private static final int DEEPEST = 64;

  private final Node at;
  private final Meter meter;

  Equality(Node at, Meter meter) {
    this.at = at;
    this.meter = meter;
  }

  /** The same, for an operator: quantities of different units cannot be compared. */
  boolean equal(Value left, Value right) {
    if (Operations.isNumber(left)
        && Operations.isNumber(right)
        && !Operations.dimension(left).mixesWith(Operations.dimension(right))) {
      throw at.stop(TypeProblem.UNITS_DIFFER, Sorts.prose(left), Sorts.prose(right), "compared");
    }
    return same(left, right);
  }

  boolean same(Value left, Value right) {
    return same(left, right, 0);
  }

  private boolean same(Value left, Value right, int depth) {
    if (left == right) {
      return true;
    } else if (left instanceof Value.Whole a
        && right instanceof Value.Whole b
        && a.dimension() == b.dimension()) {
      return a.amount() == b.amount();
    } else if (left instanceof Value.Thing a) {
      return right instanceof Value.Thing b
          ? a.subject().equals(b.subject())
          : Operations.isNumber(right) && noNumber(left, right);
    } else if (right instanceof Value.Thing) {
      return Operations.isNumber(left) && noNumber(right, left);
    } else if (Operations.isNumber(left) && Operations.isNumber(right)) {
      return Operations.dimension(left).mixesWith(Operations.dimension(right))
          && Operations.order(left, right) == 0;
    } else if (left instanceof Value.Items a && right instanceof Value.Items b) {
      return depth > DEEPEST || sameItems(a.items(), b.items(), depth + 1);
    } else if (left instanceof Value.Entries a && right instanceof Value.Entries b) {
      return depth > DEEPEST || sameEntries(a.entries(), b.entries(), depth + 1);
    } else if (spelled(left) && spelled(right)) {
      return left.print().equals(right.print());
    }
    return left.equals(right);
  }

  /** An object is no number: who compares the two means one of its attributes. */
  private boolean noNumber(Value thing, Value number) {
    throw at.stop(
        TypeProblem.NO_OPERATION,
        Operator.EQUAL.spelling(),
        Sorts.prose(thing),
        Sorts.prose(number),
        "compare what is read of it, such as `.number`");
  }

  private static boolean spelled(Value value) {
    return value instanceof Value.Text || value instanceof Value.Word;
  }

  private boolean sameItems(List<Value> left, List<Value> right, int depth) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      meter.work(at, 1);
      same = same(left.get(i), right.get(i), depth);
    }
    return same;
  }

  private boolean sameEntries(Map<Value, Value> left, Map<Value, Value> right, int depth) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<Value, Value> entry : left.entrySet()) {
      meter.work(at, 1);
      Value other = right.get(entry.getKey());
      if (other == null || !same(entry.getValue(), other, depth)) {
        return false;
      }
    }
    return true;
  }

  /** {@code left in right}. */
  boolean contains(Value left, Value right) {
    if (right instanceof Value.Items items) {
      return indexOf(items.items(), left) >= 0;
    } else if (right instanceof Value.Entries entries) {
      return entries.entries().containsKey(Keys.of(at, left));
    } else if (right instanceof Value.Range range && Operations.isNumber(left)) {
      return within(left, range);
    } else if (right instanceof Value.Text text && left instanceof Value.Text part) {
      TextCalls.searched(at, meter, text.text(), part.text());
      return text.text().contains(part.text());
    } else if (right instanceof Value.Network network && left instanceof Value.Ip ip) {
      int shift = 32 - network.prefix();
      return shift == 32 || ip.bits() >>> shift == network.bits() >>> shift;
    }
    throw at.stop(
        TypeProblem.NO_OPERATION,
        "in",
        Sorts.prose(left),
        Sorts.prose(right),
        "`in` looks into a list, a range, a map or a text");
  }

  private boolean within(Value number, Value.Range range) {
    if (!Operations.dimension(number).mixesWith(range.dimension())) {
      throw at.stop(
          TypeProblem.UNITS_DIFFER, Sorts.prose(number), range.dimension().prose(), "compared");
    }
    return Operations.order(number, range.least()) >= 0
        && Operations.order(number, range.most()) <= 0;
  }

  /** The place of the first element that is the same, or −1. */
  int indexOf(List<Value> list, Value value) {
    int place = 0;
    while (place < list.size() && !same(list.get(place), value)) {
      place++;
    }
    meter.work(at, 1 + place);
    return place < list.size() ? place : -1;
  }

  /** How many elements are the same. */
  long count(List<Value> list, Value value) {
    meter.work(at, 1 + list.size());
    return list.stream().filter(item -> same(item, value)).count();
  }
}
