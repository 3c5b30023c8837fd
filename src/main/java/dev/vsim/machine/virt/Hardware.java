package dev.vsim.machine.virt;

/**
 * What help for virtualization a processor gives.
 *
 * @param vtx whether guests run in a mode of their own, and leave it by exits (VT-x, SVM)
 * @param translation whether, without that, the guest's kernel code is translated before it runs
 * @param vpid whether translations of a guest carry its number (VPID), so that they outlast exits;
 *     else each exit and each entry empties its TLB (SDM 3C 28.4.3.1)
 * @param ept what they do about guest-physical addresses
 */
public record Hardware(
    Vendor vendor, boolean vtx, boolean translation, boolean vpid, EptSettings ept) {
  /** Intel's, on (rules.md R0). */
  public static final Hardware DEFAULT =
      new Hardware(Vendor.INTEL, true, false, true, EptSettings.DEFAULT);

  /** Whether guests' memory is translated by an EPT; else their tables are shadowed. */
  public boolean usesEpt() {
    return vtx && ept.on();
  }

  public Hardware withVendor(Vendor other) {
    return new Hardware(other, vtx, translation, vpid, ept);
  }

  public Hardware withVtx(boolean on) {
    return new Hardware(vendor, on, translation, vpid, ept);
  }

  public Hardware withTranslation(boolean on) {
    return new Hardware(vendor, vtx, on, vpid, ept);
  }

  public Hardware withVpid(boolean on) {
    return new Hardware(vendor, vtx, translation, on, ept);
  }

  public Hardware withEpt(EptSettings other) {
    return new Hardware(vendor, vtx, translation, vpid, other);
  }
}
