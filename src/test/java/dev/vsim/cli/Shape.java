package dev.vsim.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What a platform expects of a piece of JSON: every field of a schema, of its type, no other. */
final class Shape {
  static final Predicate<JsonElement> TEXT =
      e -> e.isJsonPrimitive() && e.getAsJsonPrimitive().isString();
  static final Predicate<JsonElement> NUMBER =
      e -> e.isJsonPrimitive() && e.getAsJsonPrimitive().isNumber();
  static final Predicate<JsonElement> TRUTH =
      e -> e.isJsonPrimitive() && e.getAsJsonPrimitive().isBoolean();
  static final Predicate<JsonElement> OBJECT = JsonElement::isJsonObject;
  static final Predicate<JsonElement> TEXT_OR_NULL = e -> e.isJsonNull() || TEXT.test(e);
  static final Predicate<JsonElement> TRUTH_OR_NULL = e -> e.isJsonNull() || TRUTH.test(e);

  private final Map<String, Predicate<JsonElement>> fields = new LinkedHashMap<>();

  Shape field(String name, Predicate<JsonElement> type) {
    fields.put(name, type);
    return this;
  }

  static Predicate<JsonElement> word(String... words) {
    return e -> TEXT.test(e) && Set.of(words).contains(e.getAsString());
  }

  static Predicate<JsonElement> list(Predicate<JsonElement> each) {
    return e -> {
      if (!e.isJsonArray()) {
        return false;
      }
      JsonArray array = e.getAsJsonArray();
      array.forEach(one -> require(each.test(one), "an element is wrong: " + one));
      return true;
    };
  }

  /** An object that has exactly these fields. */
  Predicate<JsonElement> object() {
    return e -> {
      require(e.isJsonObject(), "an object is wanted: " + e);
      JsonObject object = e.getAsJsonObject();
      require(object.keySet().equals(fields.keySet()), object.keySet() + " for " + fields.keySet());
      fields.forEach(
          (name, type) ->
              require(type.test(object.get(name)), name + " is wrong: " + object.get(name)));
      return true;
    };
  }

  static void require(boolean condition, String why) {
    if (!condition) {
      throw new AssertionError(why);
    }
  }
}
