package dev.vsim.machine.memory;

/** A host's core, on which processors of the host and its VMs take turns. */
public final class Core {
  private Processor current;

  /** A processor goes on; says whether another was there since it last was. */
  boolean turnTo(Processor next) {
    boolean other = current != next;
    current = next;
    return other;
  }
}
