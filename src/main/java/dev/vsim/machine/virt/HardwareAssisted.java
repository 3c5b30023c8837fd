package dev.vsim.machine.virt;

import dev.vsim.event.Event;
import dev.vsim.event.ExitReason;
import dev.vsim.event.InstructionOutcome;
import dev.vsim.machine.cpu.ControlRegister;
import dev.vsim.machine.cpu.Instruction;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.cpu.Vector;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.virt.ExitControls.Control;
import java.util.Optional;

/**
 * A guest in a mode of its own (VMX non-root operation, SVM guest mode): its kernel runs in ring 0,
 * its processes in ring 3, and what the controls say exits. A ring's privilege is looked at first:
 * what it may not run faults and does not exit (SDM 3C, 26.1.1).
 */
final class HardwareAssisted implements Execution {
  private static final int KERNEL = 0;
  private static final int USER = 3;

  private final ExitControls controls;
  private final Exits exits;
  private final GuestEffects effects;

  HardwareAssisted(ExitControls controls, Exits exits, GuestEffects effects) {
    this.controls = controls;
    this.exits = exits;
    this.effects = effects;
  }

  @Override
  public void run(Vcpu vcpu, Issue issue) {
    GuestState state = vcpu.state();
    if (issue.op() == Instruction.INT && !state.hasInterruptTable()) {
      effects.tell(vcpu, issue, KERNEL, InstructionOutcome.EXIT);
      exits.exit(vcpu, ExitReason.TRIPLE_FAULT);
      effects.halt(vcpu, GuestState.Activity.SHUTDOWN);
      return;
    }
    Optional<ExitReason> reason = controls.reason(issue, state);
    if (reason.isPresent()) {
      effects.tell(vcpu, issue, KERNEL, InstructionOutcome.EXIT);
      exit(vcpu, issue, reason.get());
    } else {
      runNatively(vcpu, issue, KERNEL);
    }
    effects.apply(vcpu, issue);
    if (state.interrupts()) {
      openWindow(vcpu);
    }
  }

  @Override
  public void run(Vcpu vcpu, Process process, Issue issue) {
    boolean ownVector = issue.op() == Instruction.INT && !Vector.isOpenToProcesses(issue.number());
    if (issue.op().isPrivileged() || ownVector) {
      effects.tell(vcpu, issue, USER, InstructionOutcome.GP_FAULT);
      protectionFault(vcpu, process);
      return;
    }
    Optional<ExitReason> reason = controls.reason(issue, vcpu.state());
    if (reason.isPresent()) {
      effects.tell(vcpu, issue, USER, InstructionOutcome.EXIT);
      exit(vcpu, issue, reason.get());
    } else {
      runNatively(vcpu, issue, USER);
    }
    if (issue.op() == Instruction.UD2) {
      process.end();
    }
  }

  private void runNatively(Vcpu vcpu, Issue issue, int ring) {
    boolean invalid = issue.op() == Instruction.UD2;
    effects.tell(
        vcpu, issue, ring, invalid ? InstructionOutcome.INVALID_OPCODE : InstructionOutcome.NATIVE);
    switch (issue.op()) {
      case UD2 -> effects.deliver(vcpu, Vector.INVALID_OPCODE);
      case INT3 -> effects.deliver(vcpu, Vector.BREAKPOINT);
      case INT -> effects.deliver(vcpu, (int) issue.number());
      case HLT -> effects.halt(vcpu, GuestState.Activity.HALTED_INSIDE);
      default -> {}
    }
  }

  private void exit(Vcpu vcpu, Issue issue, ExitReason reason) {
    switch (issue.op()) {
      case IN, OUT ->
          exits.exitByPort(vcpu, (int) issue.number(), issue.size(), issue.op() == Instruction.IN);
      case MOV -> exits.exitByLoad(vcpu, issue.register());
      case INVLPG -> exits.exit(vcpu, reason, issue.number());
      case RDMSR, WRMSR -> exits.exitByMsr(vcpu, reason);
      case INT3 -> reflect(vcpu, Vector.BREAKPOINT);
      case UD2 -> reflect(vcpu, Vector.INVALID_OPCODE);
      default -> exits.exit(vcpu, reason);
    }
    if (issue.op() == Instruction.HLT) {
      effects.halt(vcpu, GuestState.Activity.HALTED);
    } else if (issue.op() != Instruction.INT3 && issue.op() != Instruction.UD2) {
      exits.enter(vcpu);
    }
  }

  /** The hypervisor has seen an exception, and gives it back to the guest. */
  private void reflect(Vcpu vcpu, int vector) {
    exits.exitByException(vcpu, vector, Event.ABSENT);
    exits.enter(vcpu, vector);
    effects.deliver(vcpu, vector);
  }

  private void protectionFault(Vcpu vcpu, Process process) {
    if (controls.exceptions().contains(Vector.GENERAL_PROTECTION)) {
      exits.exitByException(vcpu, Vector.GENERAL_PROTECTION, Event.ABSENT);
      exits.enter(vcpu, Vector.GENERAL_PROTECTION);
    }
    effects.protectionFault(vcpu, process);
  }

  @Override
  public void interrupt(Vcpu vcpu, int vector) {
    GuestState state = vcpu.state();
    if (!state.interrupts()) {
      if (!state.isHalted() && !controls.has(Control.POSTED)) {
        exits.exit(vcpu, ExitReason.EXTERNAL_INTERRUPT);
        exits.enter(vcpu);
      }
      state.await(vector);
      return;
    }
    boolean halted = state.isHalted();
    boolean inside = state.activity() != GuestState.Activity.HALTED;
    if (inside && !controls.has(Control.POSTED)) {
      exits.exit(vcpu, ExitReason.EXTERNAL_INTERRUPT);
    }
    if (!controls.has(Control.POSTED)) {
      exits.enter(vcpu, vector);
    } else if (!inside) {
      exits.enter(vcpu);
    }
    if (halted) {
      effects.wake(vcpu);
    }
    effects.deliver(vcpu, vector);
  }

  @Override
  public void stopByPageFault(Vcpu vcpu, long address) {
    exits.exitByException(vcpu, Vector.PAGE_FAULT, address);
  }

  @Override
  public void goOnWithPageFault(Vcpu vcpu) {
    exits.enter(vcpu, Vector.PAGE_FAULT);
  }

  @Override
  public void goOn(Vcpu vcpu) {
    exits.enter(vcpu);
  }

  @Override
  public void dropTranslation(Vcpu vcpu, long va) {
    exits.exit(vcpu, ExitReason.INVLPG, va);
    exits.enter(vcpu);
  }

  @Override
  public void loadTables(Vcpu vcpu) {
    exits.exitByLoad(vcpu, ControlRegister.CR3);
    exits.enter(vcpu);
  }

  /** The guest lets interrupts in, and some have waited for that. */
  private void openWindow(Vcpu vcpu) {
    while (vcpu.state().hasPending()) {
      int vector = vcpu.state().takePending();
      if (!controls.has(Control.POSTED)) {
        exits.exit(vcpu, ExitReason.INTERRUPT_WINDOW);
        exits.enter(vcpu, vector);
      }
      effects.deliver(vcpu, vector);
    }
  }
}
