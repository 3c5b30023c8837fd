package dev.vsim.machine.virt;

import dev.vsim.event.EventKind;
import dev.vsim.event.ExitReason;
import dev.vsim.event.VirtEvent;
import dev.vsim.machine.world.Journal;

/**
 * The exits that a device of a VM causes: accesses to its registers, which are memory to the guest
 * (rules.md R19), and its interrupts. They are counted and told here; their time is taken by who
 * models the device.
 */
public final class DeviceExits {
  private static final EventKind VM_EXIT = EventKind.of(VirtEvent.VmExit.class);
  private static final EventKind VM_ENTRY = EventKind.of(VirtEvent.VmEntry.class);

  /** The local APIC's register that ends an interrupt, one of the model-specific ones (x2APIC). */
  private static final String END_OF_INTERRUPT = "eoi";

  private final Vm vm;
  private final Journal journal;
  private final String device;
  private long count;

  /**
   * @param device its name in the VM: {@code nic0}
   */
  public DeviceExits(Vm vm, Journal journal, String device) {
    this.vm = vm;
    this.journal = journal;
    this.device = device;
  }

  /** How many exits the device has caused. */
  public long count() {
    return count;
  }

  /** A vCPU has accessed a register of the device. */
  public void access(Vcpu vcpu, String register) {
    exit(vcpu, ExitReason.EPT_VIOLATION, register);
    enter(vcpu, VirtEvent.ABSENT);
  }

  /** An interrupt of the device has come to a vCPU, which has handled and ended it. */
  public void interrupt(Vcpu vcpu, int vector) {
    exit(vcpu, ExitReason.EXTERNAL_INTERRUPT, null);
    enter(vcpu, vector);
  }

  /** The guest has said that it is done with an interrupt. */
  public void endOfInterrupt(Vcpu vcpu) {
    exit(vcpu, ExitReason.WRMSR, END_OF_INTERRUPT);
    enter(vcpu, VirtEvent.ABSENT);
  }

  private void exit(Vcpu vcpu, ExitReason reason, String register) {
    vm.ways().note(vcpu, reason);
    count++;
    if (journal.wants(VM_EXIT)) {
      journal.accept(
          new VirtEvent.VmExit(vcpu, reason, reason.number(), VirtEvent.ABSENT, device, register));
    }
  }

  private void enter(Vcpu vcpu, long vector) {
    if (journal.wants(VM_ENTRY)) {
      journal.accept(new VirtEvent.VmEntry(vcpu, vector, device));
    }
  }
}
