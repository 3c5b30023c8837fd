package dev.vsim.run;

import dev.vsim.exec.Limits;
import dev.vsim.exec.Meter;
import dev.vsim.machine.world.Budget;
import dev.vsim.trace.KeptRoom;

/**
 * What a run and everything that it simulates draw on together.
 *
 * @param limits what they may use
 * @param meter steps, calls, work and time
 * @param memory of all models
 * @param kept events of all logs
 */
record Account(Limits limits, Meter meter, Budget memory, KeptRoom kept) {
  /** The part of Java's memory that models may have; the rest is the program's, its log's. */
  private static final double FOR_MODELS = 0.8;

  private static final int MEBIBYTE = 20;

  static Account of(Limits limits, Meter.Watch watch) {
    return new Account(
        limits,
        new Meter(limits, watch),
        new Budget(limits.memory(), ofComputer()),
        new KeptRoom(limits.events()));
  }

  /** Whole mebibytes of Java's memory. */
  private static long ofComputer() {
    return (long) (Runtime.getRuntime().maxMemory() * FOR_MODELS) >>> MEBIBYTE << MEBIBYTE;
  }

  /**
   * What the first run of a world that runs twice may use (rules.md R14): what is left; what it
   * takes is let go afterwards, but for its steps, which count as work, and its notes.
   */
  Account rehearsal() {
    return new Account(limits, meter.rehearsal(), memory.rest(), new KeptRoom(kept.left()));
  }
}
