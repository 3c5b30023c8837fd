package dev.vsim.machine.memory;

import java.util.Set;

/**
 * A replacement policy by its name.
 *
 * @param word its name in the language
 * @param options what can be set of it
 */
public record PolicyKind(String word, Maker maker, Set<PolicyOption> options) {
  /** A policy without options. */
  public PolicyKind(String word, Maker maker) {
    this(word, maker, Set.of());
  }

  /** Makes the policy of one set of frames. */
  @FunctionalInterface
  public interface Maker {
    ReplacementPolicy make(FrameSet frames, PolicyOptions options);
  }
}
