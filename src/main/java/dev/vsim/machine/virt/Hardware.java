package dev.vsim.machine.virt;

/**
 * What help for virtualization a processor gives.
 *
 * @param vtx whether guests run in a mode of their own, and leave it by exits (VT-x, SVM)
 * @param translation whether, without that, the guest's kernel code is translated before it runs
 * @param ept what they do about guest-physical addresses
 */
public record Hardware(Vendor vendor, boolean vtx, boolean translation, EptSettings ept) {
  /** Intel's, on (rules.md R0). */
  public static final Hardware DEFAULT =
      new Hardware(Vendor.INTEL, true, false, EptSettings.DEFAULT);

  /** Whether guests' memory is translated by an EPT; else their tables are shadowed. */
  public boolean usesEpt() {
    return vtx && ept.on();
  }

  public Hardware withVendor(Vendor other) {
    return new Hardware(other, vtx, translation, ept);
  }

  public Hardware withVtx(boolean on) {
    return new Hardware(vendor, on, translation, ept);
  }

  public Hardware withTranslation(boolean on) {
    return new Hardware(vendor, vtx, on, ept);
  }

  public Hardware withEpt(EptSettings other) {
    return new Hardware(vendor, vtx, translation, other);
  }
}
