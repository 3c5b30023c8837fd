package dev.vsim.machine.cpu;

import dev.vsim.event.EventKind;
import dev.vsim.event.InstructionOutcome;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.ProcessorEvent;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/** Instructions of a host's own processes, in ring 3 and without a hypervisor. */
public final class HostExecution {
  private static final EventKind INSTRUCTION = EventKind.of(ProcessorEvent.Instruction.class);
  private static final EventKind INTERRUPT = EventKind.of(MemoryEvent.Interrupt.class);
  private static final EventKind GP_FAULT = EventKind.of(MemoryEvent.GpFault.class);
  private static final int RING = 3;

  private final Journal journal;

  public HostExecution(World world) {
    this.journal = world.journal();
  }

  /** A process runs an instruction; it may not survive it. */
  public void run(Process process, Issue issue) {
    InstructionOutcome outcome = outcome(issue);
    if (journal.wants(INSTRUCTION)) {
      journal.accept(new ProcessorEvent.Instruction(process, issue.mnemonic(), RING, outcome));
    }
    switch (outcome) {
      case GP_FAULT -> fault(process);
      case INVALID_OPCODE -> {
        interrupt(process, Vector.INVALID_OPCODE);
        process.end();
      }
      case NATIVE -> {
        switch (issue.op()) {
          case INT3 -> interrupt(process, Vector.BREAKPOINT);
          case INT -> interrupt(process, issue.number());
          default -> {}
        }
      }
      case EXIT, EMULATED, WRONG -> throw new IllegalStateException("no hypervisor is here");
    }
  }

  private static InstructionOutcome outcome(Issue issue) {
    Instruction op = issue.op();
    if (op.isPrivileged() || op == Instruction.INT && !Vector.isOpenToProcesses(issue.number())) {
      return InstructionOutcome.GP_FAULT;
    }
    return op == Instruction.UD2 || op == Instruction.VMCALL
        ? InstructionOutcome.INVALID_OPCODE
        : InstructionOutcome.NATIVE;
  }

  private void interrupt(Process process, long vector) {
    if (journal.wants(INTERRUPT)) {
      journal.accept(new MemoryEvent.Interrupt(process, vector, MemoryEvent.ABSENT));
    }
  }

  private void fault(Process process) {
    if (journal.wants(GP_FAULT)) {
      journal.accept(new MemoryEvent.GpFault(process, Vector.GENERAL_PROTECTION));
    }
    process.end();
  }
}
