package dev.vsim.machine;

import dev.vsim.machine.cpu.SchedulerChoice;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.machine.device.IommuSettings;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.virt.Hardware;

/**
 * What a host declares.
 *
 * @param ha whether its VMs are started elsewhere when it crashes
 */
public record HostSettings(
    int cpus,
    KernelSettings kernel,
    SchedulerChoice scheduler,
    Hardware hardware,
    IommuSettings iommu,
    boolean ha,
    Chassis chassis) {
  /** Four cores in round robin, 16G, 4G of swap on an SSD, LRU. */
  public static final HostSettings DEFAULT =
      new HostSettings(
          4,
          KernelSettings.HOST,
          SchedulerChoice.of(Schedulers.ROUND_ROBIN),
          Hardware.DEFAULT,
          IommuSettings.DEFAULT,
          false,
          Chassis.DEFAULT);

  public HostSettings withKernel(KernelSettings other) {
    return new HostSettings(cpus, other, scheduler, hardware, iommu, ha, chassis);
  }

  public HostSettings withCpus(int count) {
    return new HostSettings(count, kernel, scheduler, hardware, iommu, ha, chassis);
  }

  public HostSettings withScheduler(SchedulerChoice other) {
    return new HostSettings(cpus, kernel, other, hardware, iommu, ha, chassis);
  }

  public HostSettings withHardware(Hardware other) {
    return new HostSettings(cpus, kernel, scheduler, other, iommu, ha, chassis);
  }

  public HostSettings withIommu(IommuSettings other) {
    return new HostSettings(cpus, kernel, scheduler, hardware, other, ha, chassis);
  }

  public HostSettings withHa(boolean on) {
    return new HostSettings(cpus, kernel, scheduler, hardware, iommu, on, chassis);
  }

  public HostSettings withChassis(Chassis other) {
    return new HostSettings(cpus, kernel, scheduler, hardware, iommu, ha, other);
  }
}
