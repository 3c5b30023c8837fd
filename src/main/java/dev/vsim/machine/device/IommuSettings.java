package dev.vsim.machine.device;

/**
 * What stands between a host's devices and its memory.
 *
 * @param on whether there is an IOMMU, and it is on
 * @param remapping whether it looks at interrupts too
 */
public record IommuSettings(boolean on, boolean remapping) {
  /** On, with both. */
  public static final IommuSettings DEFAULT = new IommuSettings(true, true);

  /** Whether interrupts of devices are looked at: who does not look at anything does not either. */
  public boolean remaps() {
    return on && remapping;
  }
}
