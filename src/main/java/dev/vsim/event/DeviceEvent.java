package dev.vsim.event;

import dev.vsim.value.Subject;
import dev.vsim.value.Value;

/** What devices that belong to a VM do by themselves (machine.md, "Devices"; rules.md R33). */
public sealed interface DeviceEvent extends Event {
  /**
   * A device has moved bytes between itself and memory. A transfer that crosses a page's end is one
   * for each page; the value stands where all of it lies in one.
   */
  @About("device")
  record Dma(
      Subject subject,
      @As(Format.HEX) long address,
      @As(Format.HEX) long hpa,
      Op op,
      @Sometimes Value value)
      implements DeviceEvent {}

  /** The IOMMU has stopped a device's transfer, by its address, or its interrupt, by its vector. */
  @About("device")
  record IommuFault(
      Subject subject,
      @Sometimes @As(Format.HEX) long address,
      Stray reason,
      @Sometimes Op op,
      @Sometimes @As(Format.VECTOR) long vector)
      implements DeviceEvent {}

  /** Why an IOMMU stops something. */
  enum Stray {
    /** The device's table has no entry for the address. */
    ADDRESS,
    /** The entry does not permit it. */
    PERMISSION,
    /** The interrupt is not in the device's remapping table. */
    INTERRUPT
  }
}
