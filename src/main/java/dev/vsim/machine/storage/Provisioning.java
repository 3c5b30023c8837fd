package dev.vsim.machine.storage;

/** When a disk takes its place in the datastore (rules.md R31). */
public enum Provisioning {
  /** Grain by grain, as they are written. */
  THIN,
  /** Whole from the start; each mebibyte is zeroed when it is first written. */
  LAZY,
  /** Whole from the start, and zeroed. */
  EAGER;

  /** Whether the whole size is taken from the start. */
  public boolean isThick() {
    return this != THIN;
  }
}
