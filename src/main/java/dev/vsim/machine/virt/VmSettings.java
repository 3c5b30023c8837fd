package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.CpuSettings;
import dev.vsim.machine.memory.KernelSettings;

/**
 * What a VM declares.
 *
 * @param backing when the frames of its tables are backed
 * @param cpu how much processor time its vCPUs get, and where
 */
public record VmSettings(int vcpus, KernelSettings kernel, Backing backing, CpuSettings cpu) {
  /** When a frame of a guest's table gets one of the host's behind it (rules.md R8). */
  public enum Backing {
    /** When the guest's kernel takes it, so that a walk alone never violates. */
    TAKEN,
    /** When a walk first reads it. */
    DEMAND
  }

  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT =
      new VmSettings(1, KernelSettings.GUEST, Backing.TAKEN, CpuSettings.DEFAULT);

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other, backing, cpu);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel, backing, cpu);
  }

  public VmSettings withBacking(Backing other) {
    return new VmSettings(vcpus, kernel, other, cpu);
  }

  public VmSettings withCpu(CpuSettings other) {
    return new VmSettings(vcpus, kernel, backing, other);
  }
}
