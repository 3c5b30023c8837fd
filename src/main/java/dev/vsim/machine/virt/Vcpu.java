package dev.vsim.machine.virt;

import dev.vsim.value.Subject;

/** A virtual processor: whom exits and entries are about. */
public final class Vcpu implements Subject {
  private final Vm vm;
  private final int number;

  Vcpu(Vm vm, int number) {
    this.vm = vm;
    this.number = number;
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

  /** Its number in the VM, from 0. */
  public int number() {
    return number;
  }
}
