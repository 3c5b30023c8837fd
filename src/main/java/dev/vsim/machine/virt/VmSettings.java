package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.CpuSettings;
import dev.vsim.machine.memory.KernelSettings;

/** What a VM declares. */
public record VmSettings(int vcpus, KernelSettings kernel, CpuSettings cpu) {
  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT =
      new VmSettings(1, KernelSettings.GUEST, CpuSettings.DEFAULT);

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other, cpu);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel, cpu);
  }

  public VmSettings withCpu(CpuSettings other) {
    return new VmSettings(vcpus, kernel, other);
  }
}
