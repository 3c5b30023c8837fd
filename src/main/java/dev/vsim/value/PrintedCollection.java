package dev.vsim.value;

import java.util.List;
import java.util.Map;

/**
 * Writes a list or a map, {@code [1, "a", [2]]}. Lists can hold each other so that few of them
 * would print as more than any computer holds; what is too deep or too long is cut.
 */
final class PrintedCollection {
  /** How deep collections inside each other are written out; a list may hold itself. */
  private static final int DEEPEST = 12;

  /** Behind so many characters no further element is begun. */
  private static final int LONGEST = 1 << 20;

  private static final String CUT = "…";

  private final StringBuilder out = new StringBuilder();

  private PrintedCollection() {}

  static String of(Value collection) {
    PrintedCollection printed = new PrintedCollection();
    printed.write(collection, 0);
    return printed.out.toString();
  }

  private void write(Value value, int depth) {
    if (depth > DEEPEST) {
      out.append(CUT);
    } else if (value instanceof Value.Items items) {
      items(items.items(), depth + 1);
    } else if (value instanceof Value.Entries entries) {
      entries(entries.entries(), depth + 1);
    } else {
      out.append(value instanceof Value.Text text ? Printed.quoted(text.text()) : value.print());
    }
  }

  private void items(List<Value> items, int depth) {
    out.append('[');
    for (int i = 0; i < items.size() && begins(i); i++) {
      write(items.get(i), depth);
    }
    out.append(']');
  }

  private void entries(Map<Value, Value> entries, int depth) {
    out.append(entries.isEmpty() ? "[:" : "[");
    int i = 0;
    for (Map.Entry<Value, Value> entry : entries.entrySet()) {
      if (!begins(i)) {
        break;
      }
      write(entry.getKey(), depth);
      out.append(": ");
      write(entry.getValue(), depth);
      i++;
    }
    out.append(']');
  }

  /** Begins an element, if there is room for one. */
  private boolean begins(int element) {
    boolean room = out.length() <= LONGEST;
    out.append(element == 0 ? "" : ", ").append(room ? "" : CUT);
    return room;
  }
}
