package dev.vsim.machine.time;

/** The order of what falls due at one instant (rules.md R16). */
public enum Phase {
  /** A device or an I/O is done. */
  COMPLETION,
  /** An interrupt arrives. */
  INTERRUPT,
  /** A burst of a vCPU ends. */
  BURST_END,
  /** {@code at T { … }} acts. */
  ACT,
  /** {@code run D} is over: what ends at its last instant has ended, what begins then has not. */
  RUN_END,
  /** Work arrives, or somebody wakes up. */
  ARRIVAL,
  /** A time slice ends. */
  SLICE_END,
  /** Free processors pick. */
  DISPATCH
}
