package dev.vsim.vocabulary;

import dev.vsim.machine.world.Checkpoint;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/** A strategy that a program declares. */
public interface Strategy {
  String name();

  /** Whether it has a handler of this event. */
  boolean handles(String event);

  /** Whether it reads an attribute of this name of anything. */
  boolean reads(String attribute);

  /**
   * Begins one, with variables of its own.
   *
   * @param given the values of its sort's {@link StrategySort#given}, in their order
   */
  Handlers begin(List<Value> given);

  /** What a strategy that has begun does at each event; empty where it has no handler of it. */
  interface Handlers {
    Optional<Handling> on(String event);

    /**
     * What its variables hold now.
     *
     * @param more further values that it can change: what it has noted elsewhere
     */
    Checkpoint checkpoint(List<Value> more);
  }

  /** One handler of a strategy that has begun. */
  interface Handling {
    /** Runs it for what does not concern anything in particular. */
    void tell();

    /** Runs it for something, its first parameter. */
    void tell(Value about);

    /**
     * Runs it for something and takes what it gives back; where the judge finds that it cannot be
     * meant, the run ends at its {@code return}.
     */
    default Value ask(Value about, Judge judge) {
      return ask(List.of(about), judge);
    }

    /** The same for several things, its parameters in order. */
    Value ask(List<Value> about, Judge judge);
  }

  /** Who says whether what a handler has given back can be meant. */
  interface Judge {
    /** Why not, if it cannot. */
    Optional<Outcome.Wrong> misfit(Value given);
  }
}
