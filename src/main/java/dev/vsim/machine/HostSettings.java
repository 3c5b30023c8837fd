package dev.vsim.machine;

import dev.vsim.machine.memory.KernelSettings;

/** What a host declares. */
public record HostSettings(int cpus, KernelSettings kernel) {
  /** Four cores, 16G, 4G of swap on an SSD, LRU. */
  public static final HostSettings DEFAULT = new HostSettings(4, KernelSettings.HOST);

  public HostSettings withKernel(KernelSettings other) {
    return new HostSettings(cpus, other);
  }
}
