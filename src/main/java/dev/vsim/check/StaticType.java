package dev.vsim.check;

import dev.vsim.value.Dimension;
import dev.vsim.value.Type;

/**
 * What is known of an expression's value before anything runs.
 *
 * @param sort which sort of value
 * @param dimension of a number, else {@link Dimension#COUNT}
 * @param kind of an object, the sort of a strategy, the scenario of a world where it is known, else
 *     empty
 */
public record StaticType(Sort sort, Dimension dimension, String kind) {
  /** Sorts of value. */
  public enum Sort {
    /** Nothing is known yet: the start of inference. */
    NEVER("nothing"),
    WHOLE("a number"),
    REAL("a number"),
    TRUTH("true or false"),
    TEXT("a text"),
    LIST("a list"),
    MAP("a map"),
    RANGE("a range"),
    THING("an object"),
    NET("a network address"),
    NONE("none"),
    EVENT("an event"),
    /** A policy or scheduler; its sort is the type's kind. */
    STRATEGY("a strategy"),
    WORLD("a simulated world"),
    /** Only the run will tell. */
    ANY("a value");

    private final String prose;

    Sort(String prose) {
      this.prose = prose;
    }
  }

  public static final StaticType NEVER = of(Sort.NEVER);
  public static final StaticType ANY = of(Sort.ANY);
  public static final StaticType COUNT = whole(Dimension.COUNT);
  public static final StaticType TRUTH = of(Sort.TRUTH);
  public static final StaticType TEXT = of(Sort.TEXT);
  public static final StaticType LIST = of(Sort.LIST);
  public static final StaticType MAP = of(Sort.MAP);

  public static StaticType of(Sort sort) {
    return new StaticType(sort, Dimension.COUNT, "");
  }

  public static StaticType whole(Dimension dimension) {
    return new StaticType(Sort.WHOLE, dimension, "");
  }

  public static StaticType real(Dimension dimension) {
    return new StaticType(Sort.REAL, dimension, "");
  }

  public static StaticType thing(String kind) {
    return new StaticType(Sort.THING, Dimension.COUNT, kind);
  }

  public static StaticType strategy(String sort) {
    return new StaticType(Sort.STRATEGY, Dimension.COUNT, sort);
  }

  /** What is known of a value of such a type; of one that may be of several, nothing. */
  static StaticType of(Type type) {
    return type.accept(new OfType());
  }

  /** What a simulation gives; {@code scenario} is empty where only the run will tell which. */
  static StaticType world(String scenario) {
    return new StaticType(Sort.WORLD, Dimension.COUNT, scenario);
  }

  public boolean isWhole() {
    return sort == Sort.WHOLE;
  }

  public boolean isNumber() {
    return sort == Sort.WHOLE || sort == Sort.REAL;
  }

  /** Whether it is made of elements that a loop goes over. */
  boolean hasElements() {
    return switch (sort) {
      case LIST, MAP, RANGE, TEXT -> true;
      case NEVER, WHOLE, REAL, TRUTH, THING, NET, NONE, EVENT, STRATEGY, WORLD, ANY -> false;
    };
  }

  /** Whether nothing can be said against any use of it. */
  public boolean isOpen() {
    return sort == Sort.ANY || sort == Sort.NEVER;
  }

  /** What a variable is that holds now this, now the other. */
  public StaticType join(StaticType other) {
    if (same(other) || other.sort == Sort.NEVER) {
      return this;
    }
    return sort == Sort.NEVER ? other : ANY;
  }

  /** What equals says, without what a record's own equals costs at its first call. */
  boolean same(StaticType other) {
    return sort == other.sort && dimension == other.dimension && kind.equals(other.kind);
  }

  /** How a diagnostic names it, with its article. */
  public String prose() {
    if (isNumber()) {
      return sort == Sort.REAL && dimension == Dimension.COUNT
          ? "a number with decimals"
          : dimension.prose();
    }
    return kind.isEmpty() ? sort.prose : "a " + kind;
  }
}
