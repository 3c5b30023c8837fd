package dev.vsim.exec;

import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the variables of one activation held at a moment, with all lists and maps that can be
 * reached from them. These get their elements back rather than being replaced, so that whoever
 * shares one shares it still.
 */
final class KeptVariables {
  private static final long BYTES_AN_ELEMENT = 32;

  private final Frame frame;
  private final long[] wholes;
  private final Value[] values;
  private final IdentityHashMap<List<Value>, List<Value>> lists = new IdentityHashMap<>();
  private final IdentityHashMap<Map<Value, Value>, Map<Value, Value>> maps =
      new IdentityHashMap<>();
  private long elements;

  KeptVariables(Frame frame) {
    this.frame = frame;
    this.wholes = frame.wholes.clone();
    this.values = frame.values.clone();
    for (Value value : values) {
      keep(value);
    }
  }

  /** Keeps what a value holds, if it can change. */
  void keep(Value value) {
    if (value instanceof Value.Items items && !lists.containsKey(items.items())) {
      lists.put(items.items(), new ArrayList<>(items.items()));
      elements += items.items().size();
      items.items().forEach(this::keep);
    } else if (value instanceof Value.Entries map && !maps.containsKey(map.entries())) {
      maps.put(map.entries(), new LinkedHashMap<>(map.entries()));
      elements += map.entries().size();
      map.entries().values().forEach(this::keep);
    }
  }

  long bytes() {
    return (wholes.length + values.length + elements) * BYTES_AN_ELEMENT;
  }

  void restore() {
    System.arraycopy(wholes, 0, frame.wholes, 0, wholes.length);
    System.arraycopy(values, 0, frame.values, 0, values.length);
    lists.forEach(
        (list, kept) -> {
          list.clear();
          list.addAll(kept);
        });
    maps.forEach(
        (map, kept) -> {
          map.clear();
          map.putAll(kept);
        });
  }
}
