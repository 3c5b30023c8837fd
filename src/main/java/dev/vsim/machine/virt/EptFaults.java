package dev.vsim.machine.virt;

import dev.vsim.event.Op;

/** Who sees to it when a walk finds that an EPT does not let it go on. */
interface EptFaults {
  /**
   * The final translation of an access is missing or forbids it: makes it good, or says that there
   * is no frame.
   */
  boolean violation(long gva, long gpa, Op op);

  /**
   * A walk has come to a table of the guest's that nothing is behind, or whose frame it may not use
   * so.
   *
   * @param writes whether it reads the table as if it wrote it
   */
  void tableViolation(long gva, long gpa, boolean writes);

  /**
   * A walk has come to an entry that the processor does not take: it is written anew, so that what
   * was tried is permitted.
   */
  void misconfiguration(long gpa, Op op);

  /** The entry of a guest's table's frame, before a walk looks at it. */
  long tableEntry(int guestFrame);
}
