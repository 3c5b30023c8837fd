package dev.vsim.trace;

import dev.vsim.event.EventField;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.Optional;

/** Reads what a line of a recorded trace says of a field. */
final class FieldReader {
  private FieldReader() {}

  /** The value that an event's line gives to the field; empty where the field cannot hold it. */
  static Optional<Value> value(EventField field, String raw) {
    return switch (field.holds()) {
      case NUMBER -> number(field, raw);
      case TRUTH -> Literal.read(raw).filter(value -> value instanceof Value.Truth);
      case WORD -> letters(raw).filter(field.words()::contains).map(Value.Word::new);
      case NAME -> letters(raw).filter(field::takesName).map(Value.Word::new);
      case TEXT -> letters(raw).map(Value.Text::new);
      case SUBJECT -> letters(raw).map(Value.Word::new);
      case VALUE -> Literal.read(raw).filter(field::takes);
    };
  }

  /**
   * What a golden's line asks of the field: a value, or {@code _}, {@code ?}, {@code 0..9}, {@code
   * 10.0.0.1:_}.
   */
  static Optional<FieldTest> test(EventField field, String raw) {
    if (raw.equals("_")) {
      return Optional.of(new FieldTest.Anything());
    } else if (raw.equals("?")) {
      return Optional.of(new FieldTest.Question());
    } else if (raw.equals("none")) {
      return Optional.of(new FieldTest.Is(Value.None.NONE));
    }
    return switch (field.holds()) {
      case NUMBER -> isInterval(raw) ? interval(field, raw) : is(field, raw);
      case VALUE -> isInterval(raw) ? interval(field, raw) : pattern(raw).or(() -> is(field, raw));
      case TRUTH, WORD, NAME, TEXT, SUBJECT -> is(field, raw);
    };
  }

  private static Optional<FieldTest> is(EventField field, String raw) {
    return value(field, raw).map(FieldTest.Is::new);
  }

  private static Optional<FieldTest> pattern(String raw) {
    if (raw.endsWith(":_")) {
      return Literal.ip(raw.substring(0, raw.length() - 2)).map(FieldTest.AnyPort::new);
    }
    return raw.contains("XX") ? Literal.mac(raw).map(mac -> mac) : Optional.empty();
  }

  private static boolean isInterval(String raw) {
    return !raw.startsWith("\"") && raw.contains("..") && raw.length() > 2;
  }

  /** An interval; an end that is left out is open. */
  private static Optional<FieldTest> interval(EventField field, String raw) {
    int dots = raw.indexOf("..");
    String first = raw.substring(0, dots);
    String second = raw.substring(dots + 2);
    Optional<Value> from = value(field, first).filter(SameValue::isNumber);
    Optional<Value> to = value(field, second).filter(SameValue::isNumber);
    boolean isRead = (first.isEmpty() || from.isPresent()) && (second.isEmpty() || to.isPresent());
    return isRead ? Optional.of(new FieldTest.Within(from, to)) : Optional.empty();
  }

  private static Optional<Value> number(EventField field, String raw) {
    Optional<Value> number = Literal.number(raw);
    if (number.isPresent()) {
      return number.filter(value -> fits(field, value));
    }
    return switch (field.format()) {
      case PAGE -> letters(raw).map(Value.Word::new);
      case COUNT, HEX, VECTOR, DURATION, SIZE, RATE -> Optional.empty();
    };
  }

  private static boolean fits(EventField field, Value number) {
    Dimension dimension =
        number instanceof Value.Whole whole ? whole.dimension() : ((Value.Real) number).dimension();
    return dimension == Dimension.COUNT
        || dimension == Dimension.ADDRESS
        || dimension == field.dimension();
  }

  private static Optional<String> letters(String raw) {
    if (raw.startsWith("\"")) {
      return Literal.unquoted(raw);
    }
    return Spelling.isBare(raw) ? Optional.of(raw) : Optional.empty();
  }
}
