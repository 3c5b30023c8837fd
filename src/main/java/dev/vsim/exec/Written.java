package dev.vsim.exec;

import dev.vsim.value.Value;
import java.util.Collection;

/**
 * Values as {@code print} writes them; how much there is to write of lists inside each other is
 * counted before it is written.
 */
final class Written {
  /** As deep as they are written out. */
  private static final int DEEPEST = 12;

  private final Node at;
  private final Meter meter;
  private long elements;

  private Written(Node at, Meter meter) {
    this.at = at;
    this.meter = meter;
  }

  static String of(Node at, Meter meter, Value value) {
    if (value instanceof Value.Items || value instanceof Value.Entries) {
      new Written(at, meter).count(value, 0);
    }
    return value.print();
  }

  private void count(Value value, int depth) {
    if (depth > DEEPEST) {
      return;
    } else if (value instanceof Value.Items items) {
      countAll(items.items(), depth + 1);
    } else if (value instanceof Value.Entries entries) {
      countAll(entries.entries().values(), depth + 1);
    } else if (value instanceof Value.Text text) {
      add(text.text().length());
    }
  }

  private void countAll(Collection<Value> values, int depth) {
    add(values.size());
    for (Value value : values) {
      count(value, depth);
    }
  }

  private void add(long more) {
    elements += more;
    meter.work(at, more);
    meter.room(at, elements);
  }
}
