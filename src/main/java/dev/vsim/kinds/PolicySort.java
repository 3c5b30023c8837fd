package dev.vsim.kinds;

import dev.vsim.machine.memory.Policies;
import dev.vsim.machine.memory.PolicyKind;
import dev.vsim.machine.memory.PolicyOption;
import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import dev.vsim.vocabulary.Strategy;
import dev.vsim.vocabulary.StrategySort;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code policy NAME { … }}: a replacement policy of the scenario's own. */
public final class PolicySort implements StrategySort {
  static final String WORD = "policy";
  static final String LOAD = "load";
  static final String HIT = "hit";
  static final String FREE = "free";
  static final String VICTIM = "victim";
  static final String TICK = "tick";

  private static final Parameter FRAME = new Parameter("frame", Optional.of("frame"));
  private static final Parameter PAGE = new Parameter("page", Optional.empty());

  /** A policy of a scenario, ready to be chosen. */
  record Made(PolicyKind kind) implements Value.Made {
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
    return "Decides which page goes when a set of frames has no room: what it is told of the frames, and"
        + " how it chooses.";
  }

  @Override
  public List<Handler> handlers() {
    return List.of(
        told(LOAD, "A page was loaded into the frame."),
        told(
            HIT,
            "The page in the frame was referred to, without being loaded for it. A policy that has"
                + " this handler is told of every reference, which no hardware does."),
        told(FREE, "The page in the frame leaves for another reason than being the victim."),
        new Handler(
            VICTIM,
            List.of(PAGE),
            true,
            Optional.of("frame"),
            "Gives back the frame whose page goes; it is given the page that is to come, none where"
                + " the frame is for something else."),
        new Handler(
            TICK,
            List.of(),
            false,
            Optional.empty(),
            "Comes before a reference of the set once in so many of them as it has frames, or as"
                + " `policy NAME < interval 100 >` says."));
  }

  private static Handler told(String event, String doc) {
    return new Handler(event, List.of(FRAME), false, Optional.empty(), doc);
  }

  @Override
  public List<Given> given() {
    return List.of(new Given("capacity", Dimension.COUNT, "How many frames the set can have."));
  }

  @Override
  public List<String> builtIn() {
    return Policies.ALL.stream().map(PolicyKind::word).toList();
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public Value.Made make(Strategy declared) {
    return new Made(
        new PolicyKind(
            declared.name(),
            (frames, options) -> new DeclaredPolicy(frames, options, declared),
            declared.handles(TICK) ? Set.of(PolicyOption.INTERVAL) : Set.of()));
  }
}
