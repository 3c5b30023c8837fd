package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.HostThread;
import dev.vsim.machine.cpu.Times;
import dev.vsim.machine.world.Budget;
import dev.vsim.value.Subject;

/** A virtual processor: whom exits and entries are about. */
public final class Vcpu implements Subject {
  private final Vm vm;
  private final int number;
  private final HostThread thread;
  private GuestState state;

  Vcpu(Vm vm, int number, Budget budget) {
    this.vm = vm;
    this.number = number;
    this.thread = vm.gang().add(this, budget);
  }

  @Override
  public String kind() {
    return "vcpu";
  }

  @Override
  public String path() {
    return vm.path() + ".vcpu" + number;
  }

  public Vm vm() {
    return vm;
  }

  /** What the host's scheduler knows of it. */
  public HostThread thread() {
    return thread;
  }

  /** What the hypervisor keeps of it. */
  public GuestState state() {
    if (state == null) {
      state = new GuestState();
    }
    return state;
  }

  /** Where its time went. */
  public Times times() {
    return thread.times();
  }

  /** Its number in the VM, from 0. */
  public int number() {
    return number;
  }
}
