package dev.vsim.machine.cpu;

/** Vectors of x86's exceptions and interrupts (SDM 3A, table 6-1). */
public final class Vector {
  public static final int BREAKPOINT = 3;
  public static final int OVERFLOW = 4;
  public static final int INVALID_OPCODE = 6;
  public static final int GENERAL_PROTECTION = 13;

  public static final int PAGE_FAULT = 14;

  /** Those below are the processor's own. */
  public static final int FIRST_OF_DEVICES = 0x20;

  /** The greatest there is. */
  public static final int LAST = 0xff;

  /** Linux's system call of old. */
  private static final int SYSTEM_CALL = 0x80;

  private Vector() {}

  /** Whether a kernel leaves this gate open to {@code int} in ring 3. */
  public static boolean isOpenToProcesses(long vector) {
    return vector == BREAKPOINT || vector == OVERFLOW || vector == SYSTEM_CALL;
  }
}
