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
}
