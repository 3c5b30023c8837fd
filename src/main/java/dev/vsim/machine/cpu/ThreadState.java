package dev.vsim.machine.cpu;

/** What a thread does, or what it waits for. */
public enum ThreadState {
  /**
   * Its machine is off: time that belongs to no sum (rules.md R40), and work that comes is lost.
   */
  OFF,
  /**
   * Its machine is paused or suspended: time that belongs to no sum either, but work that comes is
   * kept until it goes on.
   */
  HELD,
  /** It has nothing to do: the guest has halted it. */
  IDLE,
  /** What it has to do waits for I/O. */
  WAITING,
  /** It could run and has no core. */
  READY,
  /** It could run and is held back until its siblings have caught up. */
  CO_STOPPED,
  /** It is on a core. */
  RUNNING
}
