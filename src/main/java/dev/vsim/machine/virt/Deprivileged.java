package dev.vsim.machine.virt;

import dev.vsim.event.InstructionOutcome;
import dev.vsim.event.Mnemonic;
import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.cpu.Vector;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.PagingForm;

/**
 * A guest without hardware help: its kernel runs in ring 1, or in ring 3 where paging cannot tell
 * rings 0 to 2 apart (ring compression), so that what is privileged traps and is emulated. What is
 * sensitive and not privileged does not trap, and gives the guest what is the host's, unless the
 * kernel's code is translated before it runs (Robin and Irvine, USENIX Security 2000; Adams and
 * Agesen, ASPLOS 2006; rules.md R22).
 */
final class Deprivileged implements Execution {
  private static final int USER = 3;
  private static final int COMPRESSED = 3;
  private static final int RING_1 = 1;

  private final boolean translates;
  private final Exits exits;
  private final GuestEffects effects;

  Deprivileged(boolean translates, Exits exits, GuestEffects effects) {
    this.translates = translates;
    this.exits = exits;
    this.effects = effects;
  }

  @Override
  public void run(Vcpu vcpu, Issue issue) {
    int ring = vcpu.vm().settings().kernel().paging() == PagingForm.X86_32 ? RING_1 : COMPRESSED;
    Instruction op = issue.op();
    if (op.isSensitive() && !translates) {
      effects.tell(vcpu, issue, ring, InstructionOutcome.WRONG);
      return;
    }
    int vector = trap(issue);
    if (vector >= 0) {
      effects.tell(vcpu, issue, ring, outcome(op));
      exits.trap(vcpu, vector);
      if (op.isPrivileged()) {
        exits.emulate(vcpu, issue.mnemonic());
      } else {
        effects.deliver(vcpu, vector);
      }
    } else if (op.isSensitive()) {
      effects.tell(vcpu, issue, ring, InstructionOutcome.EMULATED);
      exits.emulateInTranslation(vcpu, issue.mnemonic());
    } else {
      effects.tell(vcpu, issue, ring, InstructionOutcome.NATIVE);
    }
    effects.apply(vcpu, issue);
    if (op == Instruction.HLT) {
      effects.halt(vcpu, GuestState.Activity.HALTED);
    } else if (vcpu.state().interrupts()) {
      deliverPending(vcpu);
    }
  }

  @Override
  public void run(Vcpu vcpu, Process process, Issue issue) {
    Instruction op = issue.op();
    boolean leaks = op.isSensitive() && op != Instruction.POPF && op != Instruction.PUSHF;
    int vector = trap(issue);
    if (op.isPrivileged()) {
      effects.tell(vcpu, issue, USER, InstructionOutcome.GP_FAULT);
      exits.trap(vcpu, Vector.GENERAL_PROTECTION);
      effects.protectionFault(vcpu, process);
    } else if (vector >= 0) {
      effects.tell(vcpu, issue, USER, outcome(op));
      exits.trap(vcpu, vector);
      effects.deliver(vcpu, vector);
      if (vector == Vector.INVALID_OPCODE) {
        process.end();
      }
    } else {
      effects.tell(vcpu, issue, USER, leaks ? InstructionOutcome.WRONG : InstructionOutcome.NATIVE);
    }
  }

  private static InstructionOutcome outcome(Instruction op) {
    return op == Instruction.UD2 || op == Instruction.VMCALL
        ? InstructionOutcome.INVALID_OPCODE
        : InstructionOutcome.EMULATED;
  }

  /** The vector by which an instruction traps, -1 if it does not. */
  private static int trap(Issue issue) {
    return switch (issue.op()) {
      case UD2, VMCALL -> Vector.INVALID_OPCODE;
      case INT3 -> Vector.BREAKPOINT;
      case INT -> (int) issue.number();
      default -> issue.op().isPrivileged() ? Vector.GENERAL_PROTECTION : -1;
    };
  }

  @Override
  public void interrupt(Vcpu vcpu, int vector) {
    GuestState state = vcpu.state();
    if (!state.isHalted()) {
      exits.trap(vcpu, vector);
    }
    if (!state.interrupts()) {
      state.await(vector);
      return;
    }
    if (state.isHalted()) {
      effects.wake(vcpu);
    }
    effects.deliver(vcpu, vector);
  }

  @Override
  public void stopByPageFault(Vcpu vcpu, long address) {
    exits.trap(vcpu, Vector.PAGE_FAULT);
  }

  @Override
  public void goOnWithPageFault(Vcpu vcpu) {
    // The trap was the way in, and the return from it, to the guest's handler, is in its price.
  }

  @Override
  public void goOn(Vcpu vcpu) {
    // As above.
  }

  @Override
  public void dropTranslation(Vcpu vcpu, long va) {
    exits.trap(vcpu, Vector.GENERAL_PROTECTION);
    exits.emulate(vcpu, Mnemonic.INVLPG);
  }

  @Override
  public void loadTables(Vcpu vcpu) {
    exits.trap(vcpu, Vector.GENERAL_PROTECTION);
    exits.emulate(vcpu, Mnemonic.MOV_CR3);
  }

  private void deliverPending(Vcpu vcpu) {
    while (vcpu.state().hasPending()) {
      effects.deliver(vcpu, vcpu.state().takePending());
    }
  }
}
