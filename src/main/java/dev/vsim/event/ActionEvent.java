package dev.vsim.event;

import dev.vsim.value.Subject;

/** What becomes of commands as such. */
public sealed interface ActionEvent extends Event {
  /** The machine does not do what was asked; {@code reason} is a hyphenated word (rules.md R40). */
  @About({"process", "vm", "host"})
  record Refused(Subject subject, String command, String reason) implements ActionEvent {}
}
