package dev.vsim.machine.virt;

/**
 * What help for virtualization a processor gives.
 *
 * @param vtx whether guests run in a mode of their own, and leave it by exits (VT-x, SVM)
 * @param translation whether, without that, the guest's kernel code is translated before it runs
 */
public record Hardware(Vendor vendor, boolean vtx, boolean translation) {
  /** Intel's, on (rules.md R0). */
  public static final Hardware DEFAULT = new Hardware(Vendor.INTEL, true, false);

  public Hardware withVendor(Vendor other) {
    return new Hardware(other, vtx, translation);
  }

  public Hardware withVtx(boolean on) {
    return new Hardware(vendor, on, translation);
  }

  public Hardware withTranslation(boolean on) {
    return new Hardware(vendor, vtx, on);
  }
}
