package dev.vsim.machine.cpu;

import java.util.Map;

/**
 * The options given to a scheduler; each scheduler looks at its own.
 *
 * @param given durations in nanoseconds; a global tick as 1
 */
public record SchedulerOptions(Map<SchedulerOption, Long> given) {
  /** What holds where nothing is said. */
  public static final SchedulerOptions DEFAULT = new SchedulerOptions(Map.of());

  public SchedulerOptions {
    given = Map.copyOf(given);
  }

  /** A duration in nanoseconds. */
  public long duration(SchedulerOption option) {
    return given.getOrDefault(option, option.usual());
  }

  /** Whether all slices end at multiples of the slice. */
  boolean isTickGlobal() {
    return duration(SchedulerOption.TICK) != 0;
  }
}
