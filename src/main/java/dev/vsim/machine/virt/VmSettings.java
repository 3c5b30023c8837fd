package dev.vsim.machine.virt;

import dev.vsim.machine.memory.KernelSettings;
import dev.vsim.machine.storage.Datastore;
import dev.vsim.machine.storage.DiskSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a VM declares.
 *
 * @param disks in order
 * @param datastore where its files lie; nothing: in the first that its host reaches
 * @param nics in order
 * @param os the guest operating system's name, for people
 */
public record VmSettings(
    int vcpus,
    KernelSettings kernel,
    List<DiskSettings> disks,
    Optional<Datastore> datastore,
    List<NicSettings> nics,
    Optional<String> os) {
  /** One vCPU, and a guest kernel's defaults. */
  public static final VmSettings DEFAULT =
      new VmSettings(
          1, KernelSettings.GUEST, List.of(), Optional.empty(), List.of(), Optional.empty());

  public VmSettings {
    disks = List.copyOf(disks);
    nics = List.copyOf(nics);
  }

  public VmSettings withKernel(KernelSettings other) {
    return new VmSettings(vcpus, other, disks, datastore, nics, os);
  }

  public VmSettings withVcpus(int count) {
    return new VmSettings(count, kernel, disks, datastore, nics, os);
  }

  public VmSettings withDisks(DiskSettings... others) {
    return withDisks(List.of(others));
  }

  public VmSettings withDisks(List<DiskSettings> others) {
    return new VmSettings(vcpus, kernel, others, datastore, nics, os);
  }

  /** With its files in a certain datastore, if that is said. */
  public VmSettings in(Optional<Datastore> where) {
    return new VmSettings(vcpus, kernel, disks, where, nics, os);
  }

  public VmSettings withNics(List<NicSettings> others) {
    return new VmSettings(vcpus, kernel, disks, datastore, others, os);
  }

  public VmSettings withOs(Optional<String> name) {
    return new VmSettings(vcpus, kernel, disks, datastore, nics, name);
  }

  /** What a copy of it declares: addresses are nobody else's (rules.md R25). */
  public VmSettings forClone() {
    return withNics(
        nics.stream()
            .map(n -> new NicSettings(n.card(), n.network(), OptionalLong.empty()))
            .toList());
  }
}
