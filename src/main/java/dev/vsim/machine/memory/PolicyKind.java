package dev.vsim.machine.memory;

/**
 * A replacement policy by its name.
 *
 * @param word its name in the language
 * @param rule which page goes, and how ties are decided, in one sentence
 */
public record PolicyKind(String word, String rule, Maker maker) {
  /** Makes the policy of one set of frames. */
  @FunctionalInterface
  public interface Maker {
    ReplacementPolicy make(FrameSet frames, PolicyOptions options);
  }
}
