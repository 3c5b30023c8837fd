package dev.vsim.machine.storage;

import java.util.Optional;

/**
 * What a VM declares of a disk.
 *
 * @param size a multiple of 64K
 * @param form what kind of file it is exported as; nothing: a sparse one if it is thin, else a flat
 *     one
 * @param datastore where its files lie; nothing: where those of its VM do
 */
public record DiskSettings(
    long size, Provisioning provisioning, Optional<DiskForm> form, Optional<Datastore> datastore) {
  /** The largest sparse file: 2T. */
  public static final long MOST_SPARSE = 1L << 41;

  /** The largest disk: 62T (vSphere's configuration maximums). */
  public static final long MOST = 62L << 40;

  /** A thin disk. */
  public static DiskSettings thin(long size) {
    return new DiskSettings(size, Provisioning.THIN, Optional.empty(), Optional.empty());
  }

  /** A thick disk. */
  public static DiskSettings thick(long size, Provisioning provisioning) {
    return new DiskSettings(size, provisioning, Optional.empty(), Optional.empty());
  }

  /** The kind of file that it is exported as. */
  public DiskForm exported() {
    return form.orElse(
        provisioning.isThick() ? DiskForm.MONOLITHIC_FLAT : DiskForm.MONOLITHIC_SPARSE);
  }
}
