package dev.vsim.machine.virt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often a guest's software does what may concern its hypervisor, in a second of processor time
 * (rules.md R37).
 *
 * @param rates times a second by action; what is not named does not happen
 * @param level the level of the guest's tables at which its pages have their entries: 1 for 4K
 */
public record Profile(Map<GuestAction, Long> rates, int level) {
  /** 10,000 exits by the usual controls, of them 2,000 register accesses, and 100,000 misses. */
  public static final Profile SERVER =
      new Profile(
          Map.ofEntries(
              Map.entry(GuestAction.ACCESSES, 2_000L),
              Map.entry(GuestAction.INTERRUPTS, 2_500L),
              Map.entry(GuestAction.HLT, 1_500L),
              Map.entry(GuestAction.TIMER, 3_000L),
              Map.entry(GuestAction.MSR, 500L),
              Map.entry(GuestAction.CPUID, 500L),
              Map.entry(GuestAction.CR3, 5_000L),
              Map.entry(GuestAction.INVLPG, 1_000L),
              Map.entry(GuestAction.RDTSC, 20_000L),
              Map.entry(GuestAction.PAUSE, 2_000L),
              Map.entry(GuestAction.CLI, 80_000L),
              Map.entry(GuestAction.POPF, 20_000L),
              Map.entry(GuestAction.FAULTS, 10_000L),
              Map.entry(GuestAction.MISSES, 100_000L)),
          1);

  /** Computes in memory: a tick of 250 Hz, and a TLB that does not hold what it works on. */
  public static final Profile COMPUTE =
      new Profile(
          Map.of(
              GuestAction.INTERRUPTS, 250L,
              GuestAction.TIMER, 250L,
              GuestAction.CR3, 50L,
              GuestAction.CLI, 2_000L,
              GuestAction.POPF, 500L,
              GuestAction.FAULTS, 100L,
              GuestAction.MISSES, 400_000L),
          1);

  public Profile {
    Map<GuestAction, Long> ordered = new EnumMap<>(GuestAction.class);
    ordered.putAll(rates);
    rates = Collections.unmodifiableMap(ordered);
  }

  /** How often it does something in a second of processor time. */
  public long rate(GuestAction action) {
    return rates.getOrDefault(action, 0L);
  }

  /** The same, with another rate of one action. */
  public Profile with(GuestAction action, long rate) {
    Map<GuestAction, Long> others = new EnumMap<>(rates);
    others.put(action, rate);
    return new Profile(others, level);
  }

  /** The same, with pages that have their entries at another level. */
  public Profile withLevel(int other) {
    return new Profile(rates, other);
  }
}
