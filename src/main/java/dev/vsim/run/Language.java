package dev.vsim.run;

import dev.vsim.commands.Commands;
import dev.vsim.kinds.Kinds;
import dev.vsim.kinds.Strategies;
import dev.vsim.vocabulary.Vocabulary;

/** The language as it is: all kinds, commands and strategies joined into one catalogue. */
public final class Language {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(Kinds.all(), Commands.all(), Strategies.all());

  private Language() {}

  public static Vocabulary vocabulary() {
    return VOCABULARY;
  }
}
