package dev.vsim.check;

import java.util.Arrays;
import java.util.Optional;

/** What can be asked of a text: {@code "a b".split()}. */
@SuppressWarnings("ImmutableEnumChecker") // a form is never changed
public enum TextMethod {
  LEN(Method.gives("len()", StaticType.COUNT, "How many characters it has.")),
  UPPER(Method.gives("upper()", StaticType.TEXT, "The text in capital letters.")),
  LOWER(Method.gives("lower()", StaticType.TEXT, "The text in small letters.")),
  TRIM(Method.gives("trim()", StaticType.TEXT, "The text without blanks at its ends.")),
  CONTAINS(Method.gives("contains(part)", StaticType.TRUTH, "Whether the part is in it.")),
  STARTS_WITH(
      Method.gives("starts-with(part)", StaticType.TRUTH, "Whether it begins with the part.")),
  ENDS_WITH(Method.gives("ends-with(part)", StaticType.TRUTH, "Whether it ends with the part.")),
  FIND(
      Method.gives(
          "find(part)", StaticType.COUNT, "Where the part begins first, −1 if it is not in it.")),
  COUNT(
      Method.gives(
          "count(part)", StaticType.COUNT, "How often the part is in it, one behind the other.")),
  REPLACE(
      Method.gives(
          "replace(old, new)", StaticType.TEXT, "The text with `new` wherever `old` is in it.")),
  SPLIT(
      Method.gives(
          "split([separator])",
          StaticType.LIST,
          "A list of what stands between separators, or between blanks.")),
  JOIN(
      Method.gives(
          "join(list)", StaticType.TEXT, "The list's values as one text, this text between them.")),
  SLICE(
      Method.gives(
          "slice(from, [behind])",
          StaticType.TEXT,
          "The characters from one place to before another, or to the end.")),
  REPEAT(Method.gives("repeat(times)", StaticType.TEXT, "The text so many times.")),
  PAD(
      Method.gives(
          "pad(width, [fill])",
          StaticType.TEXT,
          "The text with blanks behind it, or another character, until it is so wide.")),
  PAD_LEFT(
      Method.gives(
          "pad-left(width, [fill])",
          StaticType.TEXT,
          "The text with blanks before it, or another character, until it is so wide."));

  private final Method form;

  TextMethod(Method form) {
    this.form = form;
  }

  /** How it is called, and what it gives. */
  public Method form() {
    return form;
  }

  /** The method of this name. */
  public static Optional<TextMethod> named(String word) {
    return Arrays.stream(values()).filter(m -> m.form.word().equals(word)).findFirst();
  }
}
