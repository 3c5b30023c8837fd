package dev.vsim.value;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What can be read of an object of the machine: {@code linux.init.faults}.
 *
 * @param name its word behind the dot
 * @param doc one sentence: what it is, in which unit
 * @param access how it is read
 * @param parts what it is made of: {@code faults.first-touch}
 * @param type what it always gives; {@link Types#ANY} where that can be {@code none} too
 * @param overlaps whether it counts again what other parts beside it count: {@code faults.minor}
 */
public record Attribute(
    String name, String doc, Access access, List<Attribute> parts, Type type, boolean overlaps) {
  /** One that counts nothing again. */
  public Attribute(String name, String doc, Access access, List<Attribute> parts, Type type) {
    this(name, doc, access, parts, type, false);
  }

  /** How an attribute is read. */
  public sealed interface Access {
    /** {@code app.faults}. */
    record Plain(Function<Subject, Value> read) implements Access {}

    /** {@code f.referenced}: a strategy may also write it, with values of a type. */
    record Written(Function<Subject, Value> read, Type type, BiConsumer<Subject, Value> write)
        implements Access {}

    /** {@code app.page[1]}: an object of {@code kind}, or a plain value where that is empty. */
    record Indexed(String kind, BiFunction<Subject, Long, Value> read) implements Access {}

    /** {@code disk0.text(0, 4)}; {@code parameters} in order. */
    record Called(List<Slot> parameters, BiFunction<Subject, List<Value>, Value> read)
        implements Access {}

    /** Not a value itself, only its parts: {@code host.frames.free}. */
    record Parts() implements Access {}
  }

  /** A value. */
  public static Attribute of(String name, String doc, Function<Subject, Value> read) {
    return new Attribute(name, doc, new Access.Plain(read), List.of(), Types.ANY);
  }

  /** A value that has parts as well. */
  public static Attribute of(
      String name, String doc, Function<Subject, Value> read, List<Attribute> parts) {
    return new Attribute(name, doc, new Access.Plain(read), List.copyOf(parts), Types.ANY);
  }

  /** A value that a strategy may write. */
  public static Attribute written(
      String name,
      String doc,
      Function<Subject, Value> read,
      Type type,
      BiConsumer<Subject, Value> write) {
    return new Attribute(name, doc, new Access.Written(read, type, write), List.of(), type);
  }

  /** How its value is read, if it is read by its name alone. */
  public Optional<Function<Subject, Value>> plain() {
    if (access instanceof Access.Plain plain) {
      return Optional.of(plain.read());
    }
    return access instanceof Access.Written written
        ? Optional.of(written.read())
        : Optional.empty();
  }

  /** Only parts. */
  public static Attribute group(String name, String doc, List<Attribute> parts) {
    return new Attribute(name, doc, new Access.Parts(), List.copyOf(parts), Types.ANY);
  }

  /** Read with a number in brackets. */
  public static Attribute indexed(
      String name, String doc, String kind, BiFunction<Subject, Long, Value> read) {
    return new Attribute(name, doc, new Access.Indexed(kind, read), List.of(), Types.ANY);
  }

  /** The same, known always to give a value of this type. */
  public Attribute gives(Type always) {
    return new Attribute(name, doc, access, parts, always, overlaps);
  }

  /** The same as a part that sums up others, so that it is not listed beside them. */
  public Attribute summingUp() {
    return new Attribute(name, doc, access, parts, type, true);
  }

  public Optional<Attribute> part(String partName) {
    return parts.stream().filter(p -> p.name.equals(partName)).findFirst();
  }
}
