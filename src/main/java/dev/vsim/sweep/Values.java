package dev.vsim.sweep;

import dev.vsim.value.Printed;
import dev.vsim.value.Quantities;
import dev.vsim.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values that {@code --set NAME=VALUES} lists: {@code lru,fifo}, {@code 1..64}, {@code
 * 4K..64K..4K}, {@code 1..1024..x2}. A text in quotes may hold commas.
 */
public final class Values {
  /** The values, or why there are none. */
  public sealed interface Reading {
    /** At least one value, each as it is set. */
    record Good(List<String> values) implements Reading {}

    /** What is wrong, in a sentence without its beginning. */
    record Bad(String why) implements Reading {}
  }

  private Values() {}

  /**
   * Reads them.
   *
   * @param most how many there may be
   */
  public static Reading read(String text, int most) {
    List<String> values = new ArrayList<>();
    for (String part : parts(text)) {
      Optional<String> wrong = add(part.strip(), values, most);
      if (wrong.isPresent()) {
        return new Reading.Bad(wrong.get());
      }
    }
    return new Reading.Good(values);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      quoted ^= text.charAt(i) == '"';
      if (text.charAt(i) == ',' && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static Optional<String> add(String part, List<String> values, int most) {
    String[] ends = part.startsWith("\"") ? new String[] {part} : part.split("\\.\\.", -1);
    if (part.isEmpty()) {
      return Optional.of("a value is missing");
    } else if (ends.length == 1) {
      values.add(part);
      return values.size() > most ? tooMany(most) : Optional.empty();
    }
    Optional<Value.Whole> from = whole(ends[0]);
    Optional<Value.Whole> to = whole(ends[1]);
    if (ends.length > 3 || from.isEmpty() || to.isEmpty()) {
      return Optional.of("`" + part + "` is no range: write 1..64, 4K..64K..4K or 1..64..x2");
    }
    boolean alike = from.get().dimension().mixesWith(to.get().dimension());
    if (!alike) {
      return Optional.of("the ends of `" + part + "` have different units");
    }
    return range(part, from.get(), to.get(), ends.length == 3 ? ends[2] : "1", values, most);
  }

  private static Optional<String> range(
      String part, Value.Whole from, Value.Whole to, String step, List<String> values, int most) {
    boolean factor = step.startsWith("x");
    Optional<Value.Whole> by = whole(factor ? step.substring(1) : step);
    boolean good = by.isPresent() && by.get().amount() >= (factor ? 2 : 1);
    if (!good || factor && from.amount() < 1) {
      return Optional.of("`" + step + "` in `" + part + "` is no step: 2 adds two, x2 doubles");
    } else if (from.amount() > to.amount()) {
      return Optional.of("`" + part + "` runs downwards");
    }
    long at = from.amount();
    while (at <= to.amount()) {
      if (values.size() == most) {
        return tooMany(most);
      }
      values.add(Printed.whole(at, to.dimension()));
      long next = factor ? at * by.get().amount() : at + by.get().amount();
      if (next <= at) {
        break;
      }
      at = next;
    }
    return Optional.empty();
  }

  private static Optional<String> tooMany(int most) {
    return Optional.of("these are more than " + most + " values");
  }

  private static Optional<Value.Whole> whole(String text) {
    boolean digit = !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
    return digit
            && Quantities.read(text) instanceof Quantities.Reading.Good good
            && good.value() instanceof Value.Whole whole
        ? Optional.of(whole)
        : Optional.empty();
  }

  /** The number that a value is, if it is one. */
  static Optional<Value> number(String text) {
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean digit = !digits.isEmpty() && digits.charAt(0) >= '0' && digits.charAt(0) <= '9';
    return digit && Quantities.read(digits) instanceof Quantities.Reading.Good good
        ? Optional.of(good.value())
        : Optional.empty();
  }
}
