package dev.vsim.check;

import java.util.Arrays;
import java.util.Optional;

/** What can be done with a map: {@code counts.get(word, 0)}. */
@SuppressWarnings("ImmutableEnumChecker") // a form is never changed
public enum MapMethod {
  GET(
      Method.gives(
          "get(key, [otherwise])",
          StaticType.ANY,
          "The key's value; without one `otherwise`, or none.")),
  HAS(Method.gives("has(key)", StaticType.TRUTH, "Whether it has the key.")),
  KEYS(Method.gives("keys()", StaticType.LIST, "A new list of its keys.")),
  VALUES(Method.gives("values()", StaticType.LIST, "A new list of its values.")),
  ITEMS(Method.gives("items()", StaticType.LIST, "A new list of its pairs, each [key, value].")),
  LEN(Method.gives("len()", StaticType.COUNT, "How many keys it has.")),
  FIRST(Method.gives("first()", StaticType.ANY, "The key that was put in first.")),
  LAST(Method.gives("last()", StaticType.ANY, "The key that was put in last.")),
  MIN_KEY(
      Method.gives(
          "min-key()",
          StaticType.ANY,
          "The key with the least value, of several the one that was put in first.")),
  MAX_KEY(
      Method.gives(
          "max-key()",
          StaticType.ANY,
          "The key with the greatest value, of several the one that was put in first.")),
  COPY(Method.gives("copy()", StaticType.MAP, "A new map of the same keys and values.")),
  REMOVE(
      Method.takes(
          "remove(key)", StaticType.TRUTH, "Takes a key out, with its value; whether it was in.")),
  POP(
      Method.takes(
          "pop(key, [otherwise])",
          StaticType.ANY,
          "Takes a key out and gives its value; without the key `otherwise`.")),
  UPDATE(Method.does("update(map)", "Puts all keys and values of another map in.")),
  CLEAR(Method.does("clear()", "Takes all keys out."));

  private final Method form;

  MapMethod(Method form) {
    this.form = form;
  }

  /** How it is called, and what it gives. */
  public Method form() {
    return form;
  }

  /** The method of this name. */
  public static Optional<MapMethod> named(String word) {
    return Arrays.stream(values()).filter(m -> m.form.word().equals(word)).findFirst();
  }
}
