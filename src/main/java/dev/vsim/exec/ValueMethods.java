package dev.vsim.exec;

import dev.vsim.source.NameProblem;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the methods of lists, maps and texts do. A method that gives nothing back gives null. */
final class ValueMethods {
  /** One method. */
  private interface Method<T> {
    Value call(Node at, T owner, List<Value> given);
  }

  private static final Map<String, Method<List<Value>>> OF_LISTS = lists();
  private static final Map<String, Method<Map<Value, Value>>> OF_MAPS = maps();
  private static final Map<String, Method<String>> OF_TEXTS = texts();

  private ValueMethods() {}

  static Value call(Node at, Value owner, String name, List<Value> given) {
    if (owner instanceof Value.Items items) {
      return find(OF_LISTS, at, owner, name).call(at, items.items(), given);
    } else if (owner instanceof Value.Entries entries) {
      return find(OF_MAPS, at, owner, name).call(at, entries.entries(), given);
    } else if (owner instanceof Value.Text text) {
      return find(OF_TEXTS, at, owner, name).call(at, text.text(), given);
    }
    throw at.stop(NameProblem.UNKNOWN_METHOD, Sorts.prose(owner), name, "");
  }

  private static <T> Method<T> find(
      Map<String, Method<T>> methods, Node at, Value owner, String name) {
    return Optional.ofNullable(methods.get(name))
        .orElseThrow(() -> at.stop(NameProblem.UNKNOWN_METHOD, Sorts.prose(owner), name, ""));
  }

  private static Map<String, Method<List<Value>>> lists() {
    Map<String, Method<List<Value>>> m = new LinkedHashMap<>();
    m.put("push", (at, list, given) -> nothing(list.add(given.get(0))));
    m.put("pop", (at, list, given) -> list.remove(Elements.index(at, -1, list.size())));
    m.put("shift", (at, list, given) -> list.remove(Elements.index(at, 0, list.size())));
    m.put("unshift", (at, list, given) -> insert(list, 0, given.get(0)));
    m.put(
        "insert",
        (at, list, given) ->
            insert(
                list, Elements.index(at, whole(at, given.get(0)), list.size() + 1), given.get(1)));
    m.put("remove", (at, list, given) -> Value.Truth.of(remove(list, given.get(0))));
    m.put("index", (at, list, given) -> count(indexOf(list, given.get(0))));
    m.put("contains", (at, list, given) -> Value.Truth.of(indexOf(list, given.get(0)) >= 0));
    m.put("len", (at, list, given) -> count(list.size()));
    m.put("first", (at, list, given) -> Elements.only(at, list, 0));
    m.put("last", (at, list, given) -> Elements.only(at, list, -1));
    m.put("slice", ValueMethods::slice);
    m.put("sort", (at, list, given) -> sorted(at, list));
    m.put("reverse", (at, list, given) -> reversed(list));
    m.put("min", (at, list, given) -> Elements.only(at, sorted(at, list).items(), 0));
    m.put("max", (at, list, given) -> Elements.only(at, sorted(at, list).items(), -1));
    m.put("sum", (at, list, given) -> sum(at, list));
    return m;
  }

  private static Map<String, Method<Map<Value, Value>>> maps() {
    Map<String, Method<Map<Value, Value>>> m = new LinkedHashMap<>();
    m.put("get", ValueMethods::get);
    m.put("has", (at, map, given) -> Value.Truth.of(map.containsKey(Operations.key(given.get(0)))));
    m.put("keys", (at, map, given) -> Value.Items.of(List.copyOf(map.keySet())));
    m.put("values", (at, map, given) -> Value.Items.of(List.copyOf(map.values())));
    m.put(
        "remove",
        (at, map, given) -> Value.Truth.of(map.remove(Operations.key(given.get(0))) != null));
    m.put("len", (at, map, given) -> count(map.size()));
    return m;
  }

  private static Map<String, Method<String>> texts() {
    Map<String, Method<String>> m = new LinkedHashMap<>();
    m.put("len", (at, text, given) -> count(text.codePointCount(0, text.length())));
    m.put("upper", (at, text, given) -> new Value.Text(text.toUpperCase(Locale.ROOT)));
    m.put("lower", (at, text, given) -> new Value.Text(text.toLowerCase(Locale.ROOT)));
    m.put("contains", (at, text, given) -> Value.Truth.of(text.contains(text(at, given.get(0)))));
    m.put(
        "replace",
        (at, text, given) ->
            new Value.Text(text.replace(text(at, given.get(0)), text(at, given.get(1)))));
    m.put("split", ValueMethods::split);
    m.put("join", (at, text, given) -> new Value.Text(join(at, text, given.get(0))));
    return m;
  }

  private static Value nothing(boolean ignored) {
    return null;
  }

  private static Value count(long number) {
    return new Value.Whole(number);
  }

  private static Value insert(List<Value> list, int place, Value value) {
    list.add(place, value);
    return null;
  }

  private static boolean remove(List<Value> list, Value value) {
    int place = indexOf(list, value);
    if (place >= 0) {
      list.remove(place);
    }
    return place >= 0;
  }

  private static int indexOf(List<Value> list, Value value) {
    for (int i = 0; i < list.size(); i++) {
      if (Operations.same(list.get(i), value)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code slice(from)}, {@code slice(from, behind)}: negative places count from the end. */
  private static Value slice(Node at, List<Value> list, List<Value> given) {
    int size = list.size();
    int from = cut(at, given.get(0), size);
    int to = given.size() == 1 ? size : cut(at, given.get(1), size);
    return Value.Items.of(list.subList(from, Math.max(from, to)));
  }

  /** A place between two elements, from 0 to the size; a negative one counts from the end. */
  private static int cut(Node at, Value given, int size) {
    long place = whole(at, given);
    return Elements.index(at, place < 0 ? place + size : place, size + 1);
  }

  private static Value.Items sorted(Node at, List<Value> list) {
    for (int i = 1; i < list.size(); i++) {
      Operations.binary(at, dev.vsim.syntax.Expr.Operator.LESS, list.get(0), list.get(i));
    }
    List<Value> sorted = new ArrayList<>(list);
    sorted.sort(ValueMethods::compare);
    return new Value.Items(sorted);
  }

  private static int compare(Value left, Value right) {
    return Operations.isNumber(left)
        ? Operations.order(left, right)
        : left.print().compareTo(right.print());
  }

  private static Value reversed(List<Value> list) {
    List<Value> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return new Value.Items(reversed);
  }

  private static Value sum(Node at, List<Value> list) {
    Value sum = list.isEmpty() ? new Value.Whole(0, Dimension.COUNT) : list.get(0);
    for (int i = 1; i < list.size(); i++) {
      sum = Operations.binary(at, dev.vsim.syntax.Expr.Operator.PLUS, sum, list.get(i));
    }
    return sum;
  }

  private static Value get(Node at, Map<Value, Value> map, List<Value> given) {
    Value found = map.get(Operations.key(given.get(0)));
    if (found == null && given.size() == 1) {
      return Value.None.NONE;
    }
    return found == null ? given.get(1) : found;
  }

  private static Value split(Node at, String text, List<Value> given) {
    String separator = given.isEmpty() ? " " : text(at, given.get(0));
    String quoted = java.util.regex.Pattern.quote(separator);
    String[] parts = given.isEmpty() ? text.strip().split("\\s+") : text.split(quoted, -1);
    List<Value> items = new ArrayList<>();
    for (String part : parts) {
      items.add(new Value.Text(part));
    }
    return new Value.Items(items);
  }

  private static String join(Node at, String separator, Value list) {
    if (list instanceof Value.Items items) {
      return items.items().stream().map(Value::print).collect(Collectors.joining(separator));
    }
    throw at.stop(TypeProblem.WRONG_SORT, "a list", Sorts.prose(list));
  }

  private static long whole(Node at, Value value) {
    if (value instanceof Value.Whole whole) {
      return whole.amount();
    }
    throw at.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
  }

  private static String text(Node at, Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw at.stop(TypeProblem.WRONG_SORT, "a text", Sorts.prose(value));
  }
}
