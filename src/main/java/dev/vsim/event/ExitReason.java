package dev.vsim.event;

/**
 * Why a processor leaves a guest: Intel's basic exit reasons (SDM 3D, appendix C) and AMD's exit
 * codes (APM 2, appendix C), by the names that each has. Some names are both's, with a number each.
 */
public enum ExitReason {
  EXCEPTION_OR_NMI(0),
  EXTERNAL_INTERRUPT(1),
  TRIPLE_FAULT(2),
  INTERRUPT_WINDOW(7),
  CPUID(10, 0x72),
  HLT(12, 0x78),
  INVLPG(14, 0x79),
  RDTSC(16, 0x6e),
  VMCALL(18),
  VMRESUME(24),
  CONTROL_REGISTER_ACCESS(28),
  IO_INSTRUCTION(30),
  RDMSR(31),
  WRMSR(32),
  PAUSE(40, 0x77),
  EPT_VIOLATION(48),
  EPT_MISCONFIGURATION(49),
  PREEMPTION_TIMER(52),
  XSETBV(55, 0x8d),

  // AMD's own names.
  CR0_WRITE(-1, 0x10),
  CR3_WRITE(-1, 0x13),
  CR4_WRITE(-1, 0x14),
  /** The number is that of vector 0; the vector is added. */
  EXCP(-1, 0x40),
  INTR(-1, 0x60),
  VINTR(-1, 0x64),
  IOIO(-1, 0x7b),
  MSR(-1, 0x7c),
  SHUTDOWN(-1, 0x7f),
  VMRUN(-1, 0x80),
  VMMCALL(-1, 0x81),
  NPF(-1, 0x400);

  private final int number;
  private final int code;

  ExitReason(int number) {
    this(number, -1);
  }

  ExitReason(int number, int code) {
    this.number = number;
    this.code = code;
  }

  /** Intel's number, in the exit reason's low 16 bits; -1 where Intel has no such name. */
  public int number() {
    return number;
  }

  /** AMD's exit code; -1 where AMD has no such name. */
  public int code() {
    return code;
  }
}
