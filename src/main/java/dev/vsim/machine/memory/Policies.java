package dev.vsim.machine.memory;

import java.util.List;
import java.util.Optional;

/** The built-in replacement policies; a new one is a class and a line here. */
public final class Policies {
  public static final PolicyKind FIFO =
      new PolicyKind("fifo", "the page loaded longest ago goes", Fifo::new);
  public static final PolicyKind LRU =
      new PolicyKind("lru", "the page used longest ago goes", Lru::new);
  public static final PolicyKind CLOCK =
      new PolicyKind(
          "clock",
          "the first page from the hand on that was not referred to since the hand last passed goes",
          ClockPolicy::new);

  /** All of them, in the order in which they are documented. */
  public static final List<PolicyKind> ALL = List.of(FIFO, LRU, CLOCK);

  private Policies() {}

  public static Optional<PolicyKind> named(String word) {
    return ALL.stream().filter(kind -> kind.word().equals(word)).findFirst();
  }
}
