package dev.vsim.machine.virt;

import dev.vsim.machine.cpu.Refusal;
import dev.vsim.machine.device.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The physical devices that a VM has to itself while it runs. They write where the guest's driver
 * tells them, by guest-physical addresses, and cannot wait for a page: so all of its memory is
 * backed before, and pinned (rules.md R33).
 */
public final class Passthrough {
  private final List<Device> devices = new ArrayList<>();
  private boolean attached;

  /** In order of declaration. */
  public List<Device> all() {
    return Collections.unmodifiableList(devices);
  }

  /** One more; the VM does not have it before it is attached. */
  public void add(Device device) {
    devices.add(device);
  }

  /**
   * Takes hold of the devices.
   *
   * @param frames how many pages of memory the guest has
   * @param backing backs them all, or says that there are too few frames
   * @return why not, if not
   */
  Optional<Refusal> attach(Ept ept, int frames, BooleanSupplier backing) {
    if (attached || devices.isEmpty()) {
      return Optional.empty();
    } else if (devices.stream().anyMatch(d -> !d.iommu().isFree(d.name()))) {
      return Optional.of(Refusal.DEVICE_IN_USE);
    } else if (!backing.getAsBoolean()) {
      return Optional.of(Refusal.MEMORY);
    }
    devices.forEach(device -> attach(device, ept, frames));
    attached = true;
    return Optional.empty();
  }

  private static void attach(Device device, Ept ept, int frames) {
    device.iommu().assign(device);
    for (int page = 0; page < frames; page++) {
      device.iommu().map(device, page, ept.hostFrame(page));
    }
  }

  /** Lets go of the devices: the VM is off. */
  void detach() {
    if (attached) {
      devices.forEach(d -> d.iommu().release(d));
      attached = false;
    }
  }
}
