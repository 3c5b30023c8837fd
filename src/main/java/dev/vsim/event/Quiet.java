package dev.vsim.event;

/**
 * A kind of which only some events belong to its hidden group, the others being shown (rules.md
 * R3): an interrupt is a step of a fault only where its vector is 14. The record is annotated
 * {@link Hidden} and implements this.
 */
public interface Quiet {
  /** Whether this event is one that the group hides. */
  boolean quiet();
}
