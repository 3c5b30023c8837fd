package dev.vsim.machine.cpu;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in schedulers; a new one is a class and a line here. */
public final class Schedulers {
  public static final SchedulerKind ROUND_ROBIN =
      new SchedulerKind(
          "round-robin",
          "the one that has been ready longest, for a slice",
          RoundRobin::new,
          Set.of(SchedulerOption.SLICE, SchedulerOption.TICK));
  public static final SchedulerKind FIFO =
      new SchedulerKind(
          "fifo", "the one that has been ready longest, until it blocks", Fifo::new, Set.of());
  public static final SchedulerKind SHORTEST_FIRST =
      new SchedulerKind(
          "sjf",
          "the one with the shortest burst, among equals the one that has been ready longest, until it blocks",
          ShortestFirst::new,
          Set.of());
  public static final SchedulerKind PROPORTIONAL =
      new SchedulerKind(
          "proportional",
          "the one with the least processor time for its shares, among equals the one that has been ready longest, for a slice; what is reserved comes first",
          Proportional::new,
          Set.of(SchedulerOption.SLICE));
  public static final SchedulerKind CO_SCHEDULED =
      new SchedulerKind(
          "co-scheduled",
          "the VM that has been without cores longest and all of whose vCPUs that are ready find one, until the next tick",
          CoScheduled::new,
          Set.of(SchedulerOption.SLICE));
  public static final SchedulerKind RELAXED =
      new SchedulerKind(
          "relaxed",
          "the one that has been ready longest, for a slice; a vCPU too far ahead of its siblings is held back",
          Relaxed::new,
          Set.of(SchedulerOption.SLICE, SchedulerOption.SKEW));

  /** All of them, in the order in which they are documented. */
  public static final List<SchedulerKind> ALL =
      List.of(ROUND_ROBIN, FIFO, SHORTEST_FIRST, PROPORTIONAL, CO_SCHEDULED, RELAXED);

  private Schedulers() {}

  public static Optional<SchedulerKind> named(String word) {
    return ALL.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The names of the schedulers that have an option. */
  public static List<String> with(SchedulerOption option) {
    return ALL.stream()
        .filter(kind -> kind.options().contains(option))
        .map(SchedulerKind::word)
        .toList();
  }
}
