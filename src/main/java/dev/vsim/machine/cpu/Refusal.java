package dev.vsim.machine.cpu;

/** Why a host does not take on a machine's threads. */
public enum Refusal {
  /** It has more vCPUs than could ever run at once there. */
  CORES,
  /** What is reserved of processor time would be more than the host has. */
  RESERVATION,
  /** What is reserved of memory would be more than the host has. */
  MEMORY_RESERVATION
}
