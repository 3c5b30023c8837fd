package dev.vsim.vocabulary;

import dev.vsim.value.Signature;

/** One command of the language: its form and its effect. */
public interface Command {
  Signature signature();

  /** Whether the bare words that it is given become labels of pages. */
  default boolean labels() {
    return false;
  }

  /** Whether all that it does is to refer to memory, as a process would. */
  default boolean onlyRefers() {
    return false;
  }

  /** Does it, for the actor that the arguments name. */
  Outcome perform(Arguments given, Setting setting);
}
