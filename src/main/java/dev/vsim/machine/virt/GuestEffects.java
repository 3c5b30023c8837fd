package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.InstructionOutcome;
import dev.vsim.event.MemoryEvent;
import dev.vsim.event.ProcessorEvent;
import dev.vsim.machine.cpu.ControlRegister;
import dev.vsim.machine.cpu.Issue;
import dev.vsim.machine.cpu.Vector;
import dev.vsim.machine.memory.Process;
import dev.vsim.machine.paging.Tlb;
import dev.vsim.machine.time.EventQueue;
import dev.vsim.machine.time.Phase;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;

/** What an instruction that is done, or an interrupt that is delivered, does to a guest. */
final class GuestEffects {
  private static final EventKind INSTRUCTION = EventKind.of(ProcessorEvent.Instruction.class);
  private static final EventKind INTERRUPT = EventKind.of(MemoryEvent.Interrupt.class);
  private static final EventKind GP_FAULT = EventKind.of(MemoryEvent.GpFault.class);

  private final EventQueue queue;
  private final Journal journal;

  GuestEffects(World world) {
    this.queue = world.queue();
    this.journal = world.journal();
  }

  /** Tells what becomes of an instruction. */
  void tell(Vcpu vcpu, Issue issue, int ring, InstructionOutcome outcome) {
    if (journal.wants(INSTRUCTION)) {
      journal.accept(new ProcessorEvent.Instruction(vcpu, issue.mnemonic(), ring, outcome));
    }
  }

  /** The guest's kernel gets an interrupt or exception. */
  void deliver(Vcpu vcpu, int vector) {
    if (journal.wants(INTERRUPT)) {
      journal.accept(new MemoryEvent.Interrupt(vcpu, vector, MemoryEvent.ABSENT));
    }
  }

  /** A process has done what its ring may not do: its kernel ends it. */
  void protectionFault(Vcpu vcpu, Process process) {
    if (journal.wants(GP_FAULT)) {
      journal.accept(new MemoryEvent.GpFault(vcpu, Vector.GENERAL_PROTECTION));
    }
    process.end();
  }

  /** Does what an instruction of the guest's kernel is for. */
  void apply(Vcpu vcpu, Issue issue) {
    GuestState state = vcpu.state();
    switch (issue.op()) {
      case MOV -> load(vcpu, issue);
      case STI -> state.letInterruptsIn();
      case CLI -> state.keepInterruptsOut();
      case LIDT -> state.loadInterruptTable(issue.number());
      case POPF -> {
        if (issue.hasNumber()) {
          state.loadFlags(issue.number());
        }
      }
      case INVLPG -> vcpu.vm().init().dropTranslation(issue.number());
      case CPUID, IN, OUT, HLT, RDMSR, WRMSR, INT, INT3, UD2, VMCALL, XSETBV, RDTSC, PAUSE -> {}
      case PUSHF, SGDT, SIDT, SLDT, SMSW, STR -> {}
    }
  }

  /** Loads of CR3 empty a TLB whose entries do not say whose they are (rules.md R7). */
  private void load(Vcpu vcpu, Issue issue) {
    if (issue.stores()) {
      return;
    }
    vcpu.state().load(issue.register(), issue.value());
    Tlb tlb = vcpu.vm().kernel().tlb();
    if (issue.register() == ControlRegister.CR3 && !tlb.settings().tagged()) {
      tlb.clear();
    }
  }

  /** The vCPU has nothing to do until it is woken. */
  void halt(Vcpu vcpu, GuestState.Activity how) {
    vcpu.state().stop(how);
    change(vcpu, true);
  }

  /** An interrupt wakes the vCPU. */
  void wake(Vcpu vcpu) {
    vcpu.state().wake();
    change(vcpu, false);
  }

  /** Schedulers hear of it in the order of time, at whole nanoseconds. */
  private void change(Vcpu vcpu, boolean halted) {
    long at = queue.instant() + (queue.fraction() > 0 ? 1 : 0);
    queue.at(at, Phase.INTERRUPT, vcpu.vm().gang().order(), about -> vcpu.thread().halt(halted), 0);
  }
}
