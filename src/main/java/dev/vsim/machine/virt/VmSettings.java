package dev.vsim.machine.virt;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskSettings;
import java.util.List;
import java.util.Optional;

/**
 * What a VM declares.
 *
 * @param disks in order
 * @param datastore where its files lie; nothing: in the first that its host reaches
 */
public record VmSettings(
    int vcpus, KernelSettings kernel, List<DiskSettings> disks, Optional<Datastore> datastore) {
  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT =
      new VmSettings(1, KernelSettings.GUEST, List.of(), Optional.empty());

  public VmSettings {
    disks = List.copyOf(disks);
  }

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other, disks, datastore);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel, disks, datastore);
  }

  public VmSettings withDisks(DiskSettings... others) {
    return withDisks(List.of(others));
  }

  public VmSettings withDisks(List<DiskSettings> others) {
    return new VmSettings(vcpus, kernel, others, datastore);
  }

  /** With its files in a certain datastore. */
  public VmSettings in(Datastore where) {
    return new VmSettings(vcpus, kernel, disks, Optional.of(where));
  }
}
