package dev.vsim.kinds;

import dev.vsim.machine.cpu.Core;
import dev.vsim.machine.cpu.HostThread;
import dev.vsim.machine.cpu.Ruled;
import dev.vsim.source.ProcessorProblem;
import dev.vsim.value.Sorts;
import dev.vsim.value.Subject;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Outcome;
import dev.vsim.vocabulary.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule of a scheduler that a scenario declares, at work on one host. */
final class DeclaredRule implements Ruled.Rule {
  private final Strategy.Handling pick;

  DeclaredRule(Strategy strategy) {
    this.pick = strategy.begin(List.of()).on(SchedulerSort.PICK).orElseThrow();
  }

  @Override
  public HostThread pick(Core core, List<HostThread> ready) {
    List<Value> candidates = new ArrayList<>();
    for (HostThread thread : ready) {
      candidates.add(thing(thread.subject()));
    }
    List<Value> about = List.of(thing(core), Value.Items.of(candidates));
    Value chosen = pick.ask(about, value -> misfit(value, ready));
    return thread(chosen, ready).orElse(null);
  }

  private static Value thing(Subject subject) {
    return new Value.Thing(subject.kind(), subject);
  }

  private static Optional<HostThread> thread(Value chosen, List<HostThread> ready) {
    return chosen instanceof Value.Thing thing
        ? ready.stream().filter(t -> t.subject() == thing.subject()).findFirst()
        : Optional.empty();
  }

  /** Why what was chosen cannot run there. */
  private static Optional<Outcome.Wrong> misfit(Value chosen, List<HostThread> ready) {
    if (thread(chosen, ready).isPresent()) {
      return Optional.empty();
    }
    String what =
        chosen instanceof Value.Thing thing ? thing.subject().path() : Sorts.prose(chosen);
    return Optional.of(
        new Outcome.Wrong(ProcessorProblem.NOT_READY, Optional.empty(), List.of(what)));
  }
}
