package dev.vsim.machine.cpu;

/** Why a host does not take on a machine. */
public enum Refusal {
  /** It has more vCPUs than could ever run at once there. */
  CORES,
  /** What is reserved of processor time would be more than the host has. */
  RESERVATION,
  /** What is reserved of memory would be more than the host has. */
  MEMORY_RESERVATION,
  /** All of its memory is to be pinned, and there are not so many frames. */
  MEMORY,
  /** A device that it is to have is another's. */
  DEVICE_IN_USE
}
