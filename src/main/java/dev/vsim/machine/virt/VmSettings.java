package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.CpuSettings;
import dev.vsim.machine.memory.Claim;
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
 * @param footprint memory that goes into its being a VM
 * @param claim what it may claim of its host's memory
 * @param ha whether it is started elsewhere when its host crashes; nothing: as its host says
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
    Optional<String> os,
    Footprint footprint,
    Claim claim,
    Optional<Boolean> ha) {
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
          Optional.empty(),
          Footprint.DEFAULT,
          Claim.DEFAULT,
          Optional.empty());

  public VmSettings {
    disks = List.copyOf(disks);
  }

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(
        vcpus, other, backing, cpu, exits, hardware, disks, datastore, os, footprint, claim, ha);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(
        count, kernel, backing, cpu, exits, hardware, disks, datastore, os, footprint, claim, ha);
  }

  public VmSettings withBacking(Backing other) {
    return new VmSettings(
        vcpus, kernel, other, cpu, exits, hardware, disks, datastore, os, footprint, claim, ha);
  }

  public VmSettings withCpu(CpuSettings other) {
    return new VmSettings(
        vcpus, kernel, backing, other, exits, hardware, disks, datastore, os, footprint, claim, ha);
  }

  public VmSettings withDisks(DiskSettings... others) {
    return withDisks(List.of(others));
  }

  public VmSettings withDisks(List<DiskSettings> others) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, hardware, others, datastore, os, footprint, claim, ha);
  }

  /** With its files in a certain datastore, if that is said. */
  public VmSettings in(Optional<Datastore> where) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, hardware, disks, where, os, footprint, claim, ha);
  }

  public VmSettings withOs(Optional<String> name) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, hardware, disks, datastore, name, footprint, claim, ha);
  }

  public VmSettings withExits(ExitControls other) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, other, hardware, disks, datastore, os, footprint, claim, ha);
  }

  public VmSettings withHardware(Hardware other) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, other, disks, datastore, os, footprint, claim, ha);
  }

  public VmSettings withFootprint(Footprint other) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, hardware, disks, datastore, os, other, claim, ha);
  }

  public VmSettings withClaim(Claim other) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, hardware, disks, datastore, os, footprint, other, ha);
  }

  public VmSettings withHa(Optional<Boolean> on) {
    return new VmSettings(
        vcpus, kernel, backing, cpu, exits, hardware, disks, datastore, os, footprint, claim, on);
  }
}
