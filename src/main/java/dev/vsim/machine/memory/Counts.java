package dev.vsim.machine.memory;

import dev.vsim.event.Cause;
import dev.vsim.machine.time.Clock;
import dev.vsim.machine.world.Checkpoint;

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

  /** All of it: a guest's own accounts go back with it. */
  Checkpoint checkpoint() {
    long[] kept = {accesses, hits, evictions, swapOuts, swapIns, walkReferences, resident, swapped};
    Kept.Longs keptFaults = new Kept.Longs(faults);
    Clock keptBusy = busy.copy();
    return Checkpoint.of(
        (kept.length + 3L) * Long.BYTES + keptFaults.bytes(),
        () -> {
          accesses = kept[0];
          hits = kept[1];
          evictions = kept[2];
          swapOuts = kept[3];
          swapIns = kept[4];
          walkReferences = kept[5];
          resident = kept[6];
          swapped = kept[7];
          keptFaults.into(faults, 0);
          busy.become(keptBusy);
        });
  }
}
