package dev.vsim.machine.virt;

import dev.vsim.machine.memory.KernelSettings;

/**
 * What a VM declares.
 *
 * @param backing when the frames of its tables are backed
 */
public record VmSettings(int vcpus, KernelSettings kernel, Backing backing) {
  /** When a frame of a guest's table gets one of the host's behind it (rules.md R8). */
  public enum Backing {
    /** When the guest's kernel takes it, so that a walk alone never violates. */
    TAKEN,
    /** When a walk first reads it. */
    DEMAND
  }

  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT = new VmSettings(1, KernelSettings.GUEST, Backing.TAKEN);

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other, backing);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel, backing);
  }

  public VmSettings withBacking(Backing other) {
    return new VmSettings(vcpus, kernel, other);
  }
}
