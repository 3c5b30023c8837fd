package dev.vsim.exec;

import dev.vsim.source.TypeProblem;
import dev.vsim.value.Sorts;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Map;

/** What methods take: values of the sort that they want, or the end of the run. */
final class Given {
  private Given() {}

  static long whole(Node at, Value value) {
    if (value instanceof Value.Whole whole) {
      return whole.amount();
    }
    throw at.stop(TypeProblem.NOT_A_NUMBER, Sorts.prose(value));
  }

  static String text(Node at, Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw at.stop(TypeProblem.WRONG_SORT, "a text", Sorts.prose(value));
  }

  static List<Value> items(Node at, Value value) {
    if (value instanceof Value.Items items) {
      return items.items();
    }
    throw at.stop(TypeProblem.WRONG_SORT, "a list", Sorts.prose(value));
  }

  static Map<Value, Value> entries(Node at, Value value) {
    if (value instanceof Value.Entries entries) {
      return entries.entries();
    }
    throw at.stop(TypeProblem.WRONG_SORT, "a map", Sorts.prose(value));
  }
}
