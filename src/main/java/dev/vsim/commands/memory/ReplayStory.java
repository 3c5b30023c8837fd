package dev.vsim.commands.memory;

import dev.vsim.machine.memory.Process;
import dev.vsim.machine.memory.ReplayResult;
import dev.vsim.text.Numerals;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;

/** What a replay means, in one line for a person. */
final class ReplayStory {
  private ReplayStory() {}

  /** How many pages the process has ever used. */
  static long pages(Process process) {
    long pages = 0;
    for (long page = process.nextUsed(0); page >= 0; page = process.nextUsed(page + 1)) {
      pages++;
    }
    return pages;
  }

  /**
   * The line. Which faults were first ones it says only of a process that has come through.
   *
   * @param once how many pages it used for the first time
   */
  static String of(ReplayResult result, long once) {
    boolean through = result.last().done() && once > 0 && once <= result.faults();
    double each = result.references() == 0 ? 0 : (double) result.time() / result.references();
    return Numerals.grouped(result.references())
        + " references, faults "
        + Numerals.grouped(result.faults())
        + (through ? firstAndAgain(once, result.faults() - once) : "")
        + "; "
        + new Value.Real(Math.rint(each * 1000) / 1000, Dimension.DURATION).print()
        + " each";
  }

  private static String firstAndAgain(long once, long again) {
    return ": every one of the "
        + Numerals.grouped(once)
        + " pages once"
        + (again > 0 ? ", " + Numerals.grouped(again) + " after eviction" : "");
  }
}
