package dev.vsim.vocabulary;

import dev.vsim.value.Dimension;
import dev.vsim.value.Value;
import java.util.List;
import java.util.Optional;

/** Something of which a scenario can write its own: {@code policy NAME { … }}. */
public interface StrategySort {
  /** Its word, {@code policy}. */
  String word();

  /** One sentence: what it decides. */
  String doc();

  /** What it is told and asked, in the order in which that is documented. */
  List<Handler> handlers();

  /** What it can read beside its own variables: whole numbers by name. */
  List<Given> given();

  /** The names of those that are built in, which none of a scenario's may have. */
  List<String> builtIn();

  /** Whether this version runs them. */
  boolean runs();

  /** What a property takes that wants one of this sort. */
  Value.Made make(Strategy declared);

  /** The handler of an event. */
  default Optional<Handler> handler(String event) {
    return handlers().stream().filter(h -> h.event().equals(event)).findFirst();
  }

  /**
   * {@code on load(f) { … }}.
   *
   * @param event its word
   * @param parameters what it is given; a strategy may name fewer, from the first on
   * @param required whether each strategy of the sort must have it
   * @param gives the kind of object that it gives back, if it gives one
   * @param doc one sentence: when it runs
   */
  record Handler(
      String event,
      List<Parameter> parameters,
      boolean required,
      Optional<String> gives,
      String doc) {
    /** As it is written: {@code on load(frame)}. */
    public String usage() {
      List<String> names = parameters.stream().map(Parameter::name).toList();
      return "on " + event + "(" + String.join(", ", names) + ")";
    }
  }

  /**
   * What a handler is given.
   *
   * @param name for the reference; a strategy calls it as it likes
   * @param kind of the object that it is; empty where it can be anything
   */
  record Parameter(String name, Optional<String> kind) {}

  /** A whole number that a strategy reads by name. */
  record Given(String name, Dimension dimension, String doc) {}
}
