package dev.vsim.machine.cpu;

import java.util.Set;

/**
 * A scheduler by its name.
 *
 * @param word its name in the language
 * @param options what can be set of it
 */
public record SchedulerKind(String word, Maker maker, Set<SchedulerOption> options) {
  /** Makes the scheduler of one host. */
  @FunctionalInterface
  public interface Maker {
    Scheduler make(Dispatcher cores, SchedulerOptions options);
  }

  Scheduler make(Dispatcher cores, SchedulerOptions with) {
    return maker.make(cores, with);
  }
}
