package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What values are made of: a list's and a range's elements, a map's keys, a text's characters. */
final class ElementsOf {
  private final Node at;
  private final Meter meter;

  ElementsOf(Node at, Meter meter) {
    this.at = at;
    this.meter = meter;
  }

  long count(Value value) {
    if (value instanceof Value.Items items) {
      return items.items().size();
    } else if (value instanceof Value.Entries entries) {
      return entries.entries().size();
    } else if (value instanceof Value.Range range) {
      return length(range);
    } else if (value instanceof Value.Text text) {
      return text.text().codePointCount(0, text.text().length());
    }
    throw misfit(value);
  }

  /** A new list of them. */
  Value.Items list(Value value) {
    if (value instanceof Value.Items items) {
      meter.list(at, items.items().size());
      return Value.Items.of(items.items());
    } else if (value instanceof Value.Entries entries) {
      meter.list(at, entries.entries().size());
      return Value.Items.of(List.copyOf(entries.entries().keySet()));
    } else if (value instanceof Value.Range range) {
      return numbers(range);
    } else if (value instanceof Value.Text text) {
      return new Value.Items(new ArrayList<>(characters(text.text())));
    }
    throw misfit(value);
  }

  private List<Value> characters(String text) {
    meter.list(at, text.length());
    meter.take(at, text.length() * (ValueRoom.TEXT + ValueRoom.CHARACTER));
    return text.codePoints().mapToObj(c -> (Value) new Value.Text(Character.toString(c))).toList();
  }

  private Value.Items numbers(Value.Range range) {
    long length = length(range);
    meter.list(at, length);
    List<Value> numbers = new ArrayList<>((int) length);
    for (long i = 0; i < length; i++) {
      numbers.add(new Value.Whole(range.from() + i, range.dimension()));
    }
    return new Value.Items(numbers);
  }

  /** At most {@link Long#MAX_VALUE}. */
  private static long length(Value.Range range) {
    if (range.to() < range.from()) {
      return 0;
    }
    long length = range.to() - range.from() + 1;
    return length <= 0 ? Long.MAX_VALUE : length;
  }

  private Stopped misfit(Value value) {
    return at.stop(TypeProblem.WRONG_SORT, "a list, a map, a range or a text", Sorts.prose(value));
  }
}
