package dev.vsim.check;

import java.util.Arrays;
import java.util.Optional;

/** What can be done with a list: {@code queue.push(1)}. */
@SuppressWarnings("ImmutableEnumChecker") // a form is never changed
public enum ListMethod {
  PUSH(Method.does("push(value)", "Adds a value at the end.")),
  POP(
      Method.takes(
          "pop([place])", StaticType.ANY, "Takes the last value out, or the one at a place.")),
  SHIFT(Method.takes("shift()", StaticType.ANY, "Takes the first value out.")),
  UNSHIFT(Method.does("unshift(value)", "Adds a value before the first.")),
  INSERT(Method.does("insert(place, value)", "Puts a value before the one at a place.")),
  REMOVE(
      Method.takes(
          "remove(value)",
          StaticType.TRUTH,
          "Takes the first such value out; whether there was one.")),
  EXTEND(Method.does("extend(list)", "Adds all values of another list at the end.")),
  CLEAR(Method.does("clear()", "Takes all values out.")),
  INDEX(
      Method.gives(
          "index(value)", StaticType.COUNT, "The place of the first such value, −1 without one.")),
  CONTAINS(Method.gives("contains(value)", StaticType.TRUTH, "Whether there is such a value.")),
  COUNT(Method.gives("count(value)", StaticType.COUNT, "How many such values there are.")),
  LEN(Method.gives("len()", StaticType.COUNT, "How many values it has.")),
  FIRST(Method.gives("first()", StaticType.ANY, "The first value.")),
  LAST(Method.gives("last()", StaticType.ANY, "The last value.")),
  SLICE(
      Method.gives(
          "slice(from, [behind])",
          StaticType.LIST,
          "A new list of the values from one place to before another, or to the end.")),
  COPY(Method.gives("copy()", StaticType.LIST, "A new list of the same values.")),
  SORT(
      Method.gives(
          "sort()", StaticType.LIST, "A new list of the values, numbers or texts, least first.")),
  REVERSE(Method.gives("reverse()", StaticType.LIST, "A new list of the values, last first.")),
  UNIQUE(
      Method.gives(
          "unique()", StaticType.LIST, "A new list of the values, each where it stands first.")),
  MIN(Method.gives("min()", StaticType.ANY, "The least value.")),
  MAX(Method.gives("max()", StaticType.ANY, "The greatest value.")),
  SUM(Method.gives("sum()", StaticType.ANY, "All values added; 0 of none."));

  private final Method form;

  ListMethod(Method form) {
    this.form = form;
  }

  /** How it is called, and what it gives. */
  public Method form() {
    return form;
  }

  /** The method of this name. */
  public static Optional<ListMethod> named(String word) {
    return Arrays.stream(values()).filter(m -> m.form.word().equals(word)).findFirst();
  }
}
