package dev.vsim.machine.memory;

/** A policy with its options: {@code policy clock < set-on-load off >}. */
public record PolicyChoice(PolicyKind kind, PolicyOptions options) {
  public static PolicyChoice of(PolicyKind kind) {
    return new PolicyChoice(kind, PolicyOptions.DEFAULT);
  }
}
