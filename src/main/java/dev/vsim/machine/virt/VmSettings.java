package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.CpuSettings;
import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskSettings;
import java.util.List;
import java.util.Optional;

/**
 * What a VM declares.
 *
 * @param backing when the frames of its tables are backed
 * @param cpu how much processor time its vCPUs get, and where
 * @param exits what makes it exit to the hypervisor
 * @param hardware what help its host's processors give
 * @param disks in order
 * @param datastore where its files lie; nothing: in the first that its host reaches
 * @param os the guest operating system's name, for people
 */
public record VmSettings(
    int vcpus,
    KernelSettings kernel,
    Backing backing,
    CpuSettings cpu,
    ExitControls exits,
    Hardware hardware,
    List<DiskSettings> disks,
    Optional<Datastore> datastore,
    Optional<String> os) {
  /** When a frame of a guest's table gets one of the host's behind it (rules.md R8). */
  public enum Backing {
    /** When the guest's kernel takes it, so that a walk alone never violates. */
    TAKEN,
    /** When a walk first reads it. */
    DEMAND
  }

  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT =
      new VmSettings(
          1,
          KernelSettings.GUEST,
          Backing.TAKEN,
          CpuSettings.DEFAULT,
          ExitControls.DEFAULT,
          Hardware.DEFAULT,
          List.of(),
          Optional.empty(),
          Optional.empty());

  public VmSettings {
    disks = List.copyOf(disks);
  }

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other, backing, cpu, exits, hardware, disks, datastore, os);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel, backing, cpu, exits, hardware, disks, datastore, os);
  }

  public VmSettings withBacking(Backing other) {
    return new VmSettings(vcpus, kernel, other, cpu, exits, hardware, disks, datastore, os);
  }

  public VmSettings withCpu(CpuSettings other) {
    return new VmSettings(vcpus, kernel, backing, other, exits, hardware, disks, datastore, os);
  }

  public VmSettings withDisks(DiskSettings... others) {
    return withDisks(List.of(others));
  }

  public VmSettings withDisks(List<DiskSettings> others) {
    return new VmSettings(vcpus, kernel, backing, cpu, exits, hardware, others, datastore, os);
  }

  /** With its files in a certain datastore, if that is said. */
  public VmSettings in(Optional<Datastore> where) {
    return new VmSettings(vcpus, kernel, backing, cpu, exits, hardware, disks, where, os);
  }

  public VmSettings withOs(Optional<String> name) {
    return new VmSettings(vcpus, kernel, backing, cpu, exits, hardware, disks, datastore, name);
  }

  public VmSettings withExits(ExitControls other) {
    return new VmSettings(vcpus, kernel, backing, cpu, other, hardware, disks, datastore, os);
  }

  public VmSettings withHardware(Hardware other) {
    return new VmSettings(vcpus, kernel, backing, cpu, exits, other, disks, datastore, os);
  }
}
