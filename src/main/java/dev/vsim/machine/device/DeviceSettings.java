package dev.vsim.machine.device;

import dev.vsim.machine.paging.Rights;
import java.util.Set;

/**
 * What a VM declares of a device that it is given.
 *
 * @param name by which the host knows the device: {@code hba0}
 * @param rights what the device may do with the VM's memory
 * @param vectors the interrupts in its remapping table
 */
public record DeviceSettings(String name, Rights rights, Set<Integer> vectors) {
  public DeviceSettings {
    vectors = Set.copyOf(vectors);
  }

  /** A device that may read and write, and has no interrupt as yet. */
  public static DeviceSettings of(String name) {
    return new DeviceSettings(name, Rights.RW, Set.of());
  }

  public DeviceSettings withRights(Rights other) {
    return new DeviceSettings(name, other, vectors);
  }

  public DeviceSettings withVectors(Set<Integer> others) {
    return new DeviceSettings(name, rights, others);
  }
}
