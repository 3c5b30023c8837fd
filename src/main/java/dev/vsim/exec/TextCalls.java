package dev.vsim.exec;

import dev.vsim.check.TextMethod;
import dev.vsim.source.TypeProblem;
import dev.vsim.value.Dimension;
import dev.vsim.value.Printed;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * What the methods of texts do: each gives a value, none changes the text. Places are counted in
 * characters.
 */
final class TextCalls {
  /** So many characters are compared in the time of one piece of work. */
  private static final int AT_A_LOOK = 16;

  private static final String BLANKS = " \t\n\r\f";

  private final Node at;
  private final Meter meter;

  TextCalls(Node at, Meter meter) {
    this.at = at;
    this.meter = meter;
  }

  Value call(TextMethod method, String text, List<Value> given) {
    meter.work(at, text.length());
    return switch (method) {
      case LEN -> new Value.Whole(length(text));
      case UPPER -> made(text.toUpperCase(Locale.ROOT));
      case LOWER -> made(text.toLowerCase(Locale.ROOT));
      case TRIM -> made(text.strip());
      case CONTAINS -> Value.Truth.of(text.contains(searched(text, part(given))));
      case STARTS_WITH -> Value.Truth.of(text.startsWith(part(given)));
      case ENDS_WITH -> Value.Truth.of(text.endsWith(part(given)));
      case FIND -> new Value.Whole(find(text, searched(text, part(given))));
      case COUNT -> new Value.Whole(count(text, searched(text, part(given))));
      case REPLACE -> replace(text, searched(text, part(given)), Given.text(at, given.get(1)));
      case SPLIT -> split(text, given);
      case JOIN -> join(text, Given.items(at, given.get(0)));
      case SLICE -> slice(text, given);
      case REPEAT -> repeat(text, Given.whole(at, given.get(0)));
      case PAD -> made(text + filling(text, given));
      case PAD_LEFT -> made(filling(text, given) + text);
    };
  }

  private Value made(String text) {
    meter.text(at, text.length());
    return new Value.Text(text);
  }

  private String searched(String text, String part) {
    searched(at, meter, text, part);
    return part;
  }

  /** A text is about to be searched for a part, which at worst is compared at every place. */
  static void searched(Node at, Meter meter, String text, String part) {
    meter.work(at, text.length() + (long) text.length() * part.length() / AT_A_LOOK);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private String part(List<Value> given) {
    return Given.text(at, given.get(0));
  }

  private static int find(String text, String part) {
    int found = text.indexOf(part);
    return found < 0 ? found : text.codePointCount(0, found);
  }

  private int count(String text, String part) {
    notEmpty(part);
    int count = 0;
    for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
      count++;
    }
    return count;
  }

  private void notEmpty(String part) {
    if (part.isEmpty()) {
      throw at.stop(TypeProblem.WRONG_SORT, "a text that is not empty", "an empty one");
    }
  }

  private Value replace(String text, String old, String replacement) {
    int more = replacement.length() - old.length();
    meter.text(at, text.length() + (long) Math.max(0, more) * count(text, old));
    return new Value.Text(text.replace(old, replacement));
  }

  private Value split(String text, List<Value> given) {
    List<Value> parts = new ArrayList<>();
    if (given.isEmpty()) {
      StringTokenizer words = new StringTokenizer(text, BLANKS);
      while (words.hasMoreTokens()) {
        parts.add(part(words.nextToken()));
      }
      return new Value.Items(parts);
    }
    String separator = searched(text, part(given));
    notEmpty(separator);
    int from = 0;
    for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, from)) {
      parts.add(part(text.substring(from, i)));
      from = i + separator.length();
    }
    parts.add(part(text.substring(from)));
    return new Value.Items(parts);
  }

  /** A text that is an element of a list. */
  private Value part(String text) {
    meter.take(at, ValueRoom.ELEMENT);
    return made(text);
  }

  private Value join(String separator, List<Value> list) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      joined.append(i == 0 ? "" : separator).append(Written.of(at, meter, list.get(i)));
      meter.room(at, joined.length());
    }
    return made(joined.toString());
  }

  private Value slice(String text, List<Value> given) {
    int size = length(text);
    int from = Elements.cut(at, Given.whole(at, given.get(0)), size);
    int behind = given.size() == 1 ? size : Elements.cut(at, Given.whole(at, given.get(1)), size);
    meter.text(at, Math.max(0, behind - from));
    return between(text, from, Math.max(from, behind));
  }

  /** The characters from one place to before another. */
  static Value between(String text, int from, int behind) {
    int first = text.offsetByCodePoints(0, from);
    return new Value.Text(text.substring(first, text.offsetByCodePoints(first, behind - from)));
  }

  private Value repeat(String text, long times) {
    if (times < 0) {
      throw at.stop(
          TypeProblem.OUT_OF_RANGE, times, "0", Printed.whole(Integer.MAX_VALUE, Dimension.COUNT));
    }
    meter.text(at, product(text.length(), times));
    return new Value.Text(text.repeat((int) times));
  }

  private static long product(long length, long times) {
    return length == 0
        ? 0
        : times > Integer.MAX_VALUE / length ? Integer.MAX_VALUE : length * times;
  }

  private String filling(String text, List<Value> given) {
    String fill = given.size() == 1 ? " " : Given.text(at, given.get(1));
    if (length(fill) != 1) {
      throw at.stop(TypeProblem.WRONG_SORT, "a text of one character", "\"" + fill + "\"");
    }
    long missing = Given.whole(at, given.get(0)) - length(text);
    meter.length(at, Math.max(0, missing));
    return fill.repeat((int) Math.max(0, missing));
  }
}
