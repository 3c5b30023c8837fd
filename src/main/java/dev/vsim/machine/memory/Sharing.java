package dev.vsim.machine.memory;

/**
 * Which equal pages of VMs may lie in one frame of their host.
 *
 * @param on whether any may
 * @param betweenVms whether those of different VMs may
 */
public record Sharing(boolean on, boolean betweenVms) {
  /** All (unlike ESXi, which has kept them apart by salts since 2015). */
  public static final Sharing DEFAULT = new Sharing(true, true);
}
