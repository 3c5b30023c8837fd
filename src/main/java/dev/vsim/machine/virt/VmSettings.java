package dev.vsim.machine.virt;

import dev.vsim.machine.memory.KernelSettings;

/** What a VM declares. */
public record VmSettings(int vcpus, KernelSettings kernel) {
  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT = new VmSettings(1, KernelSettings.GUEST);

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel);
  }
}
