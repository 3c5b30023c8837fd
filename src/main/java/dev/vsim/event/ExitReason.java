package dev.vsim.event;

/** Basic VM-exit reasons with the SDM's numbers (volume 3, appendix C). */
public enum ExitReason {
  EXCEPTION_OR_NMI(0),
  EXTERNAL_INTERRUPT(1),
  TRIPLE_FAULT(2),
  INTERRUPT_WINDOW(7),
  CPUID(10),
  HLT(12),
  INVLPG(14),
  RDTSC(16),
  VMCALL(18),
  CONTROL_REGISTER_ACCESS(28),
  IO_INSTRUCTION(30),
  RDMSR(31),
  WRMSR(32),
  PAUSE(40),
  EPT_VIOLATION(48),
  EPT_MISCONFIGURATION(49),
  PREEMPTION_TIMER(52);

  private final int number;

  ExitReason(int number) {
    this.number = number;
  }

  /** The number in the exit reason's low 16 bits. */
  public int number() {
    return number;
  }
}
