package dev.vsim.kinds;

import dev.vsim.vocabulary.StrategySort;
import java.util.List;

/** All sorts of strategy that a scenario can write; a new one is a class and a line here. */
public final class Strategies {
  private Strategies() {}

  public static List<StrategySort> all() {
    return List.of(new PolicySort(), new SchedulerSort());
  }
}
