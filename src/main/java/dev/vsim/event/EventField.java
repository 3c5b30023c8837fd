package dev.vsim.event;

import dev.vsim.value.Dimension;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One field of a kind of event: its name, how it prints, what words it takes, and its value in an
 * event.
 */
public final class EventField {
  /** What a field holds. */
  public enum Holds {
    /** A number, printed by {@link #format()}. */
    NUMBER,
    /** One of {@link #words()}. */
    WORD,
    TRUTH,
    /** A word that is not one of a fixed list, such as a reason. */
    NAME,
    /**
     * A text that people chose, such as a file's name: printed in quotes, compared by its letters.
     */
    TEXT,
    /** An object of the machine, by its path. */
    SUBJECT,
    /** A number or a text, as the language spells it. */
    VALUE
  }

  /** Fewer than the 15 calls after which Java 17 makes code for a reflective one, too. */
  private static final int FEW_READS = 10;

  private static final MethodType LONG_OF = MethodType.methodType(long.class, Event.class);
  private static final MethodType OBJECT_OF = MethodType.methodType(Object.class, Event.class);

  private final EventKind kind;
  private final int index;
  private final String name;
  private final Format format;
  private final boolean sometimes;
  private final Holds holds;
  private final List<String> words;
  private final RecordComponent component;
  private MethodHandle getter;

  /** If several threads read at once some may not be counted, and a few more are reflective. */
  private int reads;

  EventField(EventKind kind, int index, RecordComponent component) {
    this.kind = kind;
    this.index = index;
    this.component = component;
    FieldName named = component.getAnnotation(FieldName.class);
    this.name = named == null ? EventKind.kebab(component.getName()) : named.value();
    As as = component.getAnnotation(As.class);
    this.format = as == null ? Format.COUNT : as.value();
    this.sometimes = component.isAnnotationPresent(Sometimes.class);
    Class<?> type = component.getType();
    this.holds = holds(type);
    this.words = words(component);
  }

  public EventKind kind() {
    return kind;
  }

  /** Its place among the kind's fields, from 0. */
  public int index() {
    return index;
  }

  public String name() {
    return name;
  }

  public Format format() {
    return format;
  }

  public Holds holds() {
    return holds;
  }

  /**
   * The words that it takes, where they are a fixed list; a {@link Holds#NAME} takes numbers too.
   */
  public List<String> words() {
    return words;
  }

  /** How a diagnostic names what a {@link Holds#VALUE} field holds. */
  public String prose() {
    Class<?> type = component.getType();
    if (type == Value.Mac.class) {
      return "a MAC address";
    } else if (type == Value.Ip.class) {
      return "an IPv4 address";
    }
    return type == Value.Endpoint.class ? "an address and a port" : "a number or a text";
  }

  /** Whether a {@link Holds#VALUE} field can hold this value. */
  public boolean takes(Value value) {
    return component.getType().isInstance(value);
  }

  /** Whether a {@link Holds#NAME} field can hold this name: any, unless it has words. */
  public boolean takesName(String name) {
    return words.isEmpty()
        || words.contains(name)
        || !name.isEmpty() && name.charAt(0) >= '0' && name.charAt(0) <= '9';
  }

  /** Whether some events of the kind lack it. */
  public boolean sometimes() {
    return sometimes;
  }

  /** The number of a {@link Holds#NUMBER} field; {@link Event#ABSENT} where the event lacks it. */
  public long number(Event event) {
    if (reads < FEW_READS) {
      return ((Number) reflected(event)).longValue();
    }
    try {
      return (long) getter().invokeExact(event);
    } catch (Throwable e) {
      throw new IllegalStateException(kind + "." + name, e);
    }
  }

  /** Whether a {@link Holds#TRUTH} field is true. */
  public boolean truth(Event event) {
    return (Boolean) object(event);
  }

  /**
   * The word of a {@link Holds#WORD} or {@link Holds#NAME} field; null where the event lacks it.
   */
  public String text(Event event) {
    Object object = object(event);
    return object instanceof Enum<?> constant ? words.get(constant.ordinal()) : (String) object;
  }

  /** The object of a {@link Holds#SUBJECT} field. */
  public Subject subject(Event event) {
    return (Subject) object(event);
  }

  /** The field as a value of the language, or empty where this event lacks it. */
  public Optional<Value> value(Event event) {
    return switch (holds) {
      case NUMBER -> {
        long number = number(event);
        yield sometimes && number == Event.ABSENT
            ? Optional.empty()
            : Optional.of(new Value.Whole(number, dimension()));
      }
      case TRUTH -> {
        boolean truth = truth(event);
        yield sometimes && !truth ? Optional.empty() : Optional.of(Value.Truth.of(truth));
      }
      case WORD, NAME -> Optional.ofNullable(text(event)).map(Value.Word::new);
      case TEXT -> Optional.ofNullable((Value.Text) object(event));
      case SUBJECT -> Optional.ofNullable(subject(event)).map(s -> new Value.Thing("", s));
      case VALUE -> Optional.ofNullable((Value) object(event));
    };
  }

  /** The dimension of a {@link Holds#NUMBER} field. */
  public Dimension dimension() {
    return switch (format) {
      case COUNT, VECTOR -> Dimension.COUNT;
      case HEX, PAGE -> Dimension.ADDRESS;
      case DURATION -> Dimension.DURATION;
      case SIZE -> Dimension.SIZE;
      case RATE -> Dimension.RATE;
    };
  }

  /** An enum constant as a word of the language: {@code FIRST_TOUCH} is {@code first-touch}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Object object(Event event) {
    if (reads < FEW_READS) {
      return reflected(event);
    }
    try {
      return (Object) getter().invokeExact(event);
    } catch (Throwable e) {
      throw new IllegalStateException(kind + "." + name, e);
    }
  }

  /** Slower than the getter, but making that takes as long as hundreds of these. */
  private Object reflected(Event event) {
    reads++;
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(kind + "." + name, e);
    }
  }

  private MethodHandle getter() throws IllegalAccessException {
    if (getter == null) {
      MethodHandle plain = MethodHandles.publicLookup().unreflect(component.getAccessor());
      getter = plain.asType(holds == Holds.NUMBER ? LONG_OF : OBJECT_OF);
    }
    return getter;
  }

  private static List<String> words(RecordComponent component) {
    Named named = component.getAnnotation(Named.class);
    Class<?> type = component.getType();
    if (named != null) {
      return List.of(named.value());
    }
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants()).map(c -> word((Enum<?>) c)).toList()
        : List.of();
  }

  private static Holds holds(Class<?> type) {
    if (type == long.class || type == int.class) {
      return Holds.NUMBER;
    } else if (type == boolean.class) {
      return Holds.TRUTH;
    } else if (type.isEnum()) {
      return Holds.WORD;
    }
    if (Value.class.isAssignableFrom(type)) {
      return Holds.VALUE;
    } else if (type == Value.Text.class) {
      return Holds.TEXT;
    }
    return type == String.class ? Holds.NAME : Holds.SUBJECT;
  }
}
