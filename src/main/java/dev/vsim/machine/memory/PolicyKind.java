package dev.vsim.machine.memory;

import java.util.Set;

/**
 * A replacement policy by its name.
 *
 * @param word its name in the language
 * @param rule which page goes, in one sentence
 * @param options what can be set of it
 * @param ties how it decides where its rule says nothing, and how a page begins
 * @param source where it comes from
 */
public record PolicyKind(
    String word, String rule, Maker maker, Set<PolicyOption> options, String ties, String source) {
  /** A policy without options. */
  public PolicyKind(String word, String rule, Maker maker) {
    this(word, rule, maker, Set.of());
  }

  /** A policy of which no more is said than its rule. */
  public PolicyKind(String word, String rule, Maker maker, Set<PolicyOption> options) {
    this(word, rule, maker, options, "", "");
  }

  /** The same, with its ties and where it comes from. */
  PolicyKind with(String decisions, String paper) {
    return new PolicyKind(word, rule, maker, options, decisions, paper);
  }

  /** Makes the policy of one set of frames. */
  @FunctionalInterface
  public interface Maker {
    ReplacementPolicy make(FrameSet frames, PolicyOptions options);
  }
}
