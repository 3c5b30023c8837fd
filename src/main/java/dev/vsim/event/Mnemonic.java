package dev.vsim.event;

/** An instruction as events name it; a {@code mov} of a control register says which. */
public enum Mnemonic {
  CPUID,
  IN,
  OUT,
  MOV,
  MOV_CR0,
  MOV_CR3,
  MOV_CR4,
  HLT,
  RDMSR,
  WRMSR,
  INVLPG,
  INT,
  INT3,
  UD2,
  VMCALL,
  XSETBV,
  RDTSC,
  PAUSE,
  STI,
  CLI,
  LIDT,
  POPF,
  PUSHF,
  SGDT,
  SIDT,
  SLDT,
  SMSW,
  STR
}
