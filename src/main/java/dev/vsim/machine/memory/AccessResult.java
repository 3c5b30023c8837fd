package dev.vsim.machine.memory;

/** How a reference to memory ended. */
public enum AccessResult {
  /** Done, without a page fault. */
  HIT,
  /** Done, after a page fault. */
  FAULTED,
  /** The process ended: a segmentation fault, or no memory was left. */
  ENDED,
  /** Nothing happened: the process had ended before. */
  REFUSED,
  /** Nothing more happened: the host has no frame for the VM. */
  STUCK;

  /** Whether the reference was made. */
  public boolean done() {
    return this == HIT || this == FAULTED;
  }
}
