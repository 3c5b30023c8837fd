package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.memory.Process;

/** How a guest's instructions are run, and interrupts brought to it. */
interface Execution {
  /** The guest's kernel runs an instruction. */
  void run(Vcpu vcpu, Issue issue);

  /** A process of the guest runs an instruction; it may not survive it. */
  void run(Vcpu vcpu, Process process, Issue issue);

  /** A device interrupts the guest. */
  void interrupt(Vcpu vcpu, int vector);

  /**
   * A page fault stops the guest, though its own kernel may have no part in it.
   *
   * @param address what it referred to, or absent
   */
  void stopByPageFault(Vcpu vcpu, long address);

  /** It goes on, and the fault is its kernel's. */
  void goOnWithPageFault(Vcpu vcpu);

  /** It goes on as if nothing had been. */
  void goOn(Vcpu vcpu);

  /** Its kernel drops the translation of an address, which is the hypervisor's to do. */
  void dropTranslation(Vcpu vcpu, long va);

  /** Its kernel loads other tables, which is the hypervisor's to do. */
  void loadTables(Vcpu vcpu);
}
