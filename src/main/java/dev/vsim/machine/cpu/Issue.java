package dev.vsim.machine.cpu;

import dev.vsim.event.Mnemonic;

/**
 * An instruction with its operands, about to be run.
 *
 * @param register the control register of a {@code mov}, or null
 * @param stores whether a {@code mov} reads the register instead of loading it
 * @param number the port, register number, address or vector; -1 where there is none
 * @param value what is written; -1 where there is none
 * @param size bytes of an I/O access: 1, 2 or 4
 */
public record Issue(
    Instruction op, ControlRegister register, boolean stores, long number, long value, int size) {
  private static final int NONE = -1;

  /** An instruction without operands. */
  public static Issue of(Instruction op) {
    return of(op, NONE);
  }

  /** An instruction with one operand. */
  public static Issue of(Instruction op, long number) {
    return of(op, number, NONE);
  }

  /** An instruction with two operands. */
  public static Issue of(Instruction op, long number, long value) {
    return new Issue(op, null, false, number, value, 1);
  }

  /** {@code mov cr3, 0x2000}. */
  public static Issue load(ControlRegister register, long value) {
    return new Issue(Instruction.MOV, register, false, NONE, value, 1);
  }

  /** {@code mov rax, cr3}. */
  public static Issue store(ControlRegister register) {
    return new Issue(Instruction.MOV, register, true, NONE, NONE, 1);
  }

  /** An I/O access of so many bytes. */
  public Issue ofSize(int bytes) {
    return new Issue(op, register, stores, number, value, bytes);
  }

  /** Whether an operand was given that the instruction may be without. */
  public boolean hasNumber() {
    return number != NONE;
  }

  /** Its name as events tell it. */
  public Mnemonic mnemonic() {
    return register == null ? op.mnemonic() : register.move();
  }
}
