package dev.vsim.trace;

import dev.vsim.event.Event;
import dev.vsim.event.EventField;
import dev.vsim.value.Printed;
import dev.vsim.value.Value;
import java.util.Optional;

/** What a pattern asks of one field. */
public sealed interface FieldTest {
  /** Whether a value passes: of an event's field, or of a line of a recorded trace. */
  boolean holds(Value value);

  /** Whether this event's field passes; {@code field} is one of the event's kind. */
  default boolean holds(EventField field, Event event) {
    return field.value(event).filter(this::holds).isPresent();
  }

  /** As the language spells it. */
  String print();

  /**
   * {@code va 0x1000}: compared as values (see {@link SameValue}); {@code none} is a field that the
   * event lacks.
   */
  record Is(Value value) implements FieldTest {
    @Override
    public boolean holds(Value other) {
      return SameValue.of(value, other);
    }

    @Override
    public boolean holds(EventField field, Event event) {
      return SameValue.inField(value, field, event);
    }

    @Override
    public String print() {
      return Spelling.of(value);
    }
  }

  /**
   * {@code va 0x1000..0x1fff}, {@code error 4..}: both ends in, an absent one is open. Addresses
   * compare unsigned.
   *
   * @param from the least number that passes
   * @param to the greatest number that passes
   */
  record Within(Optional<Value> from, Optional<Value> to) implements FieldTest {
    @Override
    public boolean holds(Value value) {
      return SameValue.isNumber(value)
          && (from.isEmpty() || SameValue.ordered(from.get(), value))
          && (to.isEmpty() || SameValue.ordered(value, to.get()));
    }

    @Override
    public String print() {
      return from.map(Spelling::of).orElse("") + ".." + to.map(Spelling::of).orElse("");
    }
  }

  /** {@code src 00:0C:29:XX:XX:XX}: the bits of {@code mask} are compared, 48 of them. */
  record MacLike(long bits, long mask) implements FieldTest {
    private static final int BYTES = 6;

    @Override
    public boolean holds(Value value) {
      return value instanceof Value.Mac mac && (mac.bits() & mask) == (bits & mask);
    }

    @Override
    public String print() {
      StringBuilder text = new StringBuilder(Printed.mac(bits));
      for (int i = 0; i < BYTES; i++) {
        boolean any = (mask >>> (8 * (BYTES - 1 - i)) & 0xFF) == 0;
        if (any) {
          text.replace(3 * i, 3 * i + 2, "XX");
        }
      }
      return text.toString();
    }
  }

  /** {@code inside 10.0.0.1:_}: that address, with any port. */
  record AnyPort(int ip) implements FieldTest {
    @Override
    public boolean holds(Value value) {
      return value instanceof Value.Endpoint endpoint && endpoint.bits() == ip;
    }

    @Override
    public String print() {
      return Printed.ip(ip) + ":_";
    }
  }

  /** {@code va _}: the field must be there. */
  record Anything() implements FieldTest {
    @Override
    public boolean holds(Value value) {
      return true;
    }

    @Override
    public String print() {
      return "_";
    }
  }

  /** {@code va ?}: a question of a worksheet that nobody has answered yet; nothing passes. */
  record Question() implements FieldTest {
    @Override
    public boolean holds(Value value) {
      return false;
    }

    @Override
    public String print() {
      return "?";
    }
  }
}
