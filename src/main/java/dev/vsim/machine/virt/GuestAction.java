package dev.vsim.machine.virt;

/** What a guest's software does again and again that may concern its hypervisor (rules.md R37). */
public enum GuestAction {
  /** Refers to a register of an emulated device. */
  ACCESSES("accesses"),
  /** Is interrupted by a device of the host. */
  INTERRUPTS("interrupts"),
  /** HLT. */
  HLT("hlt"),
  /** Arms the timer of its interrupt controller: WRMSR of 0x6E0. */
  TIMER("timer"),
  /** Loads the base of FS or GS: WRMSR of 0xC0000100 to 0xC0000102. */
  MSR("msr"),
  CPUID("cpuid"),
  /** Changes to another address space. */
  CR3("cr3"),
  INVLPG("invlpg"),
  RDTSC("rdtsc"),
  PAUSE("pause"),
  /** CLI or STI, which are privileged. */
  CLI("cli"),
  /** POPF, which is sensitive and not privileged. */
  POPF("popf"),
  /** Touches a page for the first time, so that its kernel writes a table. */
  FAULTS("faults"),
  /** Misses the TLB. */
  MISSES("misses");

  private final String word;

  GuestAction(String word) {
    this.word = word;
  }

  /** Its name in the language. */
  public String word() {
    return word;
  }
}
