package dev.vsim.machine.virt;

/**
 * Memory that goes into a VM's being one (rules.md R37).
 *
 * @param os bytes that the guest's operating system takes for itself
 * @param vmm bytes that the hypervisor takes for its state and its devices, without tables
 */
public record Footprint(long os, long vmm) {
  /** 64M and 32M. */
  public static final Footprint DEFAULT = new Footprint(64L << 20, 32L << 20);
}
