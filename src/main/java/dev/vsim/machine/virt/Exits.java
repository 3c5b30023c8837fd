package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.ExitReason;
import dev.vsim.event.Mnemonic;
import dev.vsim.event.ProcessorEvent;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.cpu.ControlRegister;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.time.Cost;
import dev.vsim.machine.time.Costs;
import dev.vsim.machine.world.Journal;
import dev.vsim.machine.world.World;
import java.util.Optional;

/**
 * A VM's ways out to its hypervisor and back: they are told, counted and paid for here; an exit's
 * price is that of the entry behind it, too (rules.md R19).
 */
final class Exits {
  private static final EventKind VM_EXIT = EventKind.of(VirtEvent.VmExit.class);
  private static final EventKind VM_ENTRY = EventKind.of(VirtEvent.VmEntry.class);
  private static final EventKind TRAP = EventKind.of(ProcessorEvent.Trap.class);
  private static final EventKind EMULATE = EventKind.of(ProcessorEvent.Emulate.class);

  private final Vendor vendor;
  private final boolean tagged;
  private final Clock clock;
  private final Journal journal;
  private final Costs costs;
  private final Optional<Vcpu> outer;
  private final long[] counts = new long[ExitReason.values().length];
  private long traps;

  /**
   * @param outer the vCPU of a hypervisor that is itself a guest, where the VM is in another
   */
  Exits(World world, Hardware hardware, Costs costs, Optional<Vcpu> outer) {
    this.outer = outer;
    this.vendor = hardware.vendor();
    this.tagged = hardware.vpid();
    this.clock = world.clock();
    this.journal = world.journal();
    this.costs = costs;
  }

  /** How often the guest has exited. */
  long count() {
    long sum = 0;
    for (long n : counts) {
      sum += n;
    }
    return sum;
  }

  /** How often it has exited for one reason, by the name that the vendor has for it. */
  long count(ExitReason reason) {
    return counts[reason.ordinal()];
  }

  /**
   * The guest exits, for a reason by the name that the vendor has for it. Without a VPID nothing of
   * it stays in the TLB (SDM 3C 28.4.3.1).
   */
  void note(Vcpu vcpu, ExitReason reason) {
    counts[reason.ordinal()]++;
    if (!tagged) {
      vcpu.vm().kernel().tlb().clear();
    }
  }

  /** How often it was stopped by a trap, without hardware help. */
  long traps() {
    return traps;
  }

  /** The guest exits; {@code reason} is Intel's name. */
  void exit(Vcpu vcpu, ExitReason reason) {
    exit(vcpu, reason, VirtEvent.ABSENT);
  }

  /** The guest exits, and the processor says more about it. */
  void exit(Vcpu vcpu, ExitReason reason, long qualification) {
    tell(vcpu, vendor.reason(reason, ControlRegister.CR0), 0, qualification);
  }

  /** The guest loads a control register. */
  void exitByLoad(Vcpu vcpu, ControlRegister register) {
    ExitReason name = vendor.reason(ExitReason.CONTROL_REGISTER_ACCESS, register);
    tell(vcpu, name, 0, vendor.load(register));
  }

  /** An exception of the guest, or a breakpoint. */
  void exitByException(Vcpu vcpu, int vector, long qualification) {
    ExitReason name = vendor.reason(ExitReason.EXCEPTION_OR_NMI, ControlRegister.CR0);
    tell(vcpu, name, vector, qualification);
  }

  /** The guest reads or writes a model-specific register. */
  void exitByMsr(Vcpu vcpu, ExitReason reason) {
    exit(vcpu, reason, vendor.msr(reason == ExitReason.RDMSR));
  }

  /** The guest refers to an I/O port, which is emulated. */
  void exitByPort(Vcpu vcpu, int port, int size, boolean in) {
    exit(vcpu, ExitReason.IO_INSTRUCTION, vendor.port(port, size, in));
    clock.advance(costs.of(Cost.DEVICE_EMULATE));
  }

  /** The preemption timer of a vCPU that runs has run out; its price is in the overhead. */
  void exitByTimer(Vcpu vcpu) {
    tellExit(vcpu, ExitReason.PREEMPTION_TIMER, 0, VirtEvent.ABSENT);
    goOn(vcpu, VirtEvent.ABSENT);
  }

  private void tell(Vcpu vcpu, ExitReason name, int vector, long qualification) {
    tellExit(vcpu, name, vector, qualification);
    clock.advance(costs.of(Cost.VM_EXIT));
  }

  private void tellExit(Vcpu vcpu, ExitReason name, int vector, long qualification) {
    note(vcpu, name);
    if (journal.wants(VM_EXIT)) {
      journal.accept(
          new VirtEvent.VmExit(
              vcpu, name, vendor.number(name, vector), qualification, null, null, level(name)));
    }
  }

  /** The guest goes on. */
  void enter(Vcpu vcpu) {
    enter(vcpu, VirtEvent.ABSENT);
  }

  /** Where guests are nested, all exits arrive at the host (rules.md R24). */
  private long level(ExitReason name) {
    boolean nested = outer.isPresent() || name == ExitReason.VMRESUME || name == ExitReason.VMRUN;
    return nested ? 0 : VirtEvent.ABSENT;
  }

  /**
   * The guest goes on, with an interrupt or exception to deliver. In a VM that is in another its
   * exit was reflected: the outer hypervisor has seen to it, and resumes it.
   */
  void enter(Vcpu vcpu, long inject) {
    outer.ifPresent(
        hypervisor -> {
          reflect(hypervisor);
          resume(hypervisor);
        });
    goOn(vcpu, inject);
  }

  /** The host gives an exit of a guest to the hypervisor that is itself a guest. */
  static void reflect(Vcpu hypervisor) {
    hypervisor.vm().ways().goOn(hypervisor, VirtEvent.ABSENT);
  }

  /** The hypervisor that is itself a guest resumes its guest, which is the host's to do. */
  static void resume(Vcpu hypervisor) {
    hypervisor.vm().ways().exit(hypervisor, ExitReason.VMRESUME);
  }

  /** The guest goes on, whoever has seen to its exit. */
  void goOn(Vcpu vcpu, long inject) {
    if (journal.wants(VM_ENTRY)) {
      journal.accept(new VirtEvent.VmEntry(vcpu, inject));
    }
  }

  /** Without hardware help, the guest is stopped by an exception or interrupt. */
  void trap(Vcpu vcpu, int vector) {
    traps++;
    if (journal.wants(TRAP)) {
      journal.accept(new ProcessorEvent.Trap(vcpu, vector));
    }
    clock.advance(costs.of(Cost.TRAP));
  }

  /** The hypervisor does something for the guest. */
  void emulate(Vcpu vcpu, Mnemonic op) {
    if (journal.wants(EMULATE)) {
      journal.accept(new ProcessorEvent.Emulate(vcpu, op));
    }
  }

  /** Translated code does something for the guest, in place of an instruction. */
  void emulateInTranslation(Vcpu vcpu, Mnemonic op) {
    emulate(vcpu, op);
    clock.advance(costs.of(Cost.TRANSLATE));
  }
}
