package dev.vsim.machine.memory;

import dev.vsim.value.Printed;

/** Numbers as the measures of policies say them. */
final class Wording {
  private Wording() {}

  static String times(long number) {
    return number == 1 ? "once" : number == 2 ? "twice" : number + " times";
  }

  static String real(double number) {
    return Printed.real(number);
  }
}
