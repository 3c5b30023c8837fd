package dev.vsim.event;

import dev.vsim.value.Subject;

/** What happens between a virtual machine and its hypervisor (rules.md R2, R19). */
public sealed interface VirtEvent extends Event {
  /** A guest-physical address has no EPT entry, or the entry forbids. */
  @About("vcpu")
  record EptViolation(
      Subject subject,
      @As(Format.HEX) long gpa,
      @As(Format.HEX) int qualification,
      @Sometimes @As(Format.HEX) long gva)
      implements VirtEvent {}

  /** An EPT entry that the processor cannot take, such as write without read. */
  @About("vcpu")
  record EptMisconfiguration(Subject subject, @As(Format.HEX) long gpa, @As(Format.HEX) long entry)
      implements VirtEvent {}

  /**
   * The processor leaves the guest for the hypervisor; for a network card's sake, of the hidden
   * group {@code nic}, it says which card and which of its registers. Where guests are nested it
   * says at which level it arrives, which is always the host's, 0.
   */
  @About("vcpu")
  @Hidden(group = "nic")
  record VmExit(
      Subject subject,
      ExitReason reason,
      int number,
      @Sometimes @As(Format.HEX) long qualification,
      @Sometimes String device,
      @Sometimes String register,
      @Sometimes long level)
      implements VirtEvent, Quiet {
    /** One that is no device's. */
    public VmExit(Subject subject, ExitReason reason, int number, long qualification) {
      this(subject, reason, number, qualification, null, null);
    }

    /** One of a guest that is not nested. */
    public VmExit(
        Subject subject,
        ExitReason reason,
        int number,
        long qualification,
        String device,
        String register) {
      this(subject, reason, number, qualification, device, register, ABSENT);
    }

    @Override
    public boolean quiet() {
      return device != null;
    }
  }

  /** The hypervisor gives the processor back to the guest, perhaps with an event to deliver. */
  @About("vcpu")
  @Hidden(group = "nic")
  record VmEntry(
      Subject subject, @Sometimes @As(Format.VECTOR) long inject, @Sometimes String device)
      implements VirtEvent, Quiet {
    /** One that is no device's. */
    public VmEntry(Subject subject, long inject) {
      this(subject, inject, null);
    }

    @Override
    public boolean quiet() {
      return device != null;
    }
  }

  /** The hypervisor maps a guest's virtual page in its shadow of the guest's table. */
  @About("vm")
  record ShadowMap(Subject subject, @As(Format.HEX) long gva, @As(Format.HEX) long hpa)
      implements VirtEvent {}

  /**
   * A hypervisor maps guest-physical memory, with all rights unless it says which; where guests are
   * nested it says at which level it is, from the host's, 0.
   */
  @About("vm")
  record EptMap(
      Subject subject,
      @As(Format.HEX) long gpa,
      @As(Format.HEX) long hpa,
      @Sometimes @As(Format.SIZE) long size,
      @Sometimes String rights,
      @Sometimes long level)
      implements VirtEvent {
    /** One of a guest that is not nested. */
    public EptMap(Subject subject, long gpa, long hpa, long size, String rights) {
      this(subject, gpa, hpa, size, rights, ABSENT);
    }

    /** One with all rights. */
    public EptMap(Subject subject, long gpa, long hpa, long size) {
      this(subject, gpa, hpa, size, null);
    }
  }

  /**
   * A page of guest-physical memory holds what another does, and goes over to the frame of the host
   * that the other has; both are read-only from now on (rules.md R23).
   */
  @About("vm")
  record PageShare(Subject subject, @As(Format.HEX) long gpa, @As(Format.HEX) long hpa)
      implements VirtEvent {}

  /** The balloon in a guest has been made larger or smaller, to so many pages in all. */
  @About("vm")
  record Balloon(Subject subject, long pages) implements VirtEvent {}

  /**
   * The host takes a frame from a VM; what it held lies in a slot of the host's swap area, unless
   * it was never written.
   */
  @About("vm")
  record HostSwapOut(
      Subject subject,
      @As(Format.HEX) long gpa,
      @As(Format.HEX) long hpa,
      boolean dirty,
      @Sometimes long slot)
      implements VirtEvent {}

  /** The host reads a page of guest-physical memory back from its slot. */
  @About("vm")
  record HostSwapIn(Subject subject, @As(Format.HEX) long gpa, long slot) implements VirtEvent {}
}
