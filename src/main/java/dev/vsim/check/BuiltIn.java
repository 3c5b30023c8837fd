package dev.vsim.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions that are there without being defined; a {@code def} of the same name hides one. */
public enum BuiltIn {
  RANDOM(
      "random([n])",
      Takes.NUMBERS,
      "A random number from 0 to n − 1, of n's unit; without n one with decimals, from 0 to below 1."
          + " The numbers are SplitMix64's, from the scenario's `seed`."),
  MIN(
      "min(a, b, …)",
      Takes.NUMBERS_OR_LIST,
      "The least of its values, which have one unit, or of a list's."),
  MAX(
      "max(a, b, …)",
      Takes.NUMBERS_OR_LIST,
      "The greatest of its values, which have one unit, or of a list's."),
  SUM("sum(list)", Takes.LIST, "A list's numbers added; 0 of none."),
  ABS("abs(n)", Takes.NUMBERS, "A number without its sign."),
  ROUND(
      "round(n, [digits])",
      Takes.NUMBERS,
      "The nearest whole number, of two the even one; with so many digits behind the point."),
  LEN(
      "len(value)",
      Takes.ELEMENTS,
      "How many elements a list, map or range has, or characters a text."),
  LIST(
      "list(value)",
      Takes.ELEMENTS,
      "A new list of a list's or range's elements, a map's keys or a text's characters."),
  STR("str(value)", Takes.ANYTHING, "A value as `print` writes it."),
  INT(
      "int(value)",
      Takes.NUMBER_OR_TEXT,
      "A plain whole number: of a number its whole part, in its smallest unit, of a text what it spells."),
  HEX("hex(n)", Takes.WHOLE, "A whole number in hexadecimal digits, as a text: 0x1f."),
  BIN("bin(n)", Takes.WHOLE, "A whole number in binary digits, as a text: 0b101.");

  /** What a function takes. */
  enum Takes {
    NUMBERS("a number"),
    NUMBERS_OR_LIST("a number"),
    WHOLE("a whole number"),
    NUMBER_OR_TEXT("a number or a text"),
    LIST("a list"),
    ELEMENTS("a list, a map, a range or a text"),
    ANYTHING("a value");

    private final String prose;

    Takes(String prose) {
      this.prose = prose;
    }

    String prose() {
      return prose;
    }

    /** Whether a value of this type may be one of so many. */
    boolean takes(StaticType type, int among) {
      return type.isOpen()
          || switch (this) {
            case NUMBERS -> type.isNumber();
            case NUMBERS_OR_LIST ->
                type.isNumber() || among == 1 && type.sort() == StaticType.Sort.LIST;
            case WHOLE -> type.isWhole();
            case NUMBER_OR_TEXT -> type.isNumber() || type.sort() == StaticType.Sort.TEXT;
            case LIST -> type.sort() == StaticType.Sort.LIST;
            case ELEMENTS -> type.hasElements();
            case ANYTHING -> true;
          };
    }
  }

  private static final int MANY = 16;

  private final String usage;
  private final Takes takes;
  private final String doc;

  BuiltIn(String usage, Takes takes, String doc) {
    this.usage = usage;
    this.takes = takes;
    this.doc = doc;
  }

  /** How it is called: what may be left out in brackets. */
  public String usage() {
    return usage;
  }

  /** Its name in the language. */
  public String word() {
    return usage.substring(0, usage.indexOf('('));
  }

  /** One sentence or two: what it gives. */
  public String doc() {
    return doc;
  }

  /** How many values it takes at least. */
  int least() {
    return usage.contains("([") ? 0 : 1;
  }

  /** How many values it takes at most. */
  int most() {
    return usage.contains("…") ? MANY : 1 + (int) usage.chars().filter(c -> c == ',').count();
  }

  Takes takes() {
    return takes;
  }

  static Optional<BuiltIn> named(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(BuiltIn::word).toList();
  }
}
