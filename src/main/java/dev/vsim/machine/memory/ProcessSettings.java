package dev.vsim.machine.memory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a process declares.
 *
 * @param regions its address space, not overlapping; none: the whole lower half is valid
 * @param frames how many pages may be resident; none: it shares the kernel's set of frames, or with
 *     a policy of its own has a set without a limit
 * @param policy how its own set replaces; none: as the kernel's does
 */
public record ProcessSettings(
    List<Region> regions, OptionalInt frames, Optional<PolicyChoice> policy) {
  /** No regions, no frames of its own. */
  public static final ProcessSettings PLAIN =
      new ProcessSettings(List.of(), OptionalInt.empty(), Optional.empty());

  public ProcessSettings {
    regions = List.copyOf(regions);
  }

  public ProcessSettings withFrames(int limit) {
    return new ProcessSettings(regions, OptionalInt.of(limit), policy);
  }

  public ProcessSettings withPolicy(PolicyChoice other) {
    return new ProcessSettings(regions, frames, Optional.of(other));
  }

  public ProcessSettings withRegions(List<Region> others) {
    return new ProcessSettings(others, frames, policy);
  }
}
