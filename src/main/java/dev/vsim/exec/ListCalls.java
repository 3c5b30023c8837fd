package dev.vsim.exec;

import dev.vsim.check.ListMethod;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the methods of lists do. One that gives nothing back gives null. */
final class ListCalls {
  /** So many elements are moved in the time of one piece of work. */
  private static final int AT_A_MOVE = 64;

  /** What comparing two elements is worth, in work. */
  private static final int COMPARISON = 4;

  private final Node at;
  private final Meter meter;
  private final Equality equality;

  ListCalls(Node at, Meter meter) {
    this.at = at;
    this.meter = meter;
    this.equality = new Equality(at, meter);
  }

  Value call(ListMethod method, List<Value> list, List<Value> given) {
    return switch (method) {
      case PUSH -> add(list, list.size(), given.get(0));
      case POP -> removeAt(list, place(given.isEmpty() ? -1 : Given.whole(at, given.get(0)), list));
      case SHIFT -> removeAt(list, place(0, list));
      case UNSHIFT -> add(list, 0, given.get(0));
      case INSERT -> add(list, cut(Given.whole(at, given.get(0)), list), given.get(1));
      case REMOVE -> Value.Truth.of(remove(list, given.get(0)));
      case EXTEND -> extend(list, Given.items(at, given.get(0)));
      case CLEAR -> clear(list);
      case INDEX -> new Value.Whole(equality.indexOf(list, given.get(0)));
      case CONTAINS -> Value.Truth.of(equality.indexOf(list, given.get(0)) >= 0);
      case COUNT -> new Value.Whole(equality.count(list, given.get(0)));
      case LEN -> new Value.Whole(list.size());
      case FIRST -> list.get(place(0, list));
      case LAST -> list.get(place(-1, list));
      case SLICE -> slice(list, given);
      case COPY -> copy(list);
      case SORT -> sorted(list);
      case REVERSE -> reversed(list);
      case UNIQUE -> unique(list);
      case MIN -> best(list, Operator.LESS);
      case MAX -> best(list, Operator.GREATER);
      case SUM -> sum(list);
    };
  }

  private int place(long given, List<Value> list) {
    return Elements.index(at, given, list.size());
  }

  /** A place between two elements, from 0 to the size; a negative one counts from the end. */
  private int cut(long given, List<Value> list) {
    return Elements.cut(at, given, list.size());
  }

  private Value add(List<Value> list, int place, Value value) {
    meter.room(at, list.size());
    meter.work(at, 1 + (list.size() - place) / AT_A_MOVE);
    meter.take(at, ValueRoom.ELEMENT);
    list.add(place, value);
    return null;
  }

  private Value removeAt(List<Value> list, int place) {
    meter.work(at, 1 + (list.size() - place) / AT_A_MOVE);
    return list.remove(place);
  }

  private boolean remove(List<Value> list, Value value) {
    int place = equality.indexOf(list, value);
    if (place >= 0) {
      removeAt(list, place);
    }
    return place >= 0;
  }

  private Value extend(List<Value> list, List<Value> more) {
    meter.length(at, list.size() + (long) more.size());
    meter.take(at, ValueRoom.ELEMENT * more.size());
    list.addAll(more == list ? new ArrayList<>(more) : more);
    return null;
  }

  private static Value clear(List<Value> list) {
    list.clear();
    return null;
  }

  private Value slice(List<Value> list, List<Value> given) {
    int from = cut(Given.whole(at, given.get(0)), list);
    int behind = given.size() == 1 ? list.size() : cut(Given.whole(at, given.get(1)), list);
    return copy(list.subList(from, Math.max(from, behind)));
  }

  private Value.Items copy(List<Value> list) {
    meter.list(at, list.size());
    return Value.Items.of(list);
  }

  private Value.Items sorted(List<Value> list) {
    int depth = Integer.SIZE - Integer.numberOfLeadingZeros(list.size());
    meter.work(at, (long) COMPARISON * list.size() * depth);
    for (int i = 1; i < list.size(); i++) {
      Operations.binary(at, Operator.LESS, list.get(0), list.get(i));
    }
    Value.Items sorted = copy(list);
    sorted.items().sort(ListCalls::compare);
    return sorted;
  }

  private static int compare(Value left, Value right) {
    return Operations.isNumber(left)
        ? Operations.order(left, right)
        : left.print().compareTo(right.print());
  }

  private Value reversed(List<Value> list) {
    Value.Items reversed = copy(list);
    Collections.reverse(reversed.items());
    return reversed;
  }

  private Value unique(List<Value> list) {
    Set<Value> seen = new HashSet<>();
    List<Value> unique = new ArrayList<>();
    meter.list(at, list.size());
    for (Value value : list) {
      boolean isNew =
          Keys.isKey(value) ? seen.add(Keys.of(at, value)) : equality.indexOf(unique, value) < 0;
      if (isNew) {
        unique.add(value);
      }
    }
    return new Value.Items(unique);
  }

  /** The first of those that are better than all others. */
  Value best(List<Value> list, Operator better) {
    meter.work(at, list.size());
    Value best = number(list.get(place(0, list)));
    for (Value other : list) {
      if (Operations.binary(at, better, number(other), best) == Value.Truth.TRUE) {
        best = other;
      }
    }
    return best;
  }

  private Value number(Value value) {
    if (Operations.isNumber(value) || value instanceof Value.Text) {
      return value;
    }
    throw at.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
  }

  Value sum(List<Value> list) {
    meter.work(at, list.size());
    Value sum = list.isEmpty() ? new Value.Whole(0) : list.get(0);
    for (int i = 1; i < list.size(); i++) {
      sum = Operations.made(at, meter, Operator.PLUS, sum, list.get(i));
    }
    return sum;
  }
}
