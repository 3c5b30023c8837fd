package dev.vsim.event;

/** What becomes of an instruction (rules.md R20, R22). */
public enum InstructionOutcome {
  /** The processor leaves the guest for the hypervisor. */
  EXIT,
  /** The processor does it. */
  NATIVE,
  /** Its ring may not do it. */
  GP_FAULT,
  /** The hypervisor does it in software. */
  EMULATED,
  /** The processor does it, and what the guest sees is the host's: no trap tells anybody. */
  WRONG,
  /** There is no such instruction here. */
  INVALID_OPCODE
}
