package dev.vsim.exec;

import dev.vsim.check.MapMethod;
import dev.vsim.source.TypeProblem;
import dev.vsim.syntax.Expr.Operator;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the methods of maps do. One that gives nothing back gives null. */
final class MapCalls {
  private final Node at;
  private final Meter meter;

  MapCalls(Node at, Meter meter) {
    this.at = at;
    this.meter = meter;
  }

  Value call(MapMethod method, Map<Value, Value> map, List<Value> given) {
    return switch (method) {
      case GET -> get(map, given);
      case HAS -> Value.Truth.of(map.containsKey(key(given)));
      case KEYS -> list(map.keySet());
      case VALUES -> list(map.values());
      case ITEMS -> items(map);
      case LEN -> new Value.Whole(map.size());
      case FIRST -> first(map);
      case LAST -> last(map);
      case MIN_KEY -> best(map, Operator.LESS);
      case MAX_KEY -> best(map, Operator.GREATER);
      case COPY -> copy(map);
      case REMOVE -> Value.Truth.of(map.remove(key(given)) != null);
      case POP -> pop(map, given);
      case UPDATE -> update(map, Given.entries(at, given.get(0)));
      case CLEAR -> clear(map);
    };
  }

  private Value key(List<Value> given) {
    meter.work(at, 1);
    return Keys.of(at, given.get(0));
  }

  private Value get(Map<Value, Value> map, List<Value> given) {
    Value found = map.get(key(given));
    if (found == null && given.size() == 1) {
      return Value.None.NONE;
    }
    return found == null ? given.get(1) : found;
  }

  private Value pop(Map<Value, Value> map, List<Value> given) {
    Value found = map.remove(key(given));
    if (found == null && given.size() == 1) {
      throw at.stop(TypeProblem.NO_ELEMENT, given.get(0).print(), "the map has no such key");
    }
    return found == null ? given.get(1) : found;
  }

  private Value list(Collection<Value> values) {
    meter.list(at, values.size());
    return new Value.Items(new ArrayList<>(values));
  }

  private Value items(Map<Value, Value> map) {
    meter.list(at, map.size());
    meter.take(at, map.size() * (ValueRoom.LIST + 2 * ValueRoom.ELEMENT));
    List<Value> pairs = new ArrayList<>(map.size());
    map.forEach((key, value) -> pairs.add(Value.Items.of(List.of(key, value))));
    return new Value.Items(pairs);
  }

  private Value first(Map<Value, Value> map) {
    notEmpty(map);
    return map.keySet().iterator().next();
  }

  private Value last(Map<Value, Value> map) {
    notEmpty(map);
    meter.work(at, map.size());
    Value last = Value.None.NONE;
    for (Value key : map.keySet()) {
      last = key;
    }
    return last;
  }

  private void notEmpty(Map<Value, Value> map) {
    if (map.isEmpty()) {
      throw at.stop(TypeProblem.NO_ELEMENT, 0, "the map is empty");
    }
  }

  private Value best(Map<Value, Value> map, Operator better) {
    notEmpty(map);
    meter.work(at, map.size());
    Map.Entry<Value, Value> best = map.entrySet().iterator().next();
    for (Map.Entry<Value, Value> other : map.entrySet()) {
      boolean isBetter =
          Operations.binary(at, better, other.getValue(), best.getValue()) == Value.Truth.TRUE;
      best = isBetter ? other : best;
    }
    return best.getKey();
  }

  private Value copy(Map<Value, Value> map) {
    meter.map(at, map.size());
    return Value.Entries.of(map);
  }

  private Value update(Map<Value, Value> map, Map<Value, Value> more) {
    meter.length(at, map.size() + (long) more.size());
    meter.take(at, ValueRoom.ENTRY * more.size());
    if (map != more) {
      map.putAll(more);
    }
    return null;
  }

  private static Value clear(Map<Value, Value> map) {
    map.clear();
    return null;
  }
}
