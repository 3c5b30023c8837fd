package dev.vsim.source;

/** Values that do not fit: types, units, ranges (V03). */
public enum TypeProblem implements Problem {
  /** A value of another sort than its place takes. */
  WRONG_SORT(
      "V0301",
      "{0} is wanted here, not {1}",
      "",
      """
      Each place says what it takes: a size (4K), a duration (10ms), a plain number, a text in quotes, an
      object.

      Wrong:  vm linux < mem 10ms >
      Right:  vm linux < mem 10M >
      """),
  /** A value outside its range. */
  OUT_OF_RANGE(
      "V0302",
      "{0} is outside {1} to {2}",
      "",
      """
      The value is of the right sort, but smaller or larger than its place allows.
      """),
  /** A number glued to what is no unit. */
  UNKNOWN_UNIT(
      "V0303",
      "`{0}` is not a unit",
      "{1}",
      """
      Units are glued to their number: sizes 4K 512M 2G 1T (1024 each), durations 250ns 10us 5ms 2s,
      rates 100Mbps 1Gbps (1000 each), power 200W, shares 80%. Upper and lower case matter.

      Wrong:  4k   10minutes   1e9
      Right:  4K   600s        1_000_000_000
      """),
  /** A number that does not fit into 64 bits. */
  TOO_LARGE(
      "V0304",
      "`{0}` does not fit into 64 bits",
      "",
      """
      Whole numbers reach from -9223372036854775808 to 9223372036854775807; hex ones to 0xffffffffffffffff.
      """),
  /** Digits that make no number. */
  MALFORMED_NUMBER(
      "V0305",
      "`{0}` is not a number",
      "{1}",
      """
      Numbers are written 42, 0x1F, 0b101, 1_000, 2.5, with a unit glued to them where they have one.
      """),
  /** A result that does not fit into 64 bits. */
  OVERFLOW(
      "V0306",
      "the result of `{0}` does not fit into 64 bits",
      "",
      """
      Whole numbers never wrap around: a result beyond 64 bits is an error.
      """),
  /** A division by zero. */
  DIVISION_BY_ZERO(
      "V0307",
      "this divides by zero",
      "",
      """
      Division, floor division and remainder by zero have no result.
      """),
  /** Two quantities of different units are joined. */
  UNITS_DIFFER(
      "V0310",
      "{0} and {1} cannot be {2}",
      "",
      """
      Only quantities of the same unit can be added, subtracted and compared. A quantity times or divided
      by a plain number keeps its unit; a quantity divided by one of the same unit is a plain number.

      Wrong:  4K + 10ms
      Right:  4K + 512
      """),
  /** A condition that is neither true nor false. */
  NOT_A_CONDITION(
      "V0311",
      "a condition is true or false, not {0}",
      "compare it with something, such as `!= 0`",
      """
      if, while, and, or, not and assert take something that is true or false; numbers, texts and lists
      are neither.

      Wrong:  if app.faults { }
      Right:  if app.faults > 0 { }
      """),
  /** An operator that does not take such values. */
  NO_OPERATION(
      "V0312",
      "`{0}` does not work on {1} and {2}",
      "{3}",
      """
      + adds numbers of one unit, and joins two texts or two lists; the other operators take numbers.

      Wrong:  "faults: " + 3
      Right:  "faults: ${3}"
      """),
  /** A call with too few or too many arguments. */
  WRONG_COUNT(
      "V0313",
      "`{0}` takes {1}, not {2}",
      "",
      """
      A function is called with a value for each parameter; those with a default may be left out.
      """),
  /** Brackets behind what has no elements. */
  NOT_INDEXABLE(
      "V0314",
      "{0} has no elements",
      "",
      """
      Brackets take an element of a list, a map or a text, an indexed attribute such as page[1], or one of
      a row of objects such as node[3].
      """),
  /** An element that is not there. */
  NO_ELEMENT(
      "V0315",
      "there is no element {0}: {1}",
      "",
      """
      Lists count from 0. A map has the keys that were put into it; `get(key, default)` reads without
      failing, `has(key)` asks first.
      """),
  /** An argument that is left out. */
  MISSING(
      "V0316",
      "`{0}` needs {1} here",
      "it is written `{2}`",
      """
      The command or property takes more than was written.
      """),
  /** An argument too many. */
  SURPLUS(
      "V0317",
      "`{0}` does not take {1}",
      "it is written `{2}`",
      """
      The command or property takes less, or something else, than was written.
      """),
  /** A number is wanted. */
  NOT_A_NUMBER(
      "V0318",
      "a number is wanted here, not {0}",
      "",
      """
      Arithmetic, ranges and counts take numbers.
      """),
  /** A loop over what has no elements. */
  NOT_ITERABLE(
      "V0319",
      "a loop cannot go over {0}",
      "a loop goes over a range (0..9), a list, or a map",
      """
      `for` takes a range, a list, the characters of a text, or a map (two names: for k, v in m).
      """),
  /** A call that gives no value back is used as one. */
  NO_VALUE(
      "V0320",
      "`{0}` gives no value back",
      "write `return …` in it",
      """
      A function gives a value back with `return e`; one that ends without has none.
      """),
  /** A result that is no address. */
  NO_ADDRESS(
      "V0321",
      "`{0}` is no address",
      "addresses reach from 0x0 to 0xffffffffffffffff",
      """
      What is written in hex, and what is computed with it, is an address or a number like one: from 0 to
      2^64 − 1. Nothing below 0 is an address, and nothing wraps around.

      Wrong:  let before = 0x1000 - 0x2000
      Right:  let distance = 0x2000 - 0x1000
      """),
  /** A key that can change. */
  NOT_A_KEY(
      "V0331",
      "{0} cannot be a key of a map",
      "numbers, texts, true, false, none, ranges, addresses and objects can",
      """
      A map finds a value by its key, so the key must not change. Lists and maps can, and are no keys.

      Wrong:  seen[[1, 2]] = true
      Right:  seen["1 2"] = true
      """);

  private final String code;
  private final String template;
  private final String help;
  private final String explanation;

  TypeProblem(String code, String template, String help, String explanation) {
    this.code = code;
    this.template = template;
    this.help = help;
    this.explanation = explanation;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String template() {
    return template;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public String explanation() {
    return explanation;
  }
}
