package dev.vsim.machine;

import dev.vsim.machine.cpu.SchedulerChoice;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.machine.device.IommuSettings;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.virt.Hardware;

/** What a host declares. */
public record HostSettings(
    int cpus,
    KernelSettings kernel,
    SchedulerChoice scheduler,
    Hardware hardware,
    IommuSettings iommu) {
  /** Four cores in round robin, 16G, 4G of swap on an SSD, LRU. */
  public static final HostSettings DEFAULT =
      new HostSettings(
          4,
          KernelSettings.HOST,
          SchedulerChoice.of(Schedulers.ROUND_ROBIN),
          Hardware.DEFAULT,
          IommuSettings.DEFAULT);

  public HostSettings withKernel(KernelSettings other) {
    return new HostSettings(cpus, other, scheduler, hardware, iommu);
  }

  public HostSettings withCpus(int count) {
    return new HostSettings(count, kernel, scheduler, hardware, iommu);
  }

  public HostSettings withScheduler(SchedulerChoice other) {
    return new HostSettings(cpus, kernel, other, hardware, iommu);
  }

  public HostSettings withHardware(Hardware other) {
    return new HostSettings(cpus, kernel, scheduler, other, iommu);
  }

  public HostSettings withIommu(IommuSettings other) {
    return new HostSettings(cpus, kernel, scheduler, hardware, other);
  }
}
