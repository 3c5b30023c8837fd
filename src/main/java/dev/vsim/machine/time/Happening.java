package dev.vsim.machine.time;

/** What happens at an instant of virtual time. */
@FunctionalInterface
public interface Happening {
  /**
   * It is due; {@link EventQueue#instant()} says when.
   *
   * @param about what was given when it was put into the queue: who or what it is about, or whether
   *     it still holds
   */
  void happen(long about);
}
