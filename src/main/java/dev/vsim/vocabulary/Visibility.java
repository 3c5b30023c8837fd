package dev.vsim.vocabulary;

/** Which events the trace shows, by event, group or area. */
public interface Visibility {
  /** Shows the events of this word; false where no event has it. */
  boolean show(String word);

  /** Advice on a word that no event has: the nearest that some have. */
  String nearest(String word);

  /** Hides the events of this word; false where no event has it. */
  boolean hide(String word);
}
