package dev.vsim.machine.cpu;

/** A control register that {@code mov} loads, by its number. */
public enum ControlRegister {
  CR0(0),
  CR3(3),
  CR4(4);

  private final int number;

  ControlRegister(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
