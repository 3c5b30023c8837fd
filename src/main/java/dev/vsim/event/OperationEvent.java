package dev.vsim.event;

import dev.vsim.value.Subject;

/** What is done to virtual machines as a whole (machine.md, "Operations"). */
public sealed interface OperationEvent extends Event {
  /** A VM is switched on or off. */
  @About("vm")
  record Power(Subject subject, Switch state) implements OperationEvent {}

  /** What a switch can be. */
  enum Switch {
    ON,
    OFF
  }

  /** A VM waits, and none of its processors runs. */
  @About("vm")
  @Hidden
  record Pause(Subject subject, String reason) implements OperationEvent {}

  /** What a VM waited for is there. */
  @About("vm")
  @Hidden
  record Unpause(Subject subject) implements OperationEvent {}

  /** A VM is deleted, with all its files. */
  @About("vm")
  record Remove(Subject subject) implements OperationEvent {}
}
