package dev.vsim.kinds;

import dev.vsim.value.Value;
import dev.vsim.vocabulary.Strategy;
import dev.vsim.vocabulary.StrategySort;
import java.util.List;
import java.util.Optional;

/**
 * {@code scheduler NAME { … }}: a scheduler of the scenario's own; read and checked, not run yet.
 */
public final class SchedulerSort implements StrategySort {
  @Override
  public String word() {
    return "scheduler";
  }

  @Override
  public String doc() {
    return "Decides which virtual processor runs on a core that is free.";
  }

  @Override
  public List<Handler> handlers() {
    return List.of(
        new Handler(
            "pick",
            List.of(
                new Parameter("core", Optional.empty()), new Parameter("ready", Optional.empty())),
            true,
            Optional.of("vcpu"),
            "Gives back the one that runs next on the core, of those that are ready."));
  }

  @Override
  public List<Given> given() {
    return List.of();
  }

  @Override
  public List<String> builtIn() {
    return List.of();
  }

  @Override
  public boolean runs() {
    return false;
  }

  @Override
  public Value.Made make(Strategy declared) {
    throw new IllegalStateException("refused by the checker");
  }
}
