package dev.vsim.machine.memory;

import java.util.Map;

/**
 * The options given to a replacement policy; each policy looks at its own.
 *
 * @param given numbers as they are, shares from 0 to 1, switches as 0 and 1
 */
public record PolicyOptions(Map<PolicyOption, Double> given) {
  /** What holds where nothing is said. */
  public static final PolicyOptions DEFAULT = new PolicyOptions(Map.of());

  public PolicyOptions {
    given = Map.copyOf(given);
  }

  /** Only {@code set-on-load}. */
  public PolicyOptions(boolean setOnLoad) {
    this(Map.of(PolicyOption.SET_ON_LOAD, setOnLoad ? 1.0 : 0.0));
  }

  /** Whether loading a page counts as referring to it (clock). */
  public boolean setOnLoad() {
    return given.getOrDefault(PolicyOption.SET_ON_LOAD, 1.0) != 0;
  }

  /** A count, or what holds where it is not given. */
  public long count(PolicyOption option, long otherwise) {
    Double value = given.get(option);
    return value == null ? otherwise : value.longValue();
  }

  /** A part of so many frames, rounded down but at least one. */
  int share(PolicyOption option, double otherwise, int frames) {
    return Math.max(1, (int) (frames * given.getOrDefault(option, otherwise)));
  }
}
