package dev.vsim.machine.cpu;

import dev.vsim.event.Mnemonic;

/** A control register that {@code mov} loads, by its number. */
public enum ControlRegister {
  CR0(0, Mnemonic.MOV_CR0),
  CR3(3, Mnemonic.MOV_CR3),
  CR4(4, Mnemonic.MOV_CR4);

  private final int number;
  private final Mnemonic move;

  ControlRegister(int number, Mnemonic move) {
    this.number = number;
    this.move = move;
  }

  public int number() {
    return number;
  }

  /** What events call an instruction that moves it. */
  public Mnemonic move() {
    return move;
  }
}
