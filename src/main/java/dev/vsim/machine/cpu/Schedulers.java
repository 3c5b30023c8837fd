package dev.vsim.machine.cpu;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The built-in schedulers; a new one is a class and a line here. */
public final class Schedulers {
  public static final SchedulerKind ROUND_ROBIN =
      new SchedulerKind(
          "round-robin", RoundRobin::new, Set.of(SchedulerOption.SLICE, SchedulerOption.TICK));
  public static final SchedulerKind FIFO = new SchedulerKind("fifo", Fifo::new, Set.of());
  public static final SchedulerKind SHORTEST_FIRST =
      new SchedulerKind("sjf", ShortestFirst::new, Set.of());
  public static final SchedulerKind PROPORTIONAL =
      new SchedulerKind("proportional", Proportional::new, Set.of(SchedulerOption.SLICE));
  public static final SchedulerKind CO_SCHEDULED =
      new SchedulerKind("co-scheduled", CoScheduled::new, Set.of(SchedulerOption.SLICE));
  public static final SchedulerKind RELAXED =
      new SchedulerKind(
          "relaxed", Relaxed::new, Set.of(SchedulerOption.SLICE, SchedulerOption.SKEW));

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
