package dev.vsim.value;

/** What a diagnostic calls a value: {@code a size}, {@code a text}. */
public final class Sorts {
  private Sorts() {}

  public static String prose(Value value) {
    if (value instanceof Value.Whole whole) {
      return whole.dimension().prose();
    } else if (value instanceof Value.Real real) {
      return real.dimension() == Dimension.COUNT
          ? "a number with decimals"
          : real.dimension().prose();
    } else if (value instanceof Value.Truth) {
      return "true or false";
    } else if (value instanceof Value.Text) {
      return "a text";
    } else if (value instanceof Value.Word word) {
      return "the word `" + word.word() + "`";
    } else if (value instanceof Value.Items) {
      return "a list";
    } else if (value instanceof Value.Entries) {
      return "a map";
    } else if (value instanceof Value.Range) {
      return "a range";
    } else if (value instanceof Value.Thing thing) {
      return thing.kind().isEmpty()
          ? "an object"
          : "the " + thing.kind() + " `" + thing.subject().path() + "`";
    } else if (value instanceof Value.None) {
      return "none";
    } else if (value instanceof Value.Strategy strategy) {
      return "the " + strategy.made().sort() + " `" + strategy.made().name() + "`";
    }
    if (value instanceof Value.World) {
      return "a simulated world";
    }
    return value instanceof Value.Found ? "an event" : address(value);
  }

  private static String address(Value value) {
    if (value instanceof Value.Mac) {
      return "a MAC address";
    } else if (value instanceof Value.Ip) {
      return "an IPv4 address";
    }
    return value instanceof Value.Network ? "a network" : "an address with a port";
  }
}
