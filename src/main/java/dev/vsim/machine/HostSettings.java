package dev.vsim.machine;

import dev.vsim.machine.cpu.SchedulerChoice;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.virt.Hardware;

/** What a host declares. */
public record HostSettings(
    int cpus, KernelSettings kernel, SchedulerChoice scheduler, Hardware hardware) {
  /** Four cores in round robin, 16G, 4G of swap on an SSD, LRU. */
  public static final HostSettings DEFAULT =
      new HostSettings(
          4, KernelSettings.HOST, SchedulerChoice.of(Schedulers.ROUND_ROBIN), Hardware.DEFAULT);

  public HostSettings withKernel(KernelSettings other) {
    return new HostSettings(cpus, other, scheduler, hardware);
  }

  public HostSettings withCpus(int count) {
    return new HostSettings(count, kernel, scheduler, hardware);
  }

  public HostSettings withScheduler(SchedulerChoice other) {
    return new HostSettings(cpus, kernel, other, hardware);
  }

  public HostSettings withHardware(Hardware other) {
    return new HostSettings(cpus, kernel, scheduler, other);
  }
}
