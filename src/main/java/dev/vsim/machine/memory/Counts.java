package dev.vsim.machine.memory;

import dev.vsim.event.Cause;
import dev.vsim.machine.time.Clock;

/** What is counted of one process; fields, since every reference counts. */
final class Counts {
  long accesses;
  long hits;
  final long[] faults = new long[Cause.values().length];
  long evictions;
  long swapOuts;
  long swapIns;
  long walkReferences;
  long resident;
  long swapped;

  /** The virtual time of its accesses. */
  final Clock busy = new Clock();

  long faults() {
    long sum = 0;
    for (long n : faults) {
      sum += n;
    }
    return sum;
  }
}
