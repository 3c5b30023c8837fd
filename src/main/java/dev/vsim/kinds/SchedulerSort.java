package dev.vsim.kinds;

import dev.vsim.machine.cpu.Ruled;
import dev.vsim.machine.cpu.SchedulerKind;
import dev.vsim.machine.cpu.SchedulerOption;
import dev.vsim.machine.cpu.Schedulers;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Strategy;
import dev.vsim.vocabulary.StrategySort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code scheduler NAME { … }}: a scheduler of the scenario's own. */
public final class SchedulerSort implements StrategySort {
  static final String WORD = "scheduler";
  static final String PICK = "pick";

  /** A scheduler of a scenario, ready to be chosen. */
  record Made(SchedulerKind kind) implements Value.Made {
    @Override
    public String sort() {
      return WORD;
    }

    @Override
    public String name() {
      return kind.word();
    }
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public String doc() {
    return "Decides which virtual processor runs on a core that is free; slices end as with round-robin.";
  }

  @Override
  public List<Handler> handlers() {
    return List.of(
        new Handler(
            PICK,
            List.of(
                new Parameter("core", Optional.of("core")),
                new Parameter("ready", Optional.empty())),
            true,
            Optional.of("vcpu"),
            "Gives back the one that runs next on the core, of the list of those that are ready and may"
                + " run there, who has been ready longest first."));
  }

  @Override
  public List<Given> given() {
    return List.of();
  }

  @Override
  public List<String> builtIn() {
    return Schedulers.ALL.stream().map(SchedulerKind::word).toList();
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public Value.Made make(Strategy declared) {
    return new Made(
        new SchedulerKind(
            declared.name(),
            (cores, options) -> new Ruled(new DeclaredRule(declared), options),
            Set.of(SchedulerOption.SLICE)));
  }
}
