package dev.vsim.exec;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import java.util.Arrays;

/** One activation's variables: whole numbers of a known dimension live bare, all else as values. */
final class Frame {
  long[] wholes;
  Value[] values;
  final Frame outer;

  /** Who acts because an {@code on} says so, or null. */
  Subject actor;

  /** Who acts by default where the call stands that has led into this file, or null. */
  Subject caller;

  /** Whether a strategy's code runs here, in which nobody acts. */
  boolean decides;

  /** What {@code return} gives back. */
  Value result;

  /** What a {@code return} gave back, for whoever underlines it; null before. */
  Node returned;

  Frame(int size, Frame outer, Subject actor) {
    this.wholes = new long[size];
    this.values = new Value[size];
    this.outer = outer;
    this.actor = actor;
  }

  /** Makes room for the variables of statements that have come since. */
  void grow(int wanted) {
    int size = Math.max(wanted, wholes.length);
    wholes = Arrays.copyOf(wholes, size);
    values = Arrays.copyOf(values, size);
  }
}
